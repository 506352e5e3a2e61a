import { type SheetColumn, sheetColumns } from '@followthrough/domain';

/** How a column is typed: lines of text, one line, a day, or one of a few words. */
export type ColumnKind = 'prose' | 'line' | 'day' | 'choice';

export interface ColumnWords {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Said where there is room for it, as on a phone. */
  readonly hint?: string;
}

export const columnWords: Readonly<Record<SheetColumn, ColumnWords>> = {
  status: { label: 'How is it going?', kind: 'choice', hint: 'Choose what is true today, not at the year end.' },
  narrative: { label: 'What happened', kind: 'prose', hint: 'Never anything about a patient.' },
  pathToGreen: { label: 'Path back to green', kind: 'prose', hint: 'What will bring it back on track, and who does it' },
  what: { label: 'Decision needed', kind: 'prose', hint: 'What has to be decided above the owner' },
  fromWhom: { label: 'From whom', kind: 'line', hint: 'The board, or who else can decide' },
  neededBy: { label: 'Needed by', kind: 'day' },
  forecastOn: { label: 'When will it be done?', kind: 'day' },
  deliveryConfidence: { label: 'Confidence in delivery', kind: 'choice' },
  restricted: { label: 'Out of the public version', kind: 'choice', hint: 'Keep this text out of it' },
};

/** Columns that are read and not typed stand before the others. */
export const readColumns = ['action', 'last'] as const;
export const READ = readColumns.length;
export const gridColumns = [...readColumns, ...sheetColumns] as const;
export type GridColumn = (typeof gridColumns)[number];

export const columnLabel = (column: GridColumn): string => (column === 'action' ? 'Action' : column === 'last' ? 'Last time' : columnWords[column].label);
export const isTyped = (column: GridColumn | undefined): column is SheetColumn => column !== undefined && column !== 'action' && column !== 'last';
