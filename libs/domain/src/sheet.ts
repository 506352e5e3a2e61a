import { assuranceLines, type BatchUpdate, type Confidence, confidences, evidenceTypes, type FieldRefusal, type NewEvidenceItem, type SheetRow, type ShownWord } from '@followthrough/contracts';
import { checkClaim } from './closure';
import { confidenceMeans } from './confidence';
import { evidenceNames, lineNames } from './evidence';
import { readDate } from './import/import-dates';
import { checkUpdateWords } from './updates';

/**
 * The update sheet: updates as cells of text, as people type them or paste them from Excel. What a cell says is read by this
 * locality's own words; the rules are those of a single update, and each refusal stands in the cell that it is about.
 */

/** The evidence that comes with an update: one piece, as much of it as fits cells. */
export const proofColumns = ['proofKind', 'proofLine', 'proofTitle', 'proofUrl', 'proofWords'] as const;
export const sheetColumns = ['status', 'narrative', 'pathToGreen', 'what', 'fromWhom', 'neededBy', 'forecastOn', 'deliveryConfidence', 'outcomeConfidence', 'restricted', ...proofColumns] as const;
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

type Subject = Pick<SheetRow, 'id' | 'lastUpdateId' | 'onBehalfOfId' | 'boardName' | 'last' | 'mayClaim' | 'evidenceKind'>;

/**
 * What an empty cell stands for, shown in it: the board that meets next for a decision, a text that was kept out of the public
 * version stays so, and evidence is of the kind agreed and from those who did the work.
 */
export function impliedCells(cells: SheetCells, row: Subject, known: SheetKnown): SheetCells {
  const status = statusIn(cells.status ?? '', known);
  const isProved = givesProof(cells) || (status === 'complete' && !row.mayClaim);
  const stands = { fromWhom: status === 'off_track' && row.boardName, restricted: row.last?.restricted && 'Yes', proofKind: isProved && evidenceNames[row.evidenceKind ?? 'document'], proofLine: isProved && lineNames.first };
  return Object.fromEntries(Object.entries(stands).flatMap(([column, text]) => (text && !cells[column as SheetColumn] ? [[column, text]] : [])));
}

/** A cell's text as the sheet writes it once it is typed: the word as it is spelt here, a day as 31/01/2027. What cannot be read stays as it is. */
export function settledCell(column: SheetColumn, typed: string, known: SheetKnown): string {
  const text = typed.trim();
  if (column === 'status') return known.words.find((one) => same(one.word, text))?.word ?? text;
  if (column === 'forecastOn' || column === 'neededBy') return shownDay(readDate({ text }).on) ?? text;
  if (column === 'deliveryConfidence' || column === 'outcomeConfidence') return confidenceLabels().find((label) => same(label, text)) ?? text;
  const [kind, line] = [kindIn(text), lineIn(text)];
  if (column === 'proofKind' && kind) return evidenceNames[kind];
  if (column === 'proofLine' && line) return lineNames[line];
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
  const level = (column: 'deliveryConfidence' | 'outcomeConfidence'): Confidence | null => {
    const found = confidences.find((one) => same(confidenceMeans[one].label, cells[column] ?? '')) ?? null;
    if (cells[column] && !found) no(column, 'Say High, Medium or Low');
    return found;
  };
  const [deliveryConfidence, outcomeConfidence] = [level('deliveryConfidence'), level('outcomeConfidence')];
  if (all.restricted && !/^(?:y|yes|n|no)$/i.test(all.restricted)) no('restricted', 'Say Yes or No');
  const [forecastOn, neededBy] = [day('forecastOn'), day('neededBy')];
  const asks = !!(cells.what ?? cells.fromWhom ?? cells.neededBy);
  if (asks && !cells.what) no('what', 'Say what has to be decided');
  const [kind, line] = [kindIn(all.proofKind ?? ''), lineIn(all.proofLine ?? '')];
  if (all.proofKind && !kind) no('proofKind', `Say ${Object.values(evidenceNames).join(', ')}`);
  if (all.proofLine && !line) no('proofLine', `Say ${Object.values(lineNames).join(', ')}`);
  const typed = proofColumns.find((column) => cells[column]);
  if (typed && status && status !== 'complete') no(typed, 'Evidence comes with Complete. Empty this, or give it on the action’s own page');
  if (!status) return { said: null, wrong };

  const decision = asks ? { what: cells.what ?? '', fromWhom: all.fromWhom ?? null, neededBy } : null;
  const restricted = /^y/i.test(all.restricted ?? '');
  const evidence: NewEvidenceItem[] = status === 'complete' && typed && kind && line ? [{ kind, line, title: cells.proofTitle ?? '', url: cells.proofUrl ?? null, words: cells.proofWords ?? null, restricted }] : [];
  const said = { actionId: row.id, seenId: row.lastUpdateId, status, narrative: cells.narrative ?? null, pathToGreen: cells.pathToGreen ?? null, forecastOn, decision, deliveryConfidence, outcomeConfidence, evidence, restricted, onBehalfOfId: row.onBehalfOfId } satisfies BatchUpdate;
  const claims = status === 'complete' && !row.mayClaim && (!typed || (kind && line)) ? checkClaim({ evidenceKind: row.evidenceKind, standing: evidence }) : [];
  for (const { field, message } of [...known.misfits(said), ...checkUpdateWords(said, known.today), ...claims]) no(columnOf(field), message);
  return { said: Object.keys(wrong).length === 0 ? said : null, wrong };
}

/** Where what is refused of an update stands on the sheet, where its cell has another name. */
const CELLS: Readonly<Record<string, SheetColumn>> = { decision: 'what', 'decision.boardId': 'fromWhom', evidence: 'proofTitle', 'evidence.0.kind': 'proofKind', 'evidence.0.line': 'proofLine', 'evidence.0.title': 'proofTitle', 'evidence.0.url': 'proofUrl', 'evidence.0.words': 'proofWords' };

/** The cell that a refusal of the row is about: `decision.neededBy` is `neededBy`. What no cell is about is said beside the status. */
export function columnOf(field: string): SheetColumn {
  const last = field.replace(/^decision\./, '');
  return CELLS[field] ?? sheetColumns.find((one) => one === last) ?? 'status';
}

/** Where the API's refusal of a batch belongs: the place of the update in it, and its field; undefined for what is about the whole. */
export function refusedAt({ field }: Pick<FieldRefusal, 'field'>): { readonly at: number; readonly field: string } | undefined {
  const [, at, rest = ''] = /^updates\.(\d+)(?:\.(.*))?$/.exec(field) ?? [];
  return at === undefined ? undefined : { at: Number(at), field: rest };
}

/** The levels of confidence as they are typed. */
export const confidenceLabels = (): readonly string[] => confidences.map((one) => confidenceMeans[one].label);

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB');
/** Whether anything of a piece of evidence is typed. */
const givesProof = (cells: SheetCells): boolean => proofColumns.some((column) => cells[column]);
const kindIn = (text: string) => evidenceTypes.find((one) => same(evidenceNames[one], text));
/** `1st line`, `Second` and the words of the form's list are each a line. */
const lineIn = (text: string) => assuranceLines.find((one, at) => new RegExp(`^(?:${one}|${at + 1}(?:st|nd|rd)?)(?: line\\b.*)?$`, 'is').test(text.trim()));
const statusIn = (text: string, { words }: SheetKnown) => words.find((one) => same(one.word, text))?.status;
const saidWords = ({ words }: SheetKnown): string => words.filter((one) => one.status !== 'embedded').map((one) => one.word).join(', ');
const shownDay = (on: string | null): string | null => (on === null ? null : on.split('-').toReversed().join('/'));
