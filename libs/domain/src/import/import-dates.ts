import type { Cell } from './grid';
import { meaning } from './grid';

/**
 * What a cell of a date column says. `on`: a day it states outright. `proposed`: a day that it may mean, for somebody to
 * confirm. `text`: what stays beside an empty date, and is listed to resolve, when it states no day.
 * Days are read the UK way round, always: 03/04/2026 is 3 April. A financial year runs from April: Q3 26/27 ends in December.
 */
export interface SaidDate {
  readonly on: string | null;
  readonly text: string | null;
  readonly proposed: string | null;
  readonly why: DateDoubt | null;
}
export type DateDoubt = 'no_date' | 'period' | 'impossible';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/i;
const NOTHING: SaidDate = { on: null, text: null, proposed: null, why: null };

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const fullYear = (year: string): number => (year.length <= 2 ? 2000 + Number(year) : Number(year));
const day = (year: number, month: number, date: number): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The day, if the calendar has it and it lies between 1990 and 2199. */
function real(year: number, month: number, date: number): string | null {
  if (year < 1990 || year > 2199 || month < 1 || month > 12 || date < 1) return null;
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? day(year, month, date) : null;
}

/** Which end of a month, quarter or year a date means: work starts at its first day and is due by its last. */
export type Edge = 'first' | 'last';

const monthEdge = (edge: Edge, year: number, month: number): string | null => real(year, month, edge === 'first' ? 1 : new Date(Date.UTC(year, month, 0)).getUTCDate());

export function readDate(cell: Cell, edge: Edge = 'last'): SaidDate {
  const text = meaning(cell.text);
  if (cell.date) return { ...NOTHING, on: cell.date };
  if (text === '' || /^([-–—]|n\/?a|none)$/i.test(text)) return NOTHING;
  const stated = statedDay(text.replace(WEEKDAY, '').replace(/\b(\d{1,2})(st|nd|rd|th)\b/i, '$1'));
  if (stated?.on) return { ...NOTHING, on: stated.on };
  if (stated) return { on: null, text, proposed: null, why: 'impossible' };
  const proposed = proposedDay(text, edge);
  return { on: null, text, proposed, why: proposed ? 'period' : 'no_date' };
}

/** A whole day in figures or words. `on` is null when it is written like a day that no calendar has. */
function statedDay(text: string): { readonly on: string | null } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return { on: real(Number(iso[1]), Number(iso[2]), Number(iso[3])) };
  const figures = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})$/.exec(text);
  if (figures) return { on: real(fullYear(figures[3] ?? ''), Number(figures[2]), Number(figures[1])) };
  const words = new RegExp(`^(\\d{1,2})[\\s-]*(?:of\\s+)?${MONTH}[\\s,-]*(\\d{4}|\\d{2})$`, 'i').exec(text);
  if (words) return { on: real(fullYear(words[3] ?? ''), monthNumber(words[2] ?? ''), Number(words[1])) };
  const turned = new RegExp(`^${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i').exec(text);
  if (turned) return { on: real(Number(turned[3]), monthNumber(turned[1] ?? ''), Number(turned[2])) };
  return null;
}

/** The first or last day of a month, quarter or year that a text names. Seasons and words name none. */
function proposedDay(text: string, asked: Edge): string | null {
  // "End of June" says itself which end it means.
  const edge = /\bend\b/i.test(text) ? 'last' : asked;
  const bare = text.replace(/^(by|end( of)?|before|until|due|from|during|in|mid|early|late)\s+/i, '').replace(/^(end( of)?|the)\s+/i, '');
  const month = new RegExp(`^${MONTH}[\\s,'’-]*(\\d{4}|\\d{2})$`, 'i').exec(bare) ?? null;
  if (month) return monthEdge(edge, fullYear(month[2] ?? ''), monthNumber(month[1] ?? ''));
  const figures = /^(\d{1,2})[/.](\d{4})$/.exec(bare);
  if (figures) return monthEdge(edge, Number(figures[2]), Number(figures[1]));
  const quarter = /^(?:q|qtr|quarter)\s*([1-4])[\s,]*(?:fy|of)?\s*(\d{4}|\d{2})\s*[/–-]\s*(\d{4}|\d{2})$/i.exec(bare) ?? null;
  if (quarter) return quarterEdge(edge, Number(quarter[1]), fullYear(quarter[2] ?? ''), fullYear(quarter[3] ?? ''));
  const turned = /^(?:fy)?\s*(\d{4}|\d{2})\s*[/–-]\s*(\d{2})\s+(?:q|qtr|quarter)\s*([1-4])$/i.exec(bare);
  if (turned) return quarterEdge(edge, Number(turned[3]), fullYear(turned[1] ?? ''), fullYear(turned[2] ?? ''));
  const year = /^(?:fy\s*)?(\d{4}|\d{2})\s*[/–-]\s*(\d{2})$/i.exec(bare);
  if (year && fullYear(year[2] ?? '') === fullYear(year[1] ?? '') + 1) return edge === 'first' ? real(fullYear(year[1] ?? ''), 4, 1) : real(fullYear(year[1] ?? '') + 1, 3, 31);
  const on = statedDay(bare);
  return bare === text ? null : (on?.on ?? null);
}

/** Quarters of the financial year: the first begins in April, the fourth ends in the March after. */
function quarterEdge(edge: Edge, quarter: number, from: number, to: number): string | null {
  if (to !== from + 1) return null;
  const first = quarter === 4 ? 1 : 1 + quarter * 3;
  return monthEdge(edge, quarter === 4 ? to : from, edge === 'first' ? first : first + 2);
}

/** The day that a heading names ("Update as of 31/10/2026", "Progress Oct 26"): the last of its month when it names only that. */
export function dateInHeading(heading: string): string | null {
  const text = meaning(heading);
  for (const pattern of [/\d{4}-\d{1,2}-\d{1,2}/, /\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/, new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\s+(?:\\d{4}|\\d{2})(?!\\d)`, 'i'), new RegExp(`\\b${MONTH}[\\s'’-]*(?:\\d{4}|\\d{2})(?!\\d)`, 'i'), /\bq[1-4]\s*\d{2,4}\s*[/–-]\s*\d{2,4}/i]) {
    const found = pattern.exec(text)?.[0];
    const said = found === undefined ? null : readDate({ text: found });
    if (said?.on ?? said?.proposed) return said?.on ?? said?.proposed ?? null;
  }
  return null;
}
