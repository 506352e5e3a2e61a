import { type ImportChoices, type ImportCounts, type ImportField, type ImportStatus, type PreviewRow, type RowChange, type RowOutcome, type RowProblem } from '@followthrough/contracts';
import type { SaidRange } from './effort-words';
import { EXPORT_LOOK } from './export-columns';
import { Answers, type Entry, isFindingsAlone, readEntries, textOf } from './entries';
import { meaning, sameText, type Sheet } from './grid';
import { findKeys, type KeyFound } from './key-lines';
import type { ActionValues, Base, Known, KnownAction } from './known';
import { mergeFields, worths } from './merge-fields';
import { type NamedInSheet, type Names, readNames } from './people-and-partners';
import { showField } from './show-field';
import { readTable, type Table } from './table';
import { problem, readValues, type ReadValues, type SaidUpdate, type Setting, tidy } from './values';

/** What an import would do with one entry, whole: the dry run shows it, applying writes it. */
export interface PlannedRow {
  readonly entry: Entry;
  readonly outcome: RowOutcome;
  readonly values: ActionValues;
  readonly read: ReadValues;
  /** The ends of a range of days, for a line of effort; null where there is none, or the days stay as they are here. */
  readonly range: SaidRange | null;
  readonly changes: readonly RowChange[];
  readonly problems: readonly RowProblem[];
  /** The status update to add; null when the sheet says nothing new. */
  readonly update: SaidUpdate | null;
  /** The finding it answers, by its text; null when that is as it was. */
  readonly finding: string | null;
  /** Actions to link with the finding, by key of their entry or id. */
  readonly links: readonly { readonly key: string | null; readonly id: string | null }[];
  readonly base: Base;
}

export interface ImportPlan {
  readonly table: Table;
  readonly names: Names;
  readonly keys: readonly KeyFound[];
  /** Status words of the sheet in the order they come, with their rows and what they mean; undefined: not answered. */
  readonly words: readonly { readonly value: string; readonly rows: number; readonly status: ImportStatus | null | undefined }[];
  readonly rows: readonly PlannedRow[];
  readonly missing: readonly KnownAction[];
  /** Due dates that would move, which need a reason and who agreed. */
  readonly moves: number;
  /** What stands in the way, in sentences. Empty: the import can be applied. */
  readonly needed: readonly string[];
  readonly counts: ImportCounts;
}

/** The one reading of a workbook that every step shows and that applying follows. Pure: the same in, the same out. */
export function planImport(sheets: readonly Sheet[], choices: ImportChoices, known: Known, today: string): ImportPlan | null {
  const table = readTable(sheets, choices, known.mappings);
  if (!table) return null;
  const names = readNames(sheets, table, choices, known);
  const words = statusWords(table, choices, known);
  const entries = readEntries(table, choices, known);
  const setting: Setting = { choices, known, names, mapped: table.mapped, today, answers: new Answers(choices.settled), statuses: new Map(words.flatMap((word) => (word.status === undefined ? [] : [[sameText(word.value), word.status] as const]))) };
  const show = showField(names, known);
  const byRef = refsOf(entries, known);
  const rows = entries.map((entry) => planned(entry, setting, show, byRef));
  const matched = new Set(entries.flatMap((entry) => (entry.known ? [entry.known.id] : [])));
  const missing = isFindingsAlone(table) ? [] : known.actions.filter((action) => !matched.has(action.id));
  const counts = countOutcomes(rows, missing.length);
  const moves = rows.filter(({ entry, values }) => entry.known?.dueOn && entry.known.dueOn !== values.dueOn).length;
  return { table, names, keys: findKeys(sheets, table.sheet.name, table.header.row, words.map((word) => word.value)), words, rows, missing, moves, counts, needed: stillNeeded(table, choices, names, words, rows, moves) };
}

function statusWords(table: Table, choices: ImportChoices, known: Known): ImportPlan['words'] {
  // Our own export speaks this locality's own words; in any other sheet even they are asked about.
  const own = table.look === EXPORT_LOOK ? known.words.map((one) => ({ value: one.word, status: one.status === 'embedded' ? ('complete' as const) : one.status })) : [];
  const answered = new Map([...own, ...(table.remembered?.statuses ?? []), ...choices.statuses].map((one) => [sameText(one.value), one.status]));
  const seen = new Map<string, { value: string; rows: number }>();
  for (const { cells } of table.rows) {
    const value = meaning(cells.status?.text ?? '').slice(0, 200);
    const one = seen.get(sameText(value));
    if (one) one.rows += 1;
    else if (value !== '') seen.set(sameText(value), { value, rows: 1 });
  }
  return [...seen].map(([key, { value, rows }]) => ({ value, rows, status: answered.get(key) }));
}

/** Entries and actions by the ref that a sheet calls them. */
function refsOf(entries: readonly Entry[], known: Known): ReadonlyMap<string, readonly { readonly key: string | null; readonly id: string | null; readonly known: KnownAction | null }[]> {
  const found = new Map<string, { key: string | null; id: string | null; known: KnownAction | null }[]>();
  const add = (ref: string, one: { key: string | null; id: string | null; known: KnownAction | null }): void => void found.set(sameText(ref), [...(found.get(sameText(ref)) ?? []), one]);
  for (const entry of entries) if (entry.kind === 'action') for (const ref of new Set([entry.sourceRef, entry.ref ?? ''].map(sameText))) if (ref !== '') add(ref, { key: entry.key, id: entry.known?.id ?? null, known: entry.known });
  for (const action of known.actions) if (!found.has(sameText(action.ref))) add(action.ref, { key: null, id: action.id, known: action });
  return found;
}

function planned(entry: Entry, setting: Setting, show: (field: ImportField, values: ActionValues) => string | null, byRef: ReturnType<typeof refsOf>): PlannedRow {
  const read = readValues(entry, setting);
  const base = (value: Base['value']): Base => ({ ref: entry.sourceRef, part: entry.part, raw: entry.raw, value });
  const nothing = { entry, read, range: null, values: read.values, changes: [], update: null, links: [], base: base({}) };
  if (entry.kind === 'left_out') return { ...nothing, outcome: 'left_out', problems: [], finding: null };
  if (entry.kind === 'finding_only') return { ...nothing, outcome: isKnownFinding(read.finding, setting.known) ? 'unchanged' : 'finding_only', problems: [problem('title', '', 'The row has a finding and no action: only the finding is imported.', null, false)], finding: read.finding };
  if (entry.kind === 'link') return linked(nothing, byRef, setting.known);
  const problems = [...read.problems, ...refProblems(entry), ...statusProblems(entry, setting)];
  const merged = entry.known ? mergeFields(entry, entry.known, read.values, setting.mapped, setting.answers, show) : { values: read.values, changes: [], value: worths(read.values, setting.mapped) };
  const told = updateOf(entry, read, setting);
  const isClosed = told.update !== null && entry.known?.isClosed === true;
  const { update, change: updateChange } = isClosed ? { update: null, change: null } : told;
  if (isClosed) problems.push(problem('update', textOf(entry.cells, 'status').slice(0, 200), STAYS_CLOSED, null, false));
  const { finding, change: findingChange } = findingOf(entry, read, setting.mapped);
  const changes = [...merged.changes, ...(updateChange ?? []), ...(findingChange ? [findingChange] : [])];
  if (update && updateChange && entry.known?.status === 'embedded' && update.status === null) problems.push(problem('update', update.narrative ?? '', 'The action is embedded here, and an import cannot report on it without a status.', 'A status in the row; or leave the row out', true));
  if (entry.known?.hasEffort && read.values.daysNeeded !== null && read.values.daysNeeded !== entry.known.daysNeeded) problems.push(problem(setting.mapped.has('daysNeeded') ? 'daysNeeded' : 'resources', String(read.values.daysNeeded), STAYS_SUM, null, false));
  const clash = changes.some((change) => change.conflict && change.chosen === null);
  const real = changes.some((change) => !change.conflict || change.chosen === 'file');
  // What blocks in a row that stays as it is here need not be settled.
  const settled = entry.known && !real && !clash ? problems.filter((one) => !one.blocking && one.field !== 'status') : problems;
  const outcome: RowOutcome = settled.some((one) => one.blocking) ? 'stuck' : clash ? 'conflict' : !entry.known ? 'create' : real ? 'change' : 'unchanged';
  const range = merged.values.daysNeeded === read.values.daysNeeded && merged.values.daysNeeded !== entry.known?.daysNeeded ? read.range : null;
  return { ...nothing, outcome, range, values: merged.values, changes, problems: entry.known && !real ? settled.filter((one) => stays(one, merged.values)) : settled, update, finding, base: base(merged.value) };
}

/** An import closes nothing and opens nothing. */
const STAYS_CLOSED = 'It waits to be verified here, or has ended: what the sheet says of its progress is not taken. Open it again first, with a reason, if work goes on.';

/** What is said line by line is not overwritten by one figure. */
const STAYS_SUM = 'Its days are the sum of its lines of effort here, so these are not taken: change the lines on the action’s page.';

/** An unchanged row shows the problems that the action still has. */
const stays = (one: RowProblem, values: ActionValues): boolean => (one.message === STAYS_CLOSED || one.message === STAYS_SUM ? true : one.field === 'dueOn' ? values.dueOn === null && !values.dueTextKept : one.field === 'startOn' ? values.startOn === null : false);

function linked(nothing: Pick<PlannedRow, 'entry' | 'read' | 'range' | 'values' | 'changes' | 'update' | 'links' | 'base'>, byRef: ReturnType<typeof refsOf>, known: Known): PlannedRow {
  const { entry, read } = nothing;
  const targets = (byRef.get(sameText(entry.linkTo ?? '')) ?? []).filter((one) => one.key !== entry.key);
  const title = textOf(entry.cells, 'title');
  if (targets.length === 0) return { ...nothing, outcome: 'stuck', finding: null, problems: [problem('title', title, `It points at ${entry.linkTo}, and there is no such action in the sheet or the plan.`, 'The ref of an action; or import the row as an action of its own, or leave it out', true)] };
  if (read.finding === null) return { ...nothing, outcome: 'left_out', finding: null, problems: [problem('finding', '', `It points at ${entry.linkTo} and has no finding to link, so nothing happens.`, null, false)] };
  const said = sameText(read.finding);
  const isThere = isKnownFinding(read.finding, known) && targets.every((one) => one.known?.findings.some((finding) => sameText(finding.quotation) === said));
  return { ...nothing, outcome: isThere ? 'unchanged' : 'link', finding: read.finding, links: targets.map(({ key, id }) => ({ key: id ? null : key, id })), problems: [] };
}

const isKnownFinding = (text: string | null, known: Known): boolean => text !== null && known.findings.some((one) => sameText(one.quotation) === sameText(text));

function refProblems(entry: Entry): readonly RowProblem[] {
  if (entry.ref !== null) return entry.ref.length > 40 ? [problem('ref', entry.ref, 'The ref is too long.', 'Up to 40 characters', true)] : [];
  const message = entry.refDoubt === 'missing' ? 'The row has no ref.' : `Another row has the ref ${entry.sourceRef || 'too'}. It cannot be used twice in one plan.`;
  return [problem('ref', entry.sourceRef, message, `A ref of its own; proposed: ${entry.proposedRef}`, true)];
}

function statusProblems(entry: Entry, setting: Setting): readonly RowProblem[] {
  const word = textOf(entry.cells, 'status').slice(0, 200);
  return word !== '' && !setting.statuses.has(sameText(word)) ? [problem('status', word, 'Nobody has said yet what this status word means.', 'An answer in the step “Status words”', true)] : [];
}

/** A new update when the sheet's words about status have changed, or when they differ from what is here and nothing was imported before. */
function updateOf(entry: Entry, read: ReadValues, { mapped, known }: Setting): { readonly update: SaidUpdate | null; readonly change: readonly RowChange[] | null } {
  const said = read.update;
  const here = entry.known;
  if (!said || !here) return { update: said, change: null };
  const raw = (of: Readonly<Record<string, string>>): string => `${of['status'] ?? ''}\n${of['update'] ?? ''}`;
  if (here.base && 'status' in here.base.raw === mapped.has('status') && sameText(raw(here.base.raw)) === sameText(raw(entry.raw))) return { update: null, change: null };
  const status = said.status ?? here.status;
  const sameStatus = !mapped.has('status') || said.status === null || status === here.status || (said.saysEmbedded && here.status === 'embedded');
  const sameWords = !mapped.has('update') || (said.narrative === null ? true : meaning(said.narrative) === meaning(here.narrative ?? ''));
  if (sameStatus && sameWords) return { update: null, change: null };
  // What says something new needs its day first; what says nothing new needs none.
  if (said.asOf === null) return { update: said, change: null };
  const word = (one: string): string => known.words.find(({ status: state }) => state === one)?.word ?? one;
  const change: RowChange[] = [];
  if (!sameStatus) change.push({ field: 'status', from: word(here.status), to: word(status), conflict: false, chosen: null });
  if (!sameWords) change.push({ field: 'update', from: here.narrative, to: said.narrative, conflict: false, chosen: null });
  return { update: said, change };
}

function findingOf(entry: Entry, read: ReadValues, mapped: ReadonlySet<ImportField>): { readonly finding: string | null; readonly change: RowChange | null } {
  const here = entry.known;
  if (!mapped.has('finding') || read.finding === null) return { finding: null, change: null };
  if (!here) return { finding: read.finding, change: null };
  if (here.base && (here.base.raw['finding'] ?? '') === (entry.raw['finding'] ?? '')) return { finding: null, change: null };
  const shown = shownFindings(here);
  if (here.findings.some((one) => meaning(one.quotation) === meaning(read.finding ?? '')) || meaning(shown) === meaning(read.finding)) return { finding: null, change: null };
  return { finding: read.finding, change: { field: 'finding', from: shown || null, to: read.finding, conflict: false, chosen: null } };
}

/** All that an action answers, as one cell of our export has it. */
export const shownFindings = (action: Pick<KnownAction, 'findings'>): string => action.findings.map((one) => tidy(one.quotation)).join('\n\n');

function stillNeeded(table: Table, choices: ImportChoices, names: Names, words: ImportPlan['words'], rows: readonly PlannedRow[], moves: number): readonly string[] {
  const needed: string[] = [];
  const findingsAlone = isFindingsAlone(table);
  if (!table.mapped.has('title') && !findingsAlone) needed.push('Say which column holds the actions, or the findings of a sheet of findings alone.');
  if (!findingsAlone && choices.planId === null && choices.planTitle === null) needed.push('Choose the plan that the actions go into.');
  if (rows.some((row) => row.finding !== null && row.outcome !== 'left_out' && row.outcome !== 'unchanged') && choices.reviewId === null && choices.reviewTitle === null) needed.push('Choose the review that the findings are from.');
  const open = words.filter((word) => word.status === undefined);
  if (open.length > 0) needed.push(`Say what ${list(open.map((word) => `“${word.value}”`))} ${open.length === 1 ? 'means' : 'mean'}.`);
  if (rows.some((row) => row.update !== null && row.update.asOf === null)) needed.push('Give the day that the statuses speak of.');
  for (const [what, some] of [['people', names.people], ['organisations', names.organisations]] as const) {
    const undecided = [...some.values()].filter((one: NamedInSheet) => one.choice === null);
    if (undecided.length > 0) needed.push(`Decide about ${undecided.length} ${what}: ${list(undecided.map((one) => one.value))}.`);
  }
  const stuck = rows.filter((row) => row.outcome === 'stuck' && row.problems.some((one) => one.blocking && !(one.field === 'status' && open.length > 0)));
  if (stuck.length > 0) needed.push(`Settle ${stuck.length === 1 ? 'row' : `${stuck.length} rows:`} ${list(stuck.map((row) => String(row.entry.row)))}.`);
  const clashes = rows.filter((row) => row.outcome === 'conflict');
  if (clashes.length > 0) needed.push(`Choose between the file and what is here in ${clashes.length === 1 ? 'row' : `${clashes.length} rows:`} ${list(clashes.map((row) => String(row.entry.row)))}.`);
  if (moves > 0 && (choices.moveReason === null || choices.moveAgreedBy === null)) needed.push(`${moves === 1 ? 'A due date moves' : `${moves} due dates move`}: say why, and who agreed.`);
  return needed.map((one) => one.slice(0, 500));
}

const list = (words: readonly string[]): string => (words.length > 6 ? `${words.slice(0, 6).join(', ')} and ${words.length - 6} more` : words.join(', '));

export const noCounts = (): ImportCounts => ({ create: 0, change: 0, unchanged: 0, conflict: 0, link: 0, finding_only: 0, left_out: 0, stuck: 0, missing: 0 });

function countOutcomes(rows: readonly PlannedRow[], missing: number): ImportCounts {
  const counts = { ...noCounts(), missing };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}

/** A planned row as the dry run shows it. */
export function previewRow({ entry, outcome, values, changes, problems }: PlannedRow): PreviewRow {
  return { key: entry.key, row: entry.row, part: entry.part, ref: (entry.ref ?? entry.sourceRef).slice(0, 200), title: (entry.kind === 'finding_only' ? textOf(entry.cells, 'finding') : values.title || textOf(entry.cells, 'title')).slice(0, 2_000), theme: values.theme?.slice(0, 1_000) ?? null, outcome, actionId: entry.known?.id ?? null, changes: [...changes], problems: [...problems] };
}

export const missingRow = (action: KnownAction): PreviewRow => ({ key: `m${action.id}`, row: null, part: null, ref: action.ref, title: action.title, theme: action.theme, outcome: 'missing', actionId: action.id, changes: [], problems: [problem(null, '', 'The file does not have this action any more. It stays as it is here.', null, false)] });
