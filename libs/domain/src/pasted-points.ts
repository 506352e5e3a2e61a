import { readDate } from './import/import-dates';
import { spoken } from './calendar';
import { type Counted, pointProblem } from './measures';

/** One line of pasted figures: what was read, and what stands in its way. */
export interface PastedPoint {
  readonly line: number;
  readonly text: string;
  readonly onDay: string | null;
  readonly value: number | null;
  /** In a sentence; empty when the point can be added. */
  readonly problem: string;
  /** The same figure is there for that day already: nothing to do. */
  readonly isKnown: boolean;
}

/** So many lines at once. */
export const MOST_PASTED = 1_000;

/**
 * Two columns copied from a spreadsheet or typed: a date and a figure, with a tab, semicolon, comma or spaces between. Days are read
 * the UK way round; a month or a quarter stands for its last day. A heading line is passed over. What cannot be read says
 * why at its line, and the rest is kept.
 */
export function readPoints(text: string, counted: Counted): readonly PastedPoint[] {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line: at + 1, text: line.trim() })).filter((one) => one.text !== '');
  const body = lines[0] && isHeading(lines[0].text) ? lines.slice(1) : lines;
  const seen = new Map<string, number>();
  return body.map((one): PastedPoint => {
    const { onDay, value, problem } = read(one.text);
    const told = { ...one, onDay, value, problem, isKnown: false };
    if (problem || onDay === null || value === null) return told;
    const before = seen.get(onDay);
    seen.set(onDay, value);
    if ((before ?? counted.figures.get(onDay)) === value) return { ...told, isKnown: true };
    if (before !== undefined) return { ...told, problem: `${spoken(onDay)} is in this list twice` };
    return { ...told, problem: pointProblem({ onDay }, counted) };
  });
}

type Read = Pick<PastedPoint, 'onDay' | 'value' | 'problem'>;

function read(text: string): Read {
  const ways = splits(text);
  const found = ways.map(([date, figure]) => ({ onDay: dayIn(date), value: readFigure(figure) })).find((one) => one.onDay !== null && one.value !== null);
  if (found) return { ...found, problem: '' };
  const dated = ways.map(([date, figure]) => ({ onDay: dayIn(date), figure })).findLast((one) => one.onDay !== null);
  if (dated) return { onDay: dated.onDay, value: null, problem: dated.figure === '' ? 'There is no figure beside the date' : `“${dated.figure}” is no figure that we can read: write it like 1,234.5` };
  return { onDay: null, value: null, problem: `There is no date that we can read in “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”: write it like 30/09/2026` };
}

/** Where a line may fall into date and figure: at its tab, else at each gap, the earliest first. Alone, it is all date. */
function splits(text: string): readonly (readonly [date: string, figure: string])[] {
  if (text.includes('\t')) {
    const [date = '', figure = ''] = text.split('\t').map((cell) => cell.trim());
    return [[date, figure]];
  }
  const gaps = [...text.matchAll(/\s*[;,]\s*|\s+/g)].map((gap): readonly [string, string] => [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)]);
  return [...gaps, [text, '']];
}

function dayIn(text: string): string | null {
  const { on, proposed } = readDate({ text });
  return on ?? proposed;
}

/** `1,234.5`, `£1 234`, `41%`, `−3`, `(3)`. A comma that parts no thousands is not guessed at. Rounded to four decimal places. */
export function readFigure(text: string): number | null {
  const plain = text.replace(/^[£€$]\s*|\s*(?:%|per cent)$/gi, '').replace(/[−–]/, '-').replace(/^\((.+)\)$/, '-$1').trim();
  if (!/^-?\s?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)?(?:\.\d+)?$/.test(plain) || !/\d/.test(plain)) return null;
  const value = Number(plain.replace(/[,\s\u00a0\u202f]/g, ''));
  return Math.abs(value) <= 1_000_000_000 ? Math.round(value * 10_000) / 10_000 : null;
}

/** Words over columns have no figures in them. */
const isHeading = (text: string): boolean => !/\d/.test(text);
