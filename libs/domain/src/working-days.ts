import { dayAfter, dayNumber, weekdayNumber } from './calendar';

/** Days on which England was closed, or open, other than by the rule: a day proclaimed for one occasion, and the holidays that it displaced. */
const PROCLAIMED: Readonly<Record<number, { readonly also: readonly string[]; readonly not: readonly string[] }>> = {
  2020: { also: ['2020-05-08'], not: ['2020-05-04'] },
  2022: { also: ['2022-06-02', '2022-06-03', '2022-09-19'], not: ['2022-05-30'] },
  2023: { also: ['2023-05-08'], not: [] },
};

const known = new Map<number, ReadonlySet<string>>();

/** England's bank holidays of a year with their substitute days, `YYYY-MM-DD`: https://www.gov.uk/bank-holidays. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const made = known.get(year) ?? new Set([...byRule(year).filter((day) => !PROCLAIMED[year]?.not.includes(day)), ...(PROCLAIMED[year]?.also ?? [])]);
  known.set(year, made);
  return made;
}

/** Neither a weekend nor a bank holiday in England. */
export const isWorkingDay = (day: string): boolean => !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).has(day);

const numbered = new Map<number, ReadonlySet<number>>();

/** The same as numbers; see `dayNumber`. */
export function holidayNumbers(year: number): ReadonlySet<number> {
  const made = numbered.get(year) ?? new Set([...bankHolidays(year)].map(dayNumber));
  numbered.set(year, made);
  return made;
}

/** How many working days there are among the first `n` days from a day on, for every `n` up to `count`. */
export function workingDaysFrom(from: string, count: number): Int32Array {
  const first = dayNumber(from);
  const holidays = new Set<number>();
  for (let year = Number(from.slice(0, 4)), until = year + Math.ceil(count / 365); year <= until; year += 1) for (const day of holidayNumbers(year)) holidays.add(day);
  const before = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) before[at + 1] = (before[at] ?? 0) + (weekdayNumber(first + at) < 5 && !holidays.has(first + at) ? 1 : 0);
  return before;
}

/** The working day `days` working days after a day, before it when negative; with 0 the day itself, or the last working day before it. */
export function workingDayAfter(day: string, days: number): string {
  const step = days > 0 ? 1 : -1;
  let at = day;
  if (days === 0) while (!isWorkingDay(at)) at = dayAfter(at, -1);
  for (let left = Math.abs(days); left > 0; ) {
    at = dayAfter(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The last working day on which papers can go out so that `days` clear working days lie before a meeting: neither the day of sending nor that of the meeting counts. */
export const clearDaysBefore = (meeting: string, days: number): string => workingDayAfter(meeting, -(days + 1));

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string): boolean => weekday(day) % 6 === 0;

function byRule(year: number): readonly string[] {
  const easter = easterSunday(year);
  const [christmas, boxing] = [`${year}-12-25`, `${year}-12-26`];
  // The one that falls on a weekend is made good on the next day that is no holiday.
  const made = weekday(christmas) === 6 ? [`${year}-12-27`, `${year}-12-28`] : weekday(christmas) === 0 ? [boxing, `${year}-12-27`] : weekday(boxing) === 6 ? [christmas, `${year}-12-28`] : [christmas, boxing];
  return [nextWeekday(`${year}-01-01`), dayAfter(easter, -2), dayAfter(easter, 1), monday(`${year}-05-01`), monday(`${year}-05-25`), monday(`${year}-08-25`), ...made];
}

const nextWeekday = (day: string): string => (isWeekend(day) ? nextWeekday(dayAfter(day, 1)) : day);

/** The first Monday on or after a day; the last of a month of 31 days when that is the 25th. */
const monday = (day: string): string => (weekday(day) === 1 ? day : monday(dayAfter(day, 1)));

/** By the Gregorian rule, as Meeus, Jones and Butcher have it. */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
