import type { Cell } from '@followthrough/domain';

/** A row without the empty cells at its end. */
export function trimmed(row: Cell[]): Cell[] {
  let last = row.length;
  while (last > 0 && row[last - 1]?.text.trim() === '') last -= 1;
  return row.slice(0, last);
}
