import { Flag, Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { ColumnChoice, NameSettled } from './import-choices';
import { type ImportField, importFields, type ImportStatus, importStatuses, type SettleKind, settleKinds } from './import-words';

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
