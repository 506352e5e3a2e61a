import type { Change, VersionField } from '@followthrough/contracts';
import { ukDate } from '@followthrough/ui';
import { words } from '../words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a version as people read it. */
export function saidValue(field: VersionField, value: string | null): string {
  if (value === null || value === '') return 'Nothing';
  if (field === 'due' || field === 'start') return DAY.test(value) ? ukDate(value) : `“${value}”`;
  if (field === 'horizon') return (words.horizon as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'priority') return (words.priority as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'evidenceKind') return (words.evidenceType as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'daysNeeded') return `${Number(value)} ${Number(value) === 1 ? 'day' : 'days'}`;
  return value;
}

/** A change of a list is an item that came or went; of a text that does not fit a line, two paragraphs. */
export const isItem = (change: Pick<Change, 'item'>): boolean => change.item !== null;
export const isLong = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean => Math.max(before?.length ?? 0, after?.length ?? 0) > 70 || /\n/.test(`${before ?? ''}${after ?? ''}`);
