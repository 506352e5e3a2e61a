import { Action, fieldsOf, type ImportChoices, type ImportField, type ImportStatus, type RowProblem } from '@followthrough/contracts';
import { spoken } from '../calendar';
import { horizonInTitle, readHorizon, readPriority } from './columns';
import { rangeOf, readEffort, type SaidRange, type WorkDates } from './effort-words';
import { type Answers, type Entry, textOf } from './entries';
import { sameText } from './grid';
import { readDate, type SaidDate } from './import-dates';
import type { ActionValues, Known } from './known';
import { organisationsIn } from './names';
import type { Names } from './people-and-partners';

/** What an update column and a status word say of one action on one day. */
export interface SaidUpdate {
  readonly status: ImportStatus | null;
  readonly asOf: string | null;
  readonly narrative: string | null;
  /** The sheet's word says embedded, which an import never makes. */
  readonly saysEmbedded: boolean;
}

export interface ReadValues {
  readonly values: ActionValues;
  /** Where the days are a range: its ends. */
  readonly range: SaidRange | null;
  readonly update: SaidUpdate | null;
  readonly finding: string | null;
  readonly problems: readonly RowProblem[];
  readonly dates: Readonly<Record<'startOn' | 'dueOn', SaidDate>>;
}

export interface Setting {
  readonly choices: ImportChoices;
  readonly answers: Answers;
  readonly names: Names;
  readonly known: Known;
  readonly mapped: ReadonlySet<ImportField>;
  /** Statuses by the word of the sheet; a word that is absent has not been answered. */
  readonly statuses: ReadonlyMap<string, ImportStatus | null>;
  readonly today: string;
}

const LONGEST_TITLE = 500;

/** Line ends as one, no spaces at the ends of lines: what is stored and compared of a text. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[ \t\u00a0]+(?=\n|$)/g, '').trim();

export const problem = (field: ImportField | null, value: string, message: string, accepted: string | null, blocking: boolean): RowProblem => ({ field, value: value.slice(0, 32_000), message, accepted, blocking });

/** What an action would be, from one entry and the lead's choices; and what in it cannot stay as it is. */
export function readValues(entry: Entry, setting: Setting): ReadValues {
  const { cells } = entry;
  const problems: RowProblem[] = [];
  const prose = (field: ImportField): string | null => tidy(cells[field]?.text ?? '') || null;
  const { title, description } = titleOf(tidy(cells.title?.text ?? ''), prose('description'));
  const start = settledDate(entry, 'startOn', setting);
  const due = settledDate(entry, 'dueOn', setting);
  const { days, range } = daysOf(entry, setting.mapped, { startOn: start.on, dueOn: due.on }, problems);
  const values: ActionValues = {
    title,
    description,
    theme: textOf(cells, 'theme') || null,
    horizon: horizonOf(entry, setting, problems),
    priority: wordOf(entry, 'priority', readPriority, 'High, Medium or Low', problems),
    ownerId: personOf(entry, 'owner', setting.names),
    accountablePersonId: personOf(entry, 'accountablePerson', setting.names),
    ...bodiesOf(entry, setting),
    startOn: start.on,
    startText: start.text,
    dueOn: due.on,
    dueText: due.text,
    dueTextKept: due.kept,
    successMeasure: prose('successMeasure'),
    resources: prose('resources'),
    daysNeeded: days,
    risks: prose('risks'),
    nextSteps: prose('nextSteps'),
  };
  problems.push(...limits(values), ...order(entry, values));
  const finding = prose('finding');
  if (finding !== null && finding.length > 10_000) problems.push(problem('finding', finding, 'The finding is too long.', 'Up to 10,000 characters', true));
  for (const field of ['startOn', 'dueOn'] as const) datesSaid(entry, field, field === 'startOn' ? start : due, problems);
  return { values, range, update: updateOf(entry, setting, problems), finding, problems, dates: { startOn: start.said, dueOn: due.said } };
}

/** A title holds 500 characters; a longer text stays whole in the description, under its first sentence. */
function titleOf(text: string, description: string | null): { readonly title: string; readonly description: string | null } {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= LONGEST_TITLE) return { title: line, description };
  const sentence = /^.{20,200}?[.!?;](?=\s)/.exec(line)?.[0] ?? `${line.slice(0, 199).replace(/\s+\S*$/, '')}…`;
  return { title: sentence, description: [text, description].filter(Boolean).join('\n\n') };
}

function settledDate(entry: Entry, field: 'startOn' | 'dueOn', { answers }: Setting): { readonly on: string | null; readonly text: string | null; readonly kept: boolean; readonly said: SaidDate } {
  const said = readDate(entry.cells[field] ?? { text: '' }, field === 'startOn' ? 'first' : 'last');
  const answer = answers.find(entry.row, entry.part, 'date', field);
  if (!answer) return { on: said.on, text: said.text, kept: false, said };
  return answer.answer === null ? { on: null, text: said.text ?? (said.on ? textOf(entry.cells, field) : null), kept: true, said } : { on: answer.answer, text: null, kept: false, said };
}

function datesSaid(entry: Entry, field: 'startOn' | 'dueOn', date: { readonly on: string | null; readonly text: string | null; readonly kept: boolean; readonly said: SaidDate }, problems: RowProblem[]): void {
  if (date.on !== null || date.text === null || date.kept) return;
  const { why, proposed } = date.said;
  const message = why === 'impossible' ? 'No calendar has this day. It stays as text beside an empty date.' : proposed ? `It may mean ${spoken(proposed)}. Until somebody confirms that, it stays as text beside an empty date.` : 'It states no day. It stays as text beside an empty date, and is listed to resolve.';
  problems.push(problem(field, textOf(entry.cells, field), message, 'A day, such as 31/12/2026 or 1 Sept 26', false));
}

function order(entry: Entry, { startOn, dueOn }: ActionValues): readonly RowProblem[] {
  return startOn && dueOn && startOn > dueOn ? [problem('dueOn', textOf(entry.cells, 'dueOn'), `It is before the start, ${spoken(startOn)}.`, 'A due date on or after the start date', true)] : [];
}

function horizonOf(entry: Entry, { answers, mapped }: Setting, problems: RowProblem[]): ActionValues['horizon'] {
  const answer = answers.find(entry.row, entry.part, 'horizon')?.answer;
  if (answer === 'quick_win' || answer === 'medium' || answer === 'deep_rooted') return answer;
  const said = mapped.has('horizon') ? wordOf(entry, 'horizon', readHorizon, 'Quick win, Medium or Deep-rooted', problems) : null;
  return said ?? horizonInTitle(entry.cells.title?.text ?? '') ?? entry.known?.horizon ?? 'medium';
}

function wordOf<T>(entry: Entry, field: ImportField, read: (text: string) => T | null, accepted: string, problems: RowProblem[]): T | null {
  const text = textOf(entry.cells, field);
  const found = text === '' ? null : read(text);
  if (text !== '' && found === null) problems.push(problem(field, text, 'This word is not one that we know, so it is left out.', accepted, false));
  return found;
}

const personOf = (entry: Entry, field: 'owner' | 'accountablePerson', names: Names): string | null => names.people.get(sameText(entry.cells[field]?.text ?? ''))?.id ?? null;

/** The first organisation of the cell answers for the action, the others contribute. "All partners" contribute. */
function bodiesOf(entry: Entry, { names, known, mapped }: Setting): Pick<ActionValues, 'accountableOrganisationId' | 'contributingIds'> {
  const idsOf = (field: ImportField): readonly string[] =>
    organisationsIn(entry.cells[field]?.text ?? '', names.isKnownOrganisation).flatMap((name) => {
      const one = names.organisations.get(sameText(name));
      if (one?.choice === 'everyone') return everyone(names, known);
      return one?.id ? [one.id] : [];
    });
  const first = organisationsIn(entry.cells.organisations?.text ?? '', names.isKnownOrganisation)[0];
  const lead = mapped.has('accountableOrganisation') ? (idsOf('accountableOrganisation')[0] ?? null) : first === undefined ? null : (names.organisations.get(sameText(first))?.id ?? null);
  const others = [...new Set([...(mapped.has('accountableOrganisation') ? [] : idsOf('organisations')), ...idsOf('contributingOrganisations')])];
  return { accountableOrganisationId: lead, contributingIds: others.filter((id) => id !== lead).sort() };
}

function everyone(names: Names, known: Known): readonly string[] {
  return [...known.organisations.map((one) => one.id), ...[...names.organisations.values()].flatMap((one) => (one.choice === 'create' && one.id ? [one.id] : []))];
}

/** From a column of days, or from what the resources say of effort. How it was read is said, and what could not be is listed. */
function daysOf(entry: Entry, mapped: ReadonlySet<ImportField>, dates: WorkDates, problems: RowProblem[]): { readonly days: number | null; readonly range: SaidRange | null } {
  const field = mapped.has('daysNeeded') ? 'daysNeeded' : 'resources';
  const text = field === 'daysNeeded' ? textOf(entry.cells, field) : (entry.cells.resources?.text ?? '').trim();
  const said = readEffort(text, dates, field === 'daysNeeded');
  const { days, how, doubt } = said;
  if (doubt !== null) problems.push(problem(field, text, doubt, 'Such as 12 days, 5-10 days, 2 days a month or 0.8 FTE', false));
  if (how !== null) problems.push(problem(field, text, how, null, false));
  return { days, range: rangeOf(said) };
}

function updateOf(entry: Entry, setting: Setting, problems: RowProblem[]): SaidUpdate | null {
  const word = textOf(entry.cells, 'status');
  const status = word === '' ? null : (setting.statuses.get(sameText(word)) ?? null);
  const said = entry.updates.filter((update) => tidy(update.text) !== '').sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''));
  if (status === null && said.length === 0) return null;
  const own = setting.mapped.has('statusOn') ? readDate(entry.cells.statusOn ?? { text: '' }) : null;
  if (own && own.on === null && own.text !== null) problems.push(problem('statusOn', own.text, 'It states no day for the status.', 'A day, such as 31/10/2026', true));
  const asOf = own?.on ?? [...entry.updates].map((update) => update.asOf).sort((a, b) => (b ?? '').localeCompare(a ?? ''))[0] ?? setting.choices.asOf;
  if (asOf !== null && asOf > setting.today) problems.push(problem(own ? 'statusOn' : 'update', spoken(asOf), 'The status speaks of a day that has not come yet.', 'Today or an earlier day', true));
  const embedded = setting.known.words.find((one) => one.status === 'embedded')?.word ?? 'embedded';
  const saysEmbedded = status === 'complete' && [sameText(embedded), 'embedded'].includes(sameText(word));
  // Older columns have no status of their own: what they said stays, dated, under the latest.
  const texts = said.map((update) => (update.asOf === null || update.asOf === asOf || said.length === 1 ? tidy(update.text) : `${spoken(update.asOf)}: ${tidy(update.text)}`));
  if (saysEmbedded) problems.push(problem('status', word, 'An import makes nothing embedded: it is taken as complete, with a note. A second person verifies it here.', null, false));
  if (status === null && word === '' && setting.mapped.has('status')) problems.push(problem('status', '', entry.known ? 'There is an update but no status: the status stays as it is here.' : 'There is an update but no status: it is taken as not started.', null, false));
  if (status === 'at_risk' || status === 'off_track') problems.push(problem('status', word, status === 'off_track' ? 'The sheet has no path back to green and names no decision. The next update asks for them.' : 'The sheet has no path back to green. The next update asks for it.', null, false));
  return { status, asOf, narrative: texts.join('\n') || null, saysEmbedded };
}

const LIMITED: readonly (readonly [ImportField, keyof ActionValues, keyof Action])[] = [
  ['description', 'description', 'description'], ['theme', 'theme', 'theme'], ['startOn', 'startText', 'startText'], ['dueOn', 'dueText', 'dueText'],
  ['successMeasure', 'successMeasure', 'successMeasure'], ['resources', 'resources', 'resources'], ['risks', 'risks', 'risks'], ['nextSteps', 'nextSteps', 'nextSteps'],
];
const SHAPES = fieldsOf(Action);

/** The lengths that typing keeps too. */
function limits(values: ActionValues): readonly RowProblem[] {
  const found: RowProblem[] = [];
  for (const [field, key, shape] of LIMITED) {
    const text = values[key];
    const most = SHAPES.get(shape)?.max ?? 200;
    if (typeof text === 'string' && text.length > most) found.push(problem(field, text, `The text has ${text.length.toLocaleString('en-GB')} characters.`, `Up to ${most.toLocaleString('en-GB')} characters`, true));
  }
  if (values.title === '') found.push(problem('title', '', 'The row says no action.', 'What will be done; or leave the row out', true));
  return found;
}
