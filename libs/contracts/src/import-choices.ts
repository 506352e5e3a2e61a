import { partial } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { type ImportField, importFields, type ImportStatus, importStatuses, type NameChoice, nameChoices, type SettleKind, settleKinds } from './import-words';
import { type OrganisationKind, organisationKinds, type SlipReason, slipReasons } from './words';

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
