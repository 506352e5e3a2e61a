import { proofColumns, type SheetColumn, sheetColumns } from '@followthrough/domain';

/** How a column is typed: lines of text, one line, a day, or one of a few words. */
export type ColumnKind = 'prose' | 'line' | 'day' | 'choice';

export interface ColumnWords {
  readonly label: string;
  readonly kind: ColumnKind;
  /** On the grid, in pixels. */
  readonly width: number;
  /** Said where there is room for it, as on a phone. */
  readonly hint?: string;
}

export const columnWords: Readonly<Record<SheetColumn, ColumnWords>> = {
  status: { label: 'How is it going?', kind: 'choice', width: 165, hint: 'Choose what is true today, not at the year end.' },
  narrative: { label: 'What happened', kind: 'prose', width: 300, hint: 'Never anything about a patient.' },
  pathToGreen: { label: 'Path back to green', kind: 'prose', width: 230, hint: 'What will bring it back on track, and who does it' },
  what: { label: 'Decision needed', kind: 'prose', width: 200, hint: 'What has to be decided above the owner' },
  fromWhom: { label: 'From whom', kind: 'line', width: 160, hint: 'The board, or who else can decide' },
  neededBy: { label: 'Needed by', kind: 'day', width: 140 },
  forecastOn: { label: 'When will it be done?', kind: 'day', width: 140 },
  deliveryConfidence: { label: 'Confidence in delivery', kind: 'choice', width: 130 },
  outcomeConfidence: { label: 'Confidence in the outcome', kind: 'choice', width: 130, hint: 'Whether it will bring the difference that it is for' },
  restricted: { label: 'Out of the public version', kind: 'choice', width: 120, hint: 'Keep this text out of it' },
  proofKind: { label: 'Kind of evidence', kind: 'choice', width: 140, hint: 'What shows that it is done' },
  proofLine: { label: 'Who stands behind it', kind: 'choice', width: 140, hint: 'First line: those who did the work. Second: those who oversee it. Third: independent of it.' },
  proofTitle: { label: 'What the evidence is', kind: 'line', width: 220, hint: 'Such as: audit of 20 discharges, ward 4, October' },
  proofUrl: { label: 'Where it is', kind: 'line', width: 200, hint: 'An address that begins with https://. A file is attached on the action’s own page.' },
  proofWords: { label: 'Evidence in words', kind: 'prose', width: 260, hint: 'Who saw or said what, where and when. Never anything about a patient.' },
};

/** Columns that are shown or hidden together. How it is going is always there. */
export const columnGroups = [
  { key: 'narrative', label: 'What happened', columns: ['narrative'] },
  { key: 'path', label: 'Path back to green', columns: ['pathToGreen'] },
  { key: 'decision', label: 'Decision needed', columns: ['what', 'fromWhom', 'neededBy'] },
  { key: 'forecast', label: 'When will it be done?', columns: ['forecastOn'] },
  { key: 'delivery', label: 'Confidence in delivery', columns: ['deliveryConfidence'] },
  { key: 'outcome', label: 'Confidence in the outcome', columns: ['outcomeConfidence'] },
  { key: 'restricted', label: 'Out of the public version', columns: ['restricted'] },
  { key: 'evidence', label: 'Evidence', columns: proofColumns },
] as const satisfies readonly { readonly key: string; readonly label: string; readonly columns: readonly SheetColumn[] }[];
export type ColumnGroup = (typeof columnGroups)[number]['key'];
export const usualGroups: readonly ColumnGroup[] = columnGroups.map((one) => one.key).filter((key) => key !== 'outcome' && key !== 'evidence');

/** The groups that the address names, in their order. */
export function groupsOf(said: unknown): readonly ColumnGroup[] {
  if (typeof said !== 'string') return usualGroups;
  const wanted = said.split(' ');
  return columnGroups.map((one) => one.key).filter((key) => wanted.includes(key));
}

/** Groups that have to be seen, chosen or not: something is typed there, or has to be mended. */
export const groupsWith = (columns: ReadonlySet<SheetColumn>): readonly ColumnGroup[] => columnGroups.filter((group) => group.columns.some((one) => columns.has(one))).map((one) => one.key);

export function columnsIn(groups: readonly ColumnGroup[]): readonly SheetColumn[] {
  const shown: readonly SheetColumn[] = ['status', ...columnGroups.filter((one) => groups.includes(one.key)).flatMap((one) => one.columns)];
  return sheetColumns.filter((one) => shown.includes(one));
}

/** Columns that are read and not typed stand before the others. */
export const readColumns = ['action', 'last'] as const;
export const READ = readColumns.length;
export type GridColumn = (typeof readColumns)[number] | SheetColumn;

export const columnLabel = (column: GridColumn): string => (column === 'action' ? 'Action' : column === 'last' ? 'Last time' : columnWords[column].label);
export const isTyped = (column: GridColumn | undefined): column is SheetColumn => column !== undefined && column !== 'action' && column !== 'last';
/** For the grid's template of columns. */
export const widthsOf = (columns: readonly GridColumn[]): string => columns.map((one) => `${one === 'action' ? 230 : one === 'last' ? 200 : columnWords[one].width}px`).join(' ');
