import { Flag, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { type ImportField, importFields, type RowOutcome, rowOutcomes } from './import-words';

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
