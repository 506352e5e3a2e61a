/**
 * Rows of cells as spreadsheet programs put them on the clipboard as plain text: tabs between cells, a line a row, and a cell
 * that holds a tab or lines of its own in quotes, with quotes inside it doubled. Line ends inside a cell become `\n`.
 */
export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = quotedAt(text, at) ?? plainAt(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end is followed by an empty cell.
      if (at === text.length) row.push('');
      else continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The same the other way: what Excel, Word and the sheet itself can paste. */
export const writeCells = (rows: readonly (readonly string[])[]): string => rows.map((cells) => `${cells.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')}\r\n`).join('');

interface Found {
  readonly text: string;
  /** Where the tab or the line end after it stands, or the end of all. */
  readonly end: number;
}

/** A cell in quotes; undefined where the quotes are the cell's own, as in `"so-called" friends`. */
function quotedAt(text: string, from: number): Found | undefined {
  if (text[from] !== '"') return undefined;
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0 || !(close + 1 === text.length || /[\t\r\n]/.test(text[close + 1] ?? ''))) return undefined;
  return { text: text.slice(from + 1, close).replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: close + 1 };
}

function plainAt(text: string, from: number): Found {
  const ends = /[\t\r\n]/g;
  ends.lastIndex = from;
  const end = ends.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end };
}
