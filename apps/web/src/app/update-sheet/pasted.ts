import { readCells } from '@followthrough/domain';

type Cells = readonly (readonly string[])[];

/**
 * The block of cells on the clipboard. Spreadsheets put the very cells there as plain text; Word and web pages tear cells with
 * several paragraphs apart in theirs, so where the table beside it has another form, that table is what was copied.
 */
export function pastedCells(data: DataTransfer): Cells {
  const plain = readCells(data.getData('text/plain'));
  const table = tableCells(data.getData('text/html'));
  return table.length > 0 && !isSameForm(plain, table) ? table : plain;
}

const isSameForm = (a: Cells, b: Cells): boolean => a.length === b.length && a.every((cells, at) => cells.length === b[at]?.length);

/** The cells of the first table of a page; a merged cell stands at its top left, with empty ones beside it. Nothing of the page is shown or run. */
export function tableCells(html: string): Cells {
  const table = html ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
  const rows: string[][] = [];
  const height = table?.rows.length ?? 0;
  for (const [down, tr] of [...(table?.rows ?? [])].entries()) {
    const row = (rows[down] ??= []);
    let along = 0;
    for (const cell of tr.cells) {
      while (row[along] !== undefined) along += 1;
      for (let below = 0; below < Math.min(Math.max(1, cell.rowSpan), height - down); below += 1)
        for (let beside = 0; beside < cell.colSpan; beside += 1) (rows[down + below] ??= [])[along + beside] = below + beside === 0 ? textOf(cell) : '';
    }
  }
  return rows.map((cells) => Array.from(cells, (cell: string | undefined) => cell ?? ''));
}

/** Lines where the page has them; other space is one space, as it is shown. */
function textOf(cell: Element): string {
  const text = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/\s+/g, ' ');
    const inner = [...node.childNodes].map(text).join('');
    if (node.nodeName === 'BR') return '\n';
    return ['P', 'DIV', 'LI'].includes(node.nodeName) ? `${inner.trim()}\n` : inner;
  };
  return text(cell).replace(/ ?\n ?/g, '\n').trim();
}
