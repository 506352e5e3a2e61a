import type { Criterion, FindingKind, Force, ListedFinding } from '@followthrough/contracts';

/** A finding as it was found in pasted text. */
export interface PastedFinding extends Required<ListedFinding> {
  /** What stood in its column of criteria and is none of the framework's: somebody chooses. */
  readonly unknownCriteria: readonly string[];
}

type Field = 'ref' | 'quotation' | 'page' | 'kind' | 'force' | 'criteria' | 'themes';

const REF = /^(?:[a-z]{1,3}\s?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+[a-z]?|\d+)$/i;
/** A ref before the words. A bare number needs its dot or bracket: “12 people waited” begins with no ref. */
const REF_BEFORE = /^(?:([a-z]{1,3}\d+(?:\.\d+)*|\d+(?:\.\d+)+)[.):]?|(\d+)[.):])\s+(?=\S)/i;
const PAGE_AFTER = /\s*[([]\s*(?:pages?|pp?\.?)\s*(\d+(?:\s*[-–]\s*\d+)?)\s*[)\]]\s*\.?$/i;
const BULLET = /^\s*[•·▪◦‣*–—-]\s+/;
const KINDS: readonly (readonly [FindingKind, RegExp])[] = [
  ['strength', /^(?:areas? of )?strengths?$/i],
  ['good_practice', /^(?:examples? of )?good practices?$/i],
  ['area_for_improvement', /^(?:areas? (?:for|of|that need(?:s)?) (?:improvement|development|to improve)|areas? to improve|improvements?|weakness(?:es)?|recommendations?)$/i],
  ['challenge', /^(?:challenges?|concerns?)$/i],
];
const HEADINGS: Readonly<Record<Field, RegExp>> = { ref: /^(?:ref(?:erence)?|no\.?|number|#)$/i, page: /^(?:page|p\.?)s?$/i, kind: /^(?:kind|type|category)$/i, force: /^(?:must(?: or |\/| )should|force|must\/should do)$/i, criteria: /^(?:criteri(?:on|a)|(?:quality )?statements?|standards?|key lines? of enquiry)$/i, themes: /^(?:themes?|topics?)$/i, quotation: /finding|recommendation|quotation|what .* said|text|area for improvement/i };

/**
 * Findings in a text copied from anywhere: a line or a bullet each, or cells of a table in Word or Excel, with or without
 * a heading row. A line that only names a kind (“Strengths”) or a criterion of the framework says it for those below, as a
 * column of kinds, criteria or themes does for its rows. A ref before the words and a page in brackets after them are taken
 * out; what has no ref gets the next free one. Nothing is guessed beyond that.
 */
export function readFindings(text: string, takenRefs: readonly string[], criteria: readonly Criterion[] = []): PastedFinding[] {
  const rows = cellsOf(text);
  const named = namesOf(criteria);
  const found = rows.some((cells) => cells.length > 1) ? fromTable(rows, named) : fromLines(rows.map(([line = '']) => line), named);
  const refs = new Set([...takenRefs, ...found.flatMap((one) => (one.ref ? [one.ref] : []))]);
  let last = takenRefs.at(-1) ?? '';
  return found.map(({ ref, ...one }) => {
    last = ref ?? nextRef(last, refs);
    refs.add(last);
    return { ref: last, ...one };
  });
}

/** The ref after another: its last number one up (3.9 → 3.10), past those that are taken. */
export function nextRef(last: string, taken: ReadonlySet<string>): string {
  const [, before = '', number = '0', after = ''] = /^(.*?)(\d+)(\D*)$/.exec(last) ?? [];
  for (let next = Number(number) + 1; ; next += 1) {
    const ref = `${before}${next}${after}`;
    if (!taken.has(ref)) return ref;
  }
}

/** What would keep each row from being added, in words; empty when nothing would. */
export function pastedProblems(rows: readonly PastedFinding[], takenRefs: readonly string[]): readonly string[] {
  const taken = new Set(takenRefs);
  const [refs, texts] = [new Set<string>(), new Set<string>()];
  return rows.map(({ ref, quotation, page, criterionIds, themes }) => {
    const text = quotation.toLowerCase();
    const problem = !ref ? 'Give it a ref' : ref.length > 40 ? 'The ref is longer than 40 characters' : taken.has(ref) ? `The review has a finding ${ref} already` : refs.has(ref) ? `${ref} is in this list twice` : quotation.length > 10_000 ? 'Longer than 10,000 characters: divide it' : (page?.length ?? 0) > 40 ? 'The page is longer than 40 characters' : texts.has(text) ? 'The same words are in this list twice' : criterionIds.length > 20 || themes.length > 20 ? 'At most 20 criteria and 20 themes' : themes.some((one) => one.length > 100) ? 'A theme is longer than 100 characters' : '';
    refs.add(ref);
    texts.add(text);
    return problem;
  });
}

/** “System leaders must …” is a must; all else is a should until somebody says otherwise. */
export const forceOf = (quotation: string): Force => (/\bmust\b/i.test(quotation) ? 'must' : 'should');

type Found = Omit<PastedFinding, 'ref'> & { readonly ref: string | null };

/** A criterion by its name, as people write it. */
type Named = ReadonlyMap<string, string>;

function fromLines(lines: readonly string[], named: Named): Found[] {
  let kind: FindingKind = 'area_for_improvement';
  let criterionIds: string[] = [];
  return lines.flatMap((line) => {
    const heading = findingKindOf(line);
    if (heading) kind = heading;
    const criterion = named.get(plainly(line.replace(BULLET, '')));
    if (criterion) criterionIds = [criterion];
    return heading || criterion ? [] : [said(line, { kind, criterionIds })];
  });
}

interface Known {
  readonly kind: FindingKind;
  readonly ref?: string | null;
  readonly page?: string | null;
  readonly force?: Force;
  readonly criterionIds?: readonly string[];
  readonly unknownCriteria?: readonly string[];
  readonly themes?: readonly string[];
}

function said(text: string, more: Known): Found {
  const plain = text.replace(/[^\S\n]+/g, ' ').replace(BULLET, '').trim();
  const before = more.ref ? null : REF_BEFORE.exec(plain);
  const after = more.page ? null : PAGE_AFTER.exec(plain);
  const words = plain.slice(before?.[0].length ?? 0, after ? after.index : undefined).trim().replace(/^[“"](.*)[”"]$/s, '$1').trim();
  return { ref: more.ref ?? before?.[1] ?? before?.[2] ?? null, quotation: words, page: more.page ?? after?.[1]?.replace(/\s/g, '') ?? null, kind: more.kind, force: more.force ?? forceOf(words), criterionIds: [...(more.criterionIds ?? [])], unknownCriteria: more.unknownCriteria ?? [], themes: [...(more.themes ?? [])] };
}

function fromTable(rows: readonly (readonly string[])[], named: Named): Found[] {
  const [first = [], ...rest] = rows;
  const headings = headed(first);
  const body = headings ? rest : rows;
  const at = headings ?? guessed(body, named);
  return body.flatMap((cells) => {
    const cell = (field: Field): string => (at[field] === undefined ? '' : (cells[at[field]] ?? '').trim());
    const quotation = cell('quotation');
    if (!quotation) return [];
    const force = /must/i.test(cell('force')) ? 'must' : /should/i.test(cell('force')) ? 'should' : undefined;
    return [said(quotation, { kind: findingKindOf(cell('kind')) ?? 'area_for_improvement', ref: cell('ref').replace(/[.):]$/, '') || null, page: cell('page').replace(/^(?:pages?|pp?\.?)\s*/i, '') || null, ...(force ? { force } : {}), ...criteriaIn(cell('criteria'), named), themes: partsOf(cell('themes'), /[;,\n]/) })];
  });
}

/** A title may hold commas, so several criteria stand apart by semicolons or lines. What is none of the framework's is kept as it was said. */
function criteriaIn(cell: string, named: Named): Pick<PastedFinding, 'criterionIds' | 'unknownCriteria'> {
  const parts = partsOf(cell, /[;\n]/);
  const ids = parts.flatMap((part) => named.get(plainly(part)) ?? []);
  return { criterionIds: [...new Set(ids)], unknownCriteria: parts.filter((part) => !named.has(plainly(part))) };
}

/** Without those that are there already, however they are written. */
function partsOf(cell: string, between: RegExp): string[] {
  const parts = cell.split(between).map((part) => part.trim()).filter(Boolean);
  return parts.filter((part, at) => parts.findIndex((other) => other.toLowerCase() === part.toLowerCase()) === at);
}

/** Each criterion by “domain: title”, and by its title alone where only one has it. */
function namesOf(criteria: readonly Criterion[]): Named {
  const byTitle = Map.groupBy(criteria, (one) => plainly(one.title));
  const alone = [...byTitle].flatMap(([title, [one, another]]) => (one && !another ? [[title, one.id] as const] : []));
  return new Map([...criteria.map((one) => [plainly(`${one.domain} ${one.title}`), one.id] as const), ...alone]);
}

/** How it is written, without what people leave out or add: case, spaces, a dash or colon after the domain, a full stop. */
const plainly = (text: string): string => text.toLowerCase().replace(/[\s:–—-]+/g, ' ').replace(/[.?]\s*$/, '').trim();

/** Where each field stands by the words of a heading row; undefined when this is none. */
function headed(cells: readonly string[]): Partial<Record<Field, number>> | undefined {
  const at: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(HEADINGS) as Field[]) {
    const place = cells.findIndex((cell, index) => cell.length <= 60 && HEADINGS[field].test(cell.trim()) && !Object.values(at).includes(index));
    if (place >= 0) at[field] = place;
  }
  return at.quotation === undefined ? undefined : at;
}

/** Without headings the longest column is what was said; refs stand before it, pages after it, kinds, force and criteria where their words are. */
function guessed(rows: readonly (readonly string[])[], named: Named): Partial<Record<Field, number>> {
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((cells) => (cells[at] ?? '').trim()));
  const length = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0);
  const quotation = columns.reduce((best, cells, at) => (length(cells) > length(columns[best] ?? []) ? at : best), 0);
  const all = (test: (cell: string) => boolean, from: number, to: number): number | undefined => {
    const place = columns.findIndex((cells, at) => at !== quotation && at >= from && at < to && cells.some(Boolean) && cells.every((cell) => cell === '' || test(cell)));
    return place < 0 ? undefined : place;
  };
  const found = {
    quotation,
    ref: all((cell) => REF.test(cell.replace(/[.):]$/, '')), 0, quotation),
    page: all((cell) => /^(?:pages?|pp?\.?)?\s*\d+(?:\s*[-–]\s*\d+)?$/i.test(cell), quotation + 1, width),
    kind: all((cell) => findingKindOf(cell) !== undefined, 0, width),
    force: all((cell) => /^(?:must|should)$/i.test(cell), 0, width),
    criteria: all((cell) => named.has(plainly(cell)), 0, width),
  };
  return Object.fromEntries(Object.entries(found).filter(([, at]) => at !== undefined));
}

/** The kind that words name, such as “Areas for improvement”. */
export const findingKindOf = (words: string): FindingKind | undefined => KINDS.find(([, form]) => form.test(words.replace(BULLET, '').trim().replace(/[:.]$/, '')))?.[0];

/** Rows and cells as Excel and Word put them on the clipboard: tabs between cells; a cell in quotes may hold lines of its own. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  const form = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|$)/g;
  let row: string[] = [];
  // A bullet and its tab are one cell with what follows.
  const plain = text.replace(/^[ \t]*(?:[•·▪◦‣*–—-]|o)\t/gm, '• ').trimEnd();
  for (let match = form.exec(plain); match && match.index < plain.length; match = form.exec(plain)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[3] !== '\t') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}
