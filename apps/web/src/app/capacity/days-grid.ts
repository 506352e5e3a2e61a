import type { ConfirmedDays } from '@followthrough/contracts';

interface Row {
  readonly organisationId: string;
  readonly months: readonly { readonly month: string; readonly confirmed: number | null }[];
}

export const cellKey = (organisationId: string, month: string): string => `${organisationId}.${month}`;

/** Cells whose figure is another than it was. `known`: what somebody saw a cell to be later than the page. */
export function changed(rows: readonly Row[], typed: ReadonlyMap<string, string>, known: ReadonlyMap<string, number | null>): ConfirmedDays[] {
  return rows.flatMap(({ organisationId, months }) =>
    months.flatMap(({ month, confirmed }) => {
      const key = cellKey(organisationId, month);
      const text = typed.get(key);
      const was = known.has(key) ? (known.get(key) ?? null) : confirmed;
      if (text === undefined) return [];
      const days = toDays(text);
      return days === was ? [] : [{ organisationId, month, days, was }];
    }),
  );
}

/** Empty is not known; what is no number is NaN, which the contract refuses at its cell. */
export function toDays(said: unknown): number | null {
  const text = String(said ?? '').trim().replaceAll(',', '');
  return text === '' ? null : /^-?\d*\.?\d+$/.test(text) ? Number(text) : NaN;
}

/** A block as Excel copies it: tabs between cells, a line a row. */
export const pasted = (text: string): string[][] => text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
