import type { CapacityBand } from '@followthrough/contracts';
import { dayAfter, daysBetween, weekday } from './calendar';
import { type BandLines, capacityBand, usualBands } from './capacity';

/**
 * What must be done beside what can be given, day by day, gathered by week or month: for a person, a team, an organisation,
 * a skill, a plan or the locality. Minutes are whole. Who has no working pattern is unknown, which is not nothing: with
 * somebody unknown, enough stays enough, and too little cannot be said.
 */
export interface Carrier {
  /** Minutes to be done on each day. */
  readonly needed: readonly number[];
  /** Minutes that each of its people can give on each day; null where no pattern is known. None: nobody is there. */
  readonly givers: readonly (readonly (number | null)[])[];
}

export interface Stretch {
  /** `YYYY-MM-DD`; both ends count. */
  readonly from: string;
  readonly to: string;
}

export interface PeriodLoad extends Stretch {
  readonly needed: number;
  /** Of those who are known; null when nobody is. */
  readonly given: number | null;
  /** People of whom some day is not known. */
  readonly unknown: number;
  /** Given less needed; null when nobody is known. */
  readonly difference: number | null;
  /** Whole per cent, half up; null where there is nothing to divide by. */
  readonly percent: number | null;
  readonly band: CapacityBand;
}

export type Step = 'day' | 'week' | 'month';

/** The days from `from` to `to` cut at Mondays or at the first of months; the first and the last piece may be short. */
export function stretchesOf({ from, to }: Stretch, step: Step): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let day = from; day <= to; day = dayAfter(found.at(-1)?.to ?? to, 1)) {
    const end = step === 'day' ? day : step === 'week' ? dayAfter(day, 6 - weekday(day)) : lastOfMonth(day);
    found.push({ from: day, to: end < to ? end : to });
  }
  return found;
}

/**
 * @param from the first day of what is needed and given
 * @throws RangeError where days are missing
 */
export function loadOf({ needed, givers }: Carrier, from: string, step: Step, lines: BandLines = usualBands): readonly PeriodLoad[] {
  if (needed.length === 0) return [];
  if (givers.some((one) => one.length !== needed.length)) throw new RangeError('Everybody has the same days');
  return stretchesOf({ from, to: dayAfter(from, needed.length - 1) }, step).map((stretch) => {
    const [first, last] = [daysBetween(from, stretch.from), daysBetween(from, stretch.to)];
    const days = <T>(all: readonly T[]): readonly T[] => all.slice(first, last + 1);
    const sum = (all: readonly (number | null)[]): number => all.reduce<number>((minutes, one) => minutes + (one ?? 0), 0);
    const theirs = givers.map(days);
    const unknown = theirs.filter((one) => one.includes(null)).length;
    const given = givers.length > 0 && theirs.every((one) => one.every((minutes) => minutes === null)) ? null : theirs.reduce((minutes, one) => minutes + sum(one), 0);
    return { ...stretch, unknown, ...judged(sum(days(needed)), given, unknown, lines) };
  });
}

/** What is needed beside what is given, of whom so many are not known; `given` null: nobody is known. */
export function judged(needed: number, given: number | null, unknown: number, lines: BandLines = usualBands): Pick<PeriodLoad, 'needed' | 'given' | 'difference' | 'percent' | 'band'> {
  // Half up in whole numbers.
  const percent = given ? Math.floor((200 * needed + given) / (2 * given)) : null;
  const band = capacityBand(needed, given, percent, lines);
  const isShort = band === 'over' || band === 'unresourced';
  return { needed, given, difference: given === null ? null : given - needed, percent, band: unknown > 0 && isShort ? 'unknown' : band };
}

/** Several carriers as one: what they need and can give, together. */
export function together(carriers: readonly Carrier[]): Carrier {
  const days = carriers[0]?.needed.length ?? 0;
  return {
    needed: Array.from({ length: days }, (_, day) => carriers.reduce((minutes, one) => minutes + (one.needed[day] ?? 0), 0)),
    givers: carriers.flatMap((one) => one.givers),
  };
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
