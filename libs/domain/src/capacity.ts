import type { CapacityBand, FieldRefusal } from '@followthrough/contracts';

/**
 * Demand over supply by organisation and month. An action's person-days are spread evenly over the working days that are
 * left to it; its accountable organisation carries them. What is not known is counted beside, never as zero.
 */
export interface PieceOfWork {
  readonly organisationId: string | null;
  /** Person-days still needed, at most one decimal place; null: not estimated. */
  readonly daysNeeded: number | null;
  readonly startOn: string | null;
  /** The current due date; null: undated. */
  readonly dueOn: string | null;
}

export interface Confirmed {
  readonly organisationId: string;
  /** `2026-11` */
  readonly month: string;
  /** Person-days; a month without a row is unknown. */
  readonly days: number;
}

export interface Load {
  readonly month: string;
  /** Person-days, exact to a hundredth: the months of an action always add up to what it needs. */
  readonly needed: number;
  readonly confirmed: number | null;
  /** Whole per cent, half up; null where there is nothing to divide by. */
  readonly percent: number | null;
  readonly band: CapacityBand;
}

export interface OrganisationLoad {
  readonly organisationId: string | null;
  readonly months: readonly Load[];
  readonly notEstimated: number;
  readonly undated: number;
}

/** Demand over supply for `count` months from the month of `today`, of all that have work or confirmed days. `work` is open actions only. */
export function demandOverSupply(work: readonly PieceOfWork[], confirmed: readonly Confirmed[], today: string, count = 12): readonly OrganisationLoad[] {
  const months = monthsFrom(today, count);
  const carriers = new Set<string | null>([...work, ...confirmed].map((one) => one.organisationId));
  return [...carriers].map((organisationId) => {
    const own = work.filter((one) => one.organisationId === organisationId);
    const hundredths = new Map<string, number>();
    for (const one of own) for (const [month, share] of spread(one, today)) hundredths.set(month, (hundredths.get(month) ?? 0) + share);
    return {
      organisationId,
      months: months.map((month) => load(month, hundredths.get(month) ?? 0, confirmed.find((one) => one.organisationId === organisationId && one.month === month)?.days ?? null)),
      notEstimated: own.filter((one) => one.daysNeeded === null).length,
      undated: own.filter((one) => one.daysNeeded !== null && one.dueOn === null).length,
    };
  });
}

function load(month: string, hundredths: number, confirmed: number | null): Load {
  const tenths = confirmed === null ? 0 : Math.round(confirmed * 10);
  // Integers, so that a half is a half: 100 × (hundredths / 100) ÷ (tenths / 10), half up.
  const percent = tenths > 0 ? Math.floor((20 * hundredths + tenths) / (2 * tenths)) : null;
  return { month, needed: hundredths / 100, confirmed, percent, band: capacityBand(hundredths / 100, confirmed, percent) };
}

/** Where bands part, in whole per cent of what can be given. */
export interface BandLines {
  readonly healthy: number;
  readonly tight: number;
  readonly over: number;
}

export const usualBands: BandLines = { healthy: 70, tight: 85, over: 100 };

/** Judged by the whole per cent that is shown; usually under 70 spare, under 85 healthy, up to 100 tight, above it over. */
export function capacityBand(needed: number, confirmed: number | null, percent: number | null, lines: BandLines = usualBands): CapacityBand {
  if (confirmed === null) return 'unknown';
  if (percent === null) return needed > 0 ? 'unresourced' : 'spare';
  return percent < lines.healthy ? 'spare' : percent < lines.tight ? 'healthy' : percent <= lines.over ? 'tight' : 'over';
}

/**
 * Hundredths of a person-day by month. The days lie between today (or a later start) and the due date; work that is
 * overdue, or has no working day left, falls wholly in the month it would begin in. Shares are rounded so that they add up.
 */
export function spread({ daysNeeded, startOn, dueOn }: PieceOfWork, today: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  if (!daysNeeded || dueOn === null) return shares;
  const whole = Math.round(daysNeeded * 100);
  const from = dayNumber(startOn !== null && startOn > today ? startOn : today);
  const end = dayNumber(dueOn) + 1;
  const total = workingDaysBefore(end) - workingDaysBefore(from);
  if (end <= from || total <= 0) return shares.set(monthOf(from), whole);
  const until = (day: number): number => Math.floor((2 * whole * (workingDaysBefore(day) - workingDaysBefore(from)) + total) / (2 * total));
  for (let day = from; day < end; day = nextMonth(day)) {
    const share = until(Math.min(end, nextMonth(day))) - until(day);
    if (share > 0) shares.set(monthOf(day), share);
  }
  return shares;
}

/** Months as `2026-11`, the first that of `today`. */
export function monthsFrom(today: string, count: number): readonly string[] {
  const months: string[] = [];
  for (let day = dayNumber(`${today.slice(0, 7)}-01`); months.length < count; day = nextMonth(day)) months.push(monthOf(day));
  return months;
}

// Days are counted from Monday 1 January 1900. Mondays to Fridays are working days; public holidays are not taken out.
const EPOCH = Date.UTC(1900, 0, 1);
const DAY = 86_400_000;
const dayNumber = (date: string): number => Math.round((Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY);
const workingDaysBefore = (day: number): number => 5 * Math.floor(day / 7) + Math.min(day % 7, 5);
const monthOf = (day: number): string => new Date(EPOCH + day * DAY).toISOString().slice(0, 7);
function nextMonth(day: number): number {
  const date = new Date(EPOCH + day * DAY);
  return Math.round((Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - EPOCH) / DAY);
}

/** An organisation's month is said once in an edit, or nobody could tell which figure was meant. */
export function checkConfirmedDays(cells: readonly { readonly organisationId: string; readonly month: string }[]): readonly FieldRefusal[] {
  const seen = new Set<string>();
  return cells.flatMap(({ organisationId, month }, index) => {
    const key = `${organisationId} ${month}`;
    if (seen.has(key)) return [{ field: `cells.${index}.days`, code: 'rule' as const, message: `${month} is given twice for the same organisation` }];
    seen.add(key);
    return [];
  });
}
