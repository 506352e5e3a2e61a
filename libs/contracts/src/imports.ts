import { omit, partial } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type OrganisationKind, organisationKinds, type SlipReason, slipReasons, type Status, statuses } from './words';

/** What a column of a plan can hold. `update` holds narratives as of one date, `statusOn` the date of each row's status. */
export const importFields = [
  'ignore', 'ref', 'theme', 'finding', 'findingRef', 'page', 'title', 'description', 'horizon', 'priority', 'owner', 'accountablePerson', 'organisations', 'accountableOrganisation', 'contributingOrganisations',
  'startOn', 'dueOn', 'successMeasure', 'resources', 'daysNeeded', 'risks', 'nextSteps', 'status', 'statusOn', 'update',
] as const;
export type ImportField = (typeof importFields)[number];

export const importStates = ['uploaded', 'previewed', 'applied', 'undone', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** What the dry run says would happen to a row. `stuck`: nothing, until its problems are settled. */
export const rowOutcomes = ['create', 'change', 'unchanged', 'conflict', 'link', 'finding_only', 'left_out', 'stuck', 'missing'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const settleKinds = ['split', 'link', 'ref', 'date', 'horizon', 'conflict', 'leave_out'] as const;
export type SettleKind = (typeof settleKinds)[number];

/** A status word of the sheet never means `embedded`: that needs evidence and a second person. */
export const importStatuses = statuses.filter((one) => one !== 'embedded');
export type ImportStatus = Exclude<Status, 'embedded'>;

export const nameChoices = ['match', 'create', 'leave', 'everyone'] as const;
export type NameChoice = (typeof nameChoices)[number];

export class ColumnChoice {
  @Quantity('Column', { max: 199 }) column: number;
  @OneOf('What it holds', importFields) field: ImportField;
  @CalendarDate('As of', { nullable: true, hint: 'The day that this column of updates speaks of' }) asOf: string | null;
  @Flag('An empty cell means the same as the one above') fillDown: boolean;
}

export class StatusChoice {
  @Text('Word in the sheet', { max: 200 }) value: string;
  /** Null: rows with this word are imported without a status. */
  @OneOf('Means', importStatuses, { nullable: true }) status: ImportStatus | null;
}

export class NameSettled {
  @Text('Name in the sheet', { max: 500 }) value: string;
  @OneOf('What to do', nameChoices) choice: NameChoice;
  @Id('Who or which', { nullable: true }) id: string | null;
  /** For an organisation to create. */
  @OneOf('Kind', organisationKinds, { nullable: true }) kind: OrganisationKind | null;
}

/** The lead's answer to one question about one row. `row` counts from 1, as Excel does; `part` counts the parts of a split. */
export class Settled {
  @Quantity('Row', { min: 1, max: 1_048_576 }) row: number;
  @Quantity('Part', { nullable: true, max: 30 }) part: number | null;
  @OneOf('What', settleKinds) what: SettleKind;
  @OneOf('Column', importFields, { nullable: true }) field: ImportField | null;
  /** split: `split` or `keep`. link: `link` or `create`. ref: the ref. date: a day, or null to keep the text. horizon: its word. conflict: `file` or `here`. leave_out: `yes`. */
  @Text('Answer', { nullable: true, max: 200 }) answer: string | null;
}

export class ImportChoices {
  @Text('Sheet', { nullable: true, max: 200 }) sheet: string | null;
  @Quantity('Header row', { nullable: true, min: 1, max: 5_200 }) headerRow: number | null;
  @Quantity('Rows of the header', { nullable: true, min: 1, max: 2 }) headerRows: number | null;
  @Inside('Columns', () => ColumnChoice, { many: 200 }) columns: ColumnChoice[];
  @Id('Plan', { nullable: true }) planId: string | null;
  @Text('New plan', { nullable: true }) planTitle: string | null;
  @Id('Review', { nullable: true }) reviewId: string | null;
  @Text('New review', { nullable: true }) reviewTitle: string | null;
  @CalendarDate('Statuses as of', { nullable: true }) asOf: string | null;
  @Inside('Status words', () => StatusChoice, { many: 500 }) statuses: StatusChoice[];
  @Inside('People', () => NameSettled, { many: 5_000 }) people: NameSettled[];
  @Inside('Organisations', () => NameSettled, { many: 5_000 }) organisations: NameSettled[];
  @Flag('Take e-mail addresses and organisations from the contacts in the workbook') useContacts: boolean;
  @Inside('Settled', () => Settled, { many: 20_000 }) settled: Settled[];
  @OneOf('Why dates moved', slipReasons, { nullable: true }) moveReason: SlipReason | null;
  @Text('Who agreed to the moved dates', { nullable: true }) moveAgreedBy: string | null;
}

/** What a step says: the parts of the choices that it changes. */
export class ImportStep extends partial(ImportChoices) {
  @Version() version: number;
}

export class ImportVersion {
  @Version() version: number;
}

export class ImportCounts {
  @Quantity('Create') create: number;
  @Quantity('Change') change: number;
  @Quantity('Unchanged') unchanged: number;
  @Quantity('Conflict') conflict: number;
  @Quantity('Link') link: number;
  @Quantity('Finding only') finding_only: number;
  @Quantity('Left out') left_out: number;
  @Quantity('Stuck') stuck: number;
  @Quantity('Missing from the file') missing: number;
}

/** One import in the list. */
export class ImportItem {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('File', { max: 300 }) fileName: string;
  @OneOf('State', importStates) state: ImportState;
  @Instant('Uploaded') createdAt: string;
  @Text('By', { nullable: true }) createdBy: string | null;
  @Instant('Applied', { nullable: true }) appliedAt: string | null;
  @Instant('Undone', { nullable: true }) undoneAt: string | null;
  @Text('Plan', { nullable: true }) plan: string | null;
  @Inside('What it did', () => ImportCounts, { nullable: true }) counts: ImportCounts | null;
}

export class ImportListQuery {
  @Id('After', { optional: true }) after?: string;
}

export class ImportList {
  @Inside('Imports', () => ImportItem, { many: 50 }) items: ImportItem[];
  @Id('Next', { nullable: true }) next: string | null;
}

export class SheetSeen {
  @Text('Name', { max: 200 }) name: string;
  @Quantity('Rows') rows: number;
  @Quantity('Columns') columns: number;
  @Quantity('Likely header row', { nullable: true }) headerRow: number | null;
}

/** A row of the sheet as it stands, for the grid that the lead picks the header in. */
export class GridRow {
  @Quantity('Row') row: number;
  @Text('Cells', { many: 200, max: 32_767, min: 0 }) cells: string[];
}

export class ColumnSeen extends ColumnChoice {
  @Text('Letter', { max: 3 }) letter: string;
  @Text('Heading', { max: 1_000, min: 0 }) heading: string;
  @Text('Examples', { many: 3, max: 200 }) examples: string[];
  @OneOf('Suggested', importFields) suggested: ImportField;
  @Flag('Has empty cells under filled ones') hasGaps: boolean;
}

export class StatusSeen {
  @Text('Word in the sheet', { max: 200 }) value: string;
  @Quantity('Rows') rows: number;
  @Text('What the sheet’s key says', { nullable: true, max: 500 }) keySays: string | null;
  @OneOf('Offered', importStatuses, { nullable: true }) offered: ImportStatus | null;
  @Flag('Answered') answered: boolean;
  @OneOf('Means', importStatuses, { nullable: true }) status: ImportStatus | null;
}

export class KeyLine {
  @Text('Where', { max: 300 }) where: string;
  @Text('What it says', { max: 2_000 }) text: string;
}

export class NamedThing {
  @Id('Id') id: string;
  @Text('Name', { max: 500 }) name: string;
}

export class NameSeen extends NameSettled {
  @Quantity('Rows') rows: number;
  @Flag('Answered') answered: boolean;
  @Text('Matched', { nullable: true, max: 500 }) matched: string | null;
  @Inside('Similar', () => NamedThing, { many: 5 }) similar: NamedThing[];
  @Text('From the contacts', { nullable: true, max: 500 }) contact: string | null;
}

export class SplitPart {
  @Text('Ref', { max: 60 }) ref: string;
  @Text('Action', { max: 10_000 }) title: string;
  @Text('Timescale', { nullable: true, max: 500 }) due: string | null;
}

/** A question about one row. */
export class ToSettle {
  @Quantity('Row') row: number;
  @Quantity('Part', { nullable: true }) part: number | null;
  @OneOf('What', settleKinds) what: SettleKind;
  @OneOf('Column', importFields, { nullable: true }) field: ImportField | null;
  @Text('Ref', { max: 200, min: 0 }) ref: string;
  @Text('Value', { max: 32_767, min: 0 }) value: string;
  @Text('Question', { max: 500 }) says: string;
  @Text('Proposed', { nullable: true, max: 200 }) proposed: string | null;
  @Inside('Parts', () => SplitPart, { many: 30 }) parts: SplitPart[];
  @Flag('Must be answered') needed: boolean;
  @Flag('Answered') answered: boolean;
  @Text('Answer', { nullable: true, max: 200 }) answer: string | null;
}

export class LinkedAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Action', { max: 500 }) title: string;
}

/** What an applied import did, with the way to it. */
export class ImportResult extends ImportCounts {
  @Id('Plan') planId: string;
  @Text('Plan', { max: 200 }) plan: string;
  @Quantity('People') people: number;
  @Quantity('Organisations') organisations: number;
  @Quantity('Findings') findings: number;
  @Quantity('Updates') updates: number;
  @Quantity('Dates to resolve') datesToResolve: number;
  @Inside('Actions', () => LinkedAction, { many: 50 }) actions: LinkedAction[];
}

/** What was built on an applied import, so that it can no longer be undone. */
export class BuiltOn {
  @Text('What', { max: 300 }) what: string;
  @Id('Action', { nullable: true }) actionId: string | null;
}

/** What this locality calls a state. */
export class StateWord {
  @OneOf('State', statuses) status: Status;
  @Text('Word', { max: 40 }) word: string;
}

/** Everything the steps of one import show. */
export class ImportScreen extends omit(ImportItem, 'counts') {
  @Inside('Choices', () => ImportChoices) choices: ImportChoices;
  @Inside('Sheets', () => SheetSeen, { many: 50 }) sheets: SheetSeen[];
  @Inside('Top of the sheet', () => GridRow, { many: 60 }) grid: GridRow[];
  @Inside('Columns', () => ColumnSeen, { many: 200 }) columns: ColumnSeen[];
  @Flag('Columns as last time') remembered: boolean;
  @Inside('Key', () => KeyLine, { many: 100 }) key: KeyLine[];
  @Inside('Status words', () => StatusSeen, { many: 500 }) statuses: StatusSeen[];
  @Inside('People', () => NameSeen, { many: 5_000 }) people: NameSeen[];
  @Inside('Organisations', () => NameSeen, { many: 5_000 }) organisations: NameSeen[];
  @Inside('Everybody', () => NamedThing, { many: 20_000 }) knownPeople: NamedThing[];
  @Inside('Every partner', () => NamedThing, { many: 2_000 }) knownOrganisations: NamedThing[];
  @Inside('Plans', () => NamedThing, { many: 500 }) plans: NamedThing[];
  @Inside('Reviews', () => NamedThing, { many: 500 }) reviews: NamedThing[];
  @Inside('Scale', () => StateWord, { many: 20 }) scale: StateWord[];
  @Inside('To settle', () => ToSettle, { many: 20_000 }) toSettle: ToSettle[];
  @Text('Still needed before applying', { many: 200, max: 500 }) needed: string[];
  @Inside('Counts', () => ImportCounts) counts: ImportCounts;
  @Quantity('Dates that would move') moves: number;
  @Inside('Result', () => ImportResult, { nullable: true }) result: ImportResult | null;
}

export class RowChange {
  @OneOf('Column', importFields) field: ImportField;
  @Prose('From', { nullable: true, max: 40_000 }) from: string | null;
  @Prose('To', { nullable: true, max: 40_000 }) to: string | null;
  /** Both the file and somebody here changed it since the last import. */
  @Flag('Conflict') conflict: boolean;
  @OneOf('Chosen', ['file', 'here'], { nullable: true }) chosen: 'file' | 'here' | null;
}

export class RowProblem {
  @OneOf('Column', importFields, { nullable: true }) field: ImportField | null;
  @Text('Value', { max: 32_767, min: 0 }) value: string;
  @Text('Problem', { max: 500 }) message: string;
  @Text('Accepted', { nullable: true, max: 500 }) accepted: string | null;
  /** The import cannot be applied until this is settled or the row is left out. */
  @Flag('Stops the import') blocking: boolean;
}

/** One row of the dry run. */
export class PreviewRow {
  @Text('Key', { max: 40 }) key: string;
  @Quantity('Row', { nullable: true }) row: number | null;
  @Quantity('Part', { nullable: true }) part: number | null;
  @Text('Ref', { max: 200, min: 0 }) ref: string;
  @Text('Action', { max: 40_000, min: 0 }) title: string;
  @Text('Theme', { nullable: true, max: 1_000 }) theme: string | null;
  @OneOf('What would happen', rowOutcomes) outcome: RowOutcome;
  @Id('Action here', { nullable: true }) actionId: string | null;
  @Inside('Changes', () => RowChange, { many: 40 }) changes: RowChange[];
  @Inside('Problems', () => RowProblem, { many: 60 }) problems: RowProblem[];
}

export const previewFilters = ['all', 'problems', ...rowOutcomes] as const;
export type PreviewFilter = (typeof previewFilters)[number];

export class PreviewQuery {
  @OneOf('Show', previewFilters, { optional: true }) show?: PreviewFilter;
  @Quantity('After', { optional: true, max: 100_000 }) after?: number;
}

export class ImportPreview {
  @Version() version: number;
  @Inside('Counts', () => ImportCounts) counts: ImportCounts;
  @Quantity('Rows with problems') withProblems: number;
  @Text('Still needed before applying', { many: 200, max: 500 }) needed: string[];
  @Inside('Rows', () => PreviewRow, { many: 100 }) items: PreviewRow[];
  @Quantity('Next', { nullable: true }) next: number | null;
}

/** How far an import has come. Null: it is not being applied just now. */
export class ImportProgress {
  @OneOf('State', importStates) state: ImportState;
  @Quantity('Per cent', { nullable: true, max: 100 }) percent: number | null;
}

export class ImportUndo extends ImportVersion {}

export const importRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/imports', may: 'import.run', says: 'The imports so far, latest first', query: ImportListQuery, answer: ImportList }),
  upload: route({ method: 'POST', path: 'localities/:locality/imports', may: 'import.run', says: 'Upload a workbook (.xlsx) or a .csv file, up to 10 MB', upload: 10_485_760, answer: ImportScreen, status: 201 }),
  one: route({ method: 'GET', path: 'localities/:locality/imports/:id', may: 'import.run', says: 'One import with everything that its steps show', answer: ImportScreen }),
  choose: route({ method: 'PATCH', path: 'localities/:locality/imports/:id', may: 'import.run', says: 'Save what a step chose', body: ImportStep, answer: ImportScreen, refusals: ['stale', 'rule', 'already_done'] }),
  preview: route({ method: 'GET', path: 'localities/:locality/imports/:id/preview', may: 'import.run', says: 'Dry run: what would happen to every row, and every problem', query: PreviewQuery, answer: ImportPreview }),
  progress: route({ method: 'GET', path: 'localities/:locality/imports/:id/progress', may: 'import.run', says: 'How far the applying of an import has come', answer: ImportProgress }),
  apply: route({ method: 'POST', path: 'localities/:locality/imports/:id/apply', may: 'import.run', says: 'Apply the import, all of it or nothing', body: ImportVersion, answer: ImportScreen, refusals: ['stale', 'rule', 'already_done', 'name_taken'] }),
  undo: route({ method: 'POST', path: 'localities/:locality/imports/:id/undo', may: 'import.run', says: 'Undo an applied import as a whole, while nothing was built on it', body: ImportUndo, answer: ImportScreen, refusals: ['stale', 'rule', 'already_done'] }),
  discard: route({ method: 'POST', path: 'localities/:locality/imports/:id/discard', may: 'import.run', says: 'Give up an import that was not applied', body: ImportVersion, answer: ImportScreen, refusals: ['stale', 'already_done'] }),
};

