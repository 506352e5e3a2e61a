import { Pipe, type PipeTransform } from '@angular/core';

/** A figure as it was typed, with its unit: `1,234.5 days`, `41%`, `£12`. Nothing for none. */
export function figureSays(value: number | null | undefined, unit = ''): string {
  return value === null || value === undefined ? '' : withUnit(value.toLocaleString('en-GB', { maximumFractionDigits: 4 }), unit);
}

/** One that was reckoned, not more exact than anybody needs: three figures, or the whole number. */
export function aboutSays(value: number, unit: string): string {
  const places = value === 0 ? 0 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return withUnit(value.toLocaleString('en-GB', { maximumFractionDigits: places }), unit);
}

const withUnit = (figure: string, unit: string): string => (unit === '' ? figure : unit === '%' ? `${figure}%` : unit === '£' ? figure.replace(/^(-?)/, '$1£') : `${figure} ${unit}`);

@Pipe({ name: 'figure' })
export class Figure implements PipeTransform {
  transform(value: number | null | undefined, unit = ''): string {
    return figureSays(value, unit);
  }
}
