import type { LoadMonth } from '@followthrough/contracts';

export type LoadUnit = 'hours' | 'days' | 'fte';

/** What is written after a figure. */
export const unitWords: Readonly<Record<LoadUnit, string>> = { hours: 'hours', days: 'days', fte: 'FTE' };

/**
 * Minutes as hours, as person-days of the employer's own length, or as posts: over what a full-time post with such a day gives
 * in the same month. `fullTime`: of a post of 450 minutes a day. A month with no working day left has no posts.
 */
export function inUnit(minutes: number, unit: LoadUnit, personDay: number, fullTime: number): string {
  if (unit === 'fte' && fullTime === 0) return '–';
  const value = unit === 'hours' ? minutes / 60 : unit === 'days' ? minutes / personDay : (minutes * 450) / (fullTime * personDay);
  const places = unit === 'fte' ? 2 : 1;
  // Something is never written as nothing.
  return minutes !== 0 && Math.abs(value) < 0.5 * 10 ** -places ? `${minutes < 0 ? '−' : ''}<${10 ** -places}` : value.toLocaleString('en-GB', { minimumFractionDigits: unit === 'fte' && minutes !== 0 ? 2 : 0, maximumFractionDigits: places });
}

/** The months over the table. A year is said once where it begins, so that they stay narrow. */
export const headingsOf = (months: readonly LoadMonth[]): readonly { readonly month: string; readonly name: string; readonly year: string }[] =>
  months.map(({ month }, at) => ({ month, name: new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' }), year: at === 0 || month.endsWith('-01') ? month.slice(0, 4) : '' }));
