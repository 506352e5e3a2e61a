import { Pipe, type PipeTransform } from '@angular/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-21` as `21 Nov 2026`, `2026-11` as `Nov 2026`; nothing for nothing. No clock and no zone comes into it. */
export function ukDate(date: string | null | undefined): string {
  const [year, month, day] = (date ?? '').split('-');
  const name = months[Number(month) - 1];
  if (!year || !name) return date ?? '';
  return day ? `${Number(day.slice(0, 2))} ${name} ${year}` : `${name} ${year}`;
}

@Pipe({ name: 'ukDate' })
export class UkDate implements PipeTransform {
  transform(date: string | null | undefined): string {
    return ukDate(date);
  }
}

/** A moment as Europe/London has it: `21 Nov 2026, 14:05`. */
@Pipe({ name: 'ukTime' })
export class UkTime implements PipeTransform {
  transform(instant: string | null | undefined): string {
    if (!instant) return '';
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
  }
}
