import type { HistoryReading } from '@followthrough/contracts';
import { ukDate, UkTime } from '@followthrough/ui';
import { words } from '../words';

const moment = new UkTime();
/** A word of no vocabulary that is shown elsewhere: `not_started` as “Not started”. */
const plain = (word: string): string => (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll('_', ' ');

function one(reads: HistoryReading, value: string): string {
  if (reads === 'day') return ukDate(value);
  if (reads === 'month') return ukDate(value.slice(0, 7));
  if (reads === 'moment') return moment.transform(value);
  if (reads === 'yes') return value === 'true' ? 'Yes' : 'No';
  if (reads === 'number') return Number(value).toLocaleString('en-GB');
  if (reads === 'word') return plain(value);
  const known = reads in words ? (words[reads as keyof typeof words] as Readonly<Record<string, string>>) : {};
  return known[value] ?? value;
}

/** The values of a field as people read them. */
export const saidValues = (reads: HistoryReading, values: readonly string[]): string => (values.length === 0 ? 'Nothing' : values.map((value) => one(reads, value)).join(', '));
