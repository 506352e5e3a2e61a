import { meaning } from './grid';

export interface Part {
  readonly label: string;
  readonly text: string;
  /** "by Dec 2026", out of the part's own brackets. */
  readonly due: string | null;
}

const MARKER = /(?:^|\n|(?<=[;.]\s))\s*(?:\(([a-h]|\d|i{1,3}|iv|v)\)|([a-h]|\d|i{1,3}|iv|v)[).])\s+/gi;
const DUE = /\s*[([]\s*((?:by|due|until|end(?: of)?|before|target:?)\s[^()[\]]{3,40}|[^()[\]]{0,12}\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\s*[)\]]\s*$/i;
/** The same at the end of a part without brackets, where it is plainly a date: "… by 31/01/2027", "… by Oct 2026". */
const BARE_DUE = /\s+((?:by|due|until|before)\s+(?:(?:the\s+)?end\s+(?:of\s+)?)?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{2,4}|q[1-4]\s*\d{2,4}\s*[/–-]\s*\d{2,4}))\s*$/i;

/** The parts of a cell that holds several actions ("a) … b) …", or several lines with bullets). Fewer than two: none. */
export function partsOf(text: string): readonly Part[] {
  const marks = [...text.matchAll(MARKER)];
  const labels = marks.map((mark) => (mark[1] ?? mark[2] ?? '').toLowerCase());
  if (marks.length >= 2 && follows(labels)) {
    const lead = meaning(text.slice(0, marks[0]?.index ?? 0)).replace(/[:–-]$/, '');
    return marks.map((mark, index) => part(labels[index] ?? '', lead, text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length)));
  }
  const lines = text.split('\n').map(meaning).filter((line) => line !== '');
  const bullets = lines.filter((line) => /^[•·▪*–-]\s/.test(line));
  if (bullets.length < 2 || bullets.length < lines.length - 1 || (bullets.length < lines.length && /^[•·▪*–-]\s/.test(lines[0] ?? ''))) return [];
  const lead = bullets.length < lines.length ? (lines[0] ?? '').replace(/[:–-]$/, '') : '';
  return bullets.map((line, index) => part(String.fromCharCode(97 + index), lead, line.replace(/^[•·▪*–-]\s+/, '')));
}

/** The same labels in another cell of the row: what it says of each part. Without labels the whole cell goes with every part. */
export function shareOf(text: string, parts: readonly Part[], index: number): string {
  const marks = [...text.matchAll(MARKER)];
  const wanted = parts[index]?.label;
  if (marks.length > 0 && marks[0]?.index === 0) {
    const at = marks.findIndex((mark) => (mark[1] ?? mark[2] ?? '').toLowerCase() === wanted);
    const mark = marks[at];
    return mark ? text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim() : '';
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return parts.length > 1 && lines.length === parts.length && lines.every((line) => /\d{4}|\d\/\d/.test(line) && line.length < 40) ? (lines[index] ?? '') : text;
}

function part(label: string, lead: string, rest: string): Part {
  const said = rest.trim().replace(/[;.]$/, '');
  const due = DUE.exec(said) ?? BARE_DUE.exec(said);
  const own = meaning(due ? said.slice(0, due.index) : rest).replace(/[;,]$/, '').replace(/\s+and$/i, '');
  return { label, text: lead ? `${lead}: ${own}` : own, due: due ? meaning(due[1] ?? '') : null };
}

/** a, b, c … or 1, 2, 3 … or i, ii, iii: in order, from the first. */
function follows(labels: readonly string[]): boolean {
  const orders = ['abcdefgh'.split(''), '123456789'.split(''), ['i', 'ii', 'iii', 'iv', 'v']];
  return orders.some((order) => labels.every((label, index) => label === order[index]));
}

/** The ref that a row points at instead of saying an action: "(addressed through 1.3 above)". */
export function crossReference(text: string): string | null {
  const said = meaning(text);
  if (said.length > 90) return null;
  return /^\W*(?:(?:this|it)\s+(?:is|will be)\s+|to be\s+|is\s+|being\s+)?(?:addressed|covered|delivered|picked up|dealt with|included|incorporated|captured|met|see|refer|as|same as|linked|links)\b[^\d]{0,40}?\b((?:[A-Z]{1,3}[.-]?)?\d+(?:\.\d+)*[a-z]?)\b\s*(?:above|below|opposite)?\W*$/i.exec(said)?.[1] ?? null;
}
