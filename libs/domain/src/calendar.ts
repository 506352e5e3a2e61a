const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
const SPOKEN = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The calendar day in London at a moment, `YYYY-MM-DD`. Plans run on London days, whatever zone the machine keeps. */
export const londonDay = (now: Date): string => LONDON.format(now);

/** The day `days` after another (before it when negative); days have no zone and no hours. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day `months` later; the last of the month where there is no such day: a month after 31 January is 28 or 29 February. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A day as people say it: 3 March 2026. */
export const spoken = (on: string): string => SPOKEN.format(new Date(`${on}T00:00:00Z`));

/** How many days the second day is after the first; negative when it is before it. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The day of the week; Monday is 0. */
export const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/**
 * Days since 1970, for reckoning with many days: a day `YYYY-MM-DD` as a whole number. In whole numbers throughout (Howard Hinnant,
 * chrono-compatible low-level date algorithms): a hundred thousand dates a screen would be felt.
 */
export function dayNumber(day: string): number {
  const month = 10 * digit(day, 5) + digit(day, 6);
  // Years begin in March, so that the leap day is the last.
  const year = 1000 * digit(day, 0) + 100 * digit(day, 1) + 10 * digit(day, 2) + digit(day, 3) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + 10 * digit(day, 8) + digit(day, 9) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** The day of such a number. */
export const numberedDay = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The day of the week of such a number; Monday is 0. 1 January 1970 was a Thursday. */
export const weekdayNumber = (number: number): number => (number + 3) % 7;
