import { type BatchUpdate, confidences, type FieldRefusal, type SheetRow, type ShownWord } from '@followthrough/contracts';
import { confidenceMeans } from './confidence';
import { readDate } from './import/import-dates';
import { checkUpdateWords } from './updates';

/**
 * The update sheet: updates as cells of text, as people type them or paste them from Excel. What a cell says is read by this
 * locality's own words; the rules are those of a single update, and each refusal stands in the cell that it is about.
 */

export const sheetColumns = ['status', 'narrative', 'pathToGreen', 'what', 'fromWhom', 'neededBy', 'forecastOn', 'deliveryConfidence', 'restricted'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** What was typed on one row; an empty cell is left out. */
export type SheetCells = Readonly<Partial<Record<SheetColumn, string>>>;

/** What was typed on the sheet, by the action's id; rows on which nothing was typed are left out. */
export type SheetText = Readonly<Record<string, SheetCells>>;

/** What the cells are read by. `today` is the London day. */
export interface SheetKnown {
  readonly words: readonly Pick<ShownWord, 'status' | 'word'>[];
  readonly today: string;
  /** What the contract has against an update, such as a text that is too long. */
  readonly misfits: (said: BatchUpdate) => readonly FieldRefusal[];
}

export interface SheetReading {
  /** The update, where all of the row can be read and keeps the rules. */
  readonly said: BatchUpdate | null;
  /** In a sentence, what is wrong with each cell that is. */
  readonly wrong: SheetCells;
}

type Subject = Pick<SheetRow, 'id' | 'lastUpdateId' | 'onBehalfOfId' | 'boardName' | 'last' | 'mayClaim'>;

/** What an empty cell stands for, shown in it: the board that meets next for a decision, and a text that was kept out of the public version stays so. */
export function impliedCells(cells: SheetCells, row: Subject, known: SheetKnown): SheetCells {
  const isOffTrack = statusIn(cells.status ?? '', known) === 'off_track';
  return { ...(isOffTrack && !cells.fromWhom && row.boardName ? { fromWhom: row.boardName } : {}), ...(!cells.restricted && row.last?.restricted ? { restricted: 'Yes' } : {}) };
}

/** A cell's text as the sheet writes it once it is typed: the word as it is spelt here, a day as 31/01/2027. What cannot be read stays as it is. */
export function settledCell(column: SheetColumn, typed: string, known: SheetKnown): string {
  const text = typed.trim();
  if (column === 'status') return known.words.find((one) => same(one.word, text))?.word ?? text;
  if (column === 'forecastOn' || column === 'neededBy') return shownDay(readDate({ text }).on) ?? text;
  if (column === 'deliveryConfidence') return confidenceLabels().find((label) => same(label, text)) ?? text;
  if (column === 'restricted') return same(text, 'yes') || same(text, 'y') ? 'Yes' : same(text, 'no') || same(text, 'n') ? 'No' : text;
  return text;
}

/** The row as an update, or what is wrong with it, each in its cell. */
export function readRow(cells: SheetCells, row: Subject, known: SheetKnown): SheetReading {
  const wrong: Partial<Record<SheetColumn, string>> = {};
  const no = (column: SheetColumn, message: string): void => void (wrong[column] ??= message);
  const day = (column: 'forecastOn' | 'neededBy'): string | null => {
    const text = cells[column] ?? '';
    const on = text === '' ? null : readDate({ text }).on;
    if (text !== '' && on === null) no(column, 'Write a day like 31/01/2027');
    return on;
  };
  const all = { ...impliedCells(cells, row, known), ...cells };
  const status = statusIn(cells.status ?? '', known);
  if (!cells.status) no('status', 'Say how it is going');
  else if (!status) no('status', `That is no word of this scale: ${saidWords(known)}`);
  else if (status === 'complete' && !row.mayClaim) no('status', 'Complete comes with evidence: give that on the action’s own page first');
  const level = confidences.find((one) => same(confidenceMeans[one].label, cells.deliveryConfidence ?? '')) ?? null;
  if (cells.deliveryConfidence && !level) no('deliveryConfidence', 'Say High, Medium or Low');
  if (all.restricted && !/^(?:y|yes|n|no)$/i.test(all.restricted)) no('restricted', 'Say Yes or No');
  const [forecastOn, neededBy] = [day('forecastOn'), day('neededBy')];
  const asks = !!(cells.what ?? cells.fromWhom ?? cells.neededBy);
  if (asks && !cells.what) no('what', 'Say what has to be decided');
  if (!status) return { said: null, wrong };

  const decision = asks ? { what: cells.what ?? '', fromWhom: all.fromWhom ?? null, neededBy } : null;
  const said = { actionId: row.id, seenId: row.lastUpdateId, status, narrative: cells.narrative ?? null, pathToGreen: cells.pathToGreen ?? null, forecastOn, decision, deliveryConfidence: level, restricted: /^y/i.test(all.restricted ?? ''), onBehalfOfId: row.onBehalfOfId } satisfies BatchUpdate;
  for (const { field, message } of [...known.misfits(said), ...checkUpdateWords(said, known.today)]) no(columnOf(field), message);
  return { said: Object.keys(wrong).length === 0 ? said : null, wrong };
}

/** The cell that a refusal of the row is about: `decision.neededBy` is `neededBy`. What no cell is about is said beside the status. */
export function columnOf(field: string): SheetColumn {
  if (field === 'decision') return 'what';
  if (field === 'decision.boardId') return 'fromWhom';
  const last = field.replace(/^decision\./, '');
  return sheetColumns.find((one) => one === last) ?? 'status';
}

/** Where the API's refusal of a batch belongs: the place of the update in it, and its field; undefined for what is about the whole. */
export function refusedAt({ field }: Pick<FieldRefusal, 'field'>): { readonly at: number; readonly field: string } | undefined {
  const [, at, rest = ''] = /^updates\.(\d+)(?:\.(.*))?$/.exec(field) ?? [];
  return at === undefined ? undefined : { at: Number(at), field: rest };
}

/** The levels of confidence as they are typed. */
export const confidenceLabels = (): readonly string[] => confidences.map((one) => confidenceMeans[one].label);

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB');
const statusIn = (text: string, { words }: SheetKnown) => words.find((one) => same(one.word, text))?.status;
const saidWords = ({ words }: SheetKnown): string => words.filter((one) => one.status !== 'embedded').map((one) => one.word).join(', ');
const shownDay = (on: string | null): string | null => (on === null ? null : on.split('-').toReversed().join('/'));
