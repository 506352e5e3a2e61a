import { omit } from './kernel/derive';
import { Flag, Id, Inside, Instant, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ImportChoices, ImportStep } from './import-choices';
import { ImportCounts, ImportPreview, PreviewQuery } from './import-preview';
import { ColumnSeen, GridRow, KeyLine, NamedThing, NameSeen, SheetSeen, StatusSeen, ToSettle } from './import-seen';
import { type ImportState, importStates, type ImportStepName, importSteps } from './import-words';
import { type Status, statuses } from './words';

export class ImportVersion {
  @Version() version: number;
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

/** A file that is being read, before there is an import of it, or an import that is being applied. */
export class ImportUnderWay {
  @Id('Id') id: string;
  @Text('File', { max: 300 }) fileName: string;
  @Text('By', { nullable: true }) by: string | null;
  @OneOf('Step', importSteps) step: ImportStepName;
  @Quantity('Per cent', { max: 100 }) percent: number;
}

export class ImportList {
  @Inside('Under way', () => ImportUnderWay, { many: 50 }) underWay: ImportUnderWay[];
  @Inside('Imports', () => ImportItem, { many: 50 }) items: ImportItem[];
  @Id('Next', { nullable: true }) next: string | null;
}

export class LinkedAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Action', { max: 500 }) title: string;
}

/** What an applied import did, with the way to it. */
export class ImportResult extends ImportCounts {
  /** Null for a sheet of findings alone. */
  @Id('Plan', { nullable: true }) planId: string | null;
  @Text('Plan', { nullable: true, max: 200 }) plan: string | null;
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
