import type { ImportChoices, ImportField, Settled } from '@followthrough/contracts';
import { type Cell, isFilled, meaning, sameText } from './grid';
import type { Known, KnownAction } from './known';
import { nextRef } from './names';
import { crossReference, type Part, partsOf, shareOf } from './splits';
import type { SourceRow, Table } from './table';

/** One thing that the import may do: a row of the sheet, or a part of a row that was split. */
export interface Entry {
  readonly key: string;
  readonly row: number;
  readonly part: number | null;
  readonly kind: 'action' | 'link' | 'finding_only' | 'left_out';
  /** As the sheet has it. */
  readonly sourceRef: string;
  /** As it would be in the plan; null until the lead gives one. */
  readonly ref: string | null;
  readonly proposedRef: string | null;
  readonly refDoubt: 'missing' | 'repeated' | null;
  readonly linkTo: string | null;
  readonly cells: Readonly<Partial<Record<ImportField, Cell>>>;
  readonly updates: SourceRow['updates'];
  /** The texts of the sheet, by column: the same again means that the file has not changed. */
  readonly raw: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
  readonly known: KnownAction | null;
}

/** The lead's answers, by row, part, question and column. */
export class Answers {
  private readonly byKey = new Map<string, Settled>();
  constructor(settled: readonly Settled[]) {
    for (const one of settled) this.byKey.set(keyOf(one.row, one.part, one.what, one.field), one);
  }
  find(row: number, part: number | null, what: Settled['what'], field: ImportField | null = null): Settled | undefined {
    return this.byKey.get(keyOf(row, part, what, field));
  }
}
const keyOf = (row: number, part: number | null, what: string, field: string | null): string => `${row}|${part ?? ''}|${what}|${what === 'date' || what === 'conflict' ? (field ?? '') : ''}`;

export const textOf = (cells: Entry['cells'], field: ImportField): string => meaning(cells[field]?.text ?? '');

/** A sheet of findings with no column for actions: nothing is asked about a plan. */
export const isFindingsAlone = ({ mapped }: Pick<Table, 'mapped'>): boolean => mapped.has('finding') && !mapped.has('title');

/** Every row as what it would be, matched with the action it came from or went to before. */
export function readEntries(table: Table, choices: ImportChoices, known: Known): readonly Entry[] {
  const answers = new Answers(choices.settled);
  const book = new Matches(known.actions);
  const numbered = !table.mapped.has('ref');
  const drafts = table.rows.flatMap((source) => draftsOf(source, answers, book, isFindingsAlone(table)));
  const matched = book.assign(drafts, numbered);
  const refs = new Refs(known.actions, matched);
  return drafts.map((draft, index): Entry => {
    const action = matched[index] ?? null;
    if (draft.kind !== 'action') return { ...draft, known: null, ref: null, proposedRef: null, refDoubt: null };
    return { ...draft, known: action, ...refs.give(draft, action, answers, numbered) };
  });
}

type Draft = Omit<Entry, 'known' | 'ref' | 'proposedRef' | 'refDoubt'>;

function draftsOf(source: SourceRow, answers: Answers, book: Matches, findingsAlone: boolean): readonly Draft[] {
  const { row, cells, updates } = source;
  const title = cells.title?.text ?? '';
  const sourceRef = textOf(cells, 'ref');
  const raw = rawOf(cells, updates);
  const parts = partsOf(title);
  const draft: Draft = { key: `r${row}`, row, part: null, kind: 'action', sourceRef, linkTo: null, cells, updates, raw, parts };
  if (answers.find(row, null, 'leave_out')?.answer === 'yes' || (findingsAlone && !isFilled(cells.finding))) return [{ ...draft, kind: 'left_out' }];
  const linkTo = crossReference(title);
  if (linkTo !== null && answers.find(row, null, 'link')?.answer !== 'create') return [{ ...draft, kind: 'link', linkTo }];
  if (meaning(title) === '' && isFilled(cells.finding)) return [{ ...draft, kind: 'finding_only' }];
  const split = parts.length > 1 && (answers.find(row, null, 'split')?.answer ?? (book.wasSplit(sourceRef, raw['title'] ?? '') ? 'split' : 'keep')) === 'split';
  if (!split) return [draft];
  return parts.map((part, index): Draft => {
    const own: Partial<Record<ImportField, Cell>> = { ...cells, title: { text: part.text } };
    const due = shareOf(cells.dueOn?.text ?? '', parts, index);
    if (part.due) own.dueOn = { text: part.due };
    else if (cells.dueOn && due !== cells.dueOn.text) own.dueOn = { text: due };
    const shares = updates.map((update) => ({ asOf: update.asOf, text: shareOf(update.text, parts, index) }));
    const left = answers.find(row, index, 'leave_out')?.answer === 'yes';
    return { ...draft, key: `r${row}.${index}`, part: index, cells: own, updates: shares, kind: left ? 'left_out' : 'action' };
  });
}

function rawOf(cells: Entry['cells'], updates: SourceRow['updates']): Readonly<Record<string, string>> {
  const raw: Record<string, string> = {};
  for (const [field, cell] of Object.entries(cells)) raw[field] = meaning(cell.text);
  if (updates.length > 0) raw['update'] = updates.map((update) => `${update.asOf ?? ''}: ${meaning(update.text)}`).join('\n');
  return raw;
}

/** Which action of the plan a row stands for: the one it became last time, or the one with its ref; among several, the one that says the same. */
class Matches {
  private readonly bySource = new Map<string, KnownAction[]>();
  private readonly byTitle = new Map<string, KnownAction[]>();
  constructor(actions: readonly KnownAction[]) {
    for (const action of actions) {
      for (const ref of new Set([action.ref, action.base?.ref ?? action.ref].map(sameText))) push(this.bySource, ref, action);
      push(this.byTitle, sameText(action.title), action);
    }
  }

  wasSplit(ref: string, rawTitle: string): boolean {
    return (this.bySource.get(sameText(ref)) ?? []).some(({ base }) => base !== null && base.part !== null && sameText(base.ref) === sameText(ref) && (base.raw['title'] === rawTitle || base.raw['title'] === undefined));
  }

  assign(drafts: readonly Draft[], byTitle: boolean): readonly (KnownAction | null)[] {
    const used = new Set<string>();
    const result: (KnownAction | null)[] = drafts.map(() => null);
    const fits = [
      (draft: Draft, one: KnownAction) => one.base !== null && one.base.part === draft.part && one.base.raw['title'] === draft.raw['title'] && sameText(one.base.ref) === sameText(draft.sourceRef),
      (draft: Draft, one: KnownAction) => (draft.part === null || (one.base?.part ?? null) === draft.part) && sameText(one.title) === sameText(draft.cells.title?.text ?? ''),
      (draft: Draft, one: KnownAction) => draft.part === null && sameText(one.ref) === sameText(draft.sourceRef),
      (draft: Draft, one: KnownAction) => (one.base?.part ?? null) === draft.part,
    ];
    for (const fit of fits)
      for (const [index, draft] of drafts.entries()) {
        if (result[index] || draft.kind !== 'action') continue;
        const candidates = byTitle || draft.sourceRef === '' ? (this.byTitle.get(sameText(draft.cells.title?.text ?? '')) ?? []) : (this.bySource.get(sameText(draft.sourceRef)) ?? []);
        const action = candidates.find((one) => !used.has(one.id) && fit(draft, one));
        if (!action) continue;
        used.add(action.id);
        result[index] = action;
      }
    return result;
  }
}

const push = <T>(into: Map<string, T[]>, key: string, one: T): void => {
  const list = into.get(key);
  if (list) list.push(one);
  else into.set(key, [one]);
};

/** Refs for what is new: the sheet's own, a part's letter added; none and repeated ones are proposed, for the lead to confirm. */
class Refs {
  private readonly taken: Set<string>;
  private last = '';
  private number = 0;
  constructor(actions: readonly KnownAction[], matched: readonly (KnownAction | null)[]) {
    this.taken = new Set(actions.map((action) => sameText(action.ref)));
    for (const action of matched) if (action) this.taken.add(sameText(action.ref));
  }

  give(draft: Draft, action: KnownAction | null, answers: Answers, numbered: boolean): Pick<Entry, 'ref' | 'proposedRef' | 'refDoubt'> {
    if (action) {
      this.last = action.ref;
      return { ref: action.ref, proposedRef: null, refDoubt: null };
    }
    const own = draft.part === null ? draft.sourceRef : draft.sourceRef === '' ? '' : `${draft.sourceRef}${draft.parts[draft.part]?.label ?? ''}`;
    const answered = answers.find(draft.row, draft.part, 'ref')?.answer;
    const wanted = meaning(answered ?? (numbered ? this.next() : own));
    if (wanted !== '' && !this.taken.has(sameText(wanted))) return this.take(wanted);
    const proposed = nextRef(wanted || this.last || '1', this.taken);
    this.taken.add(sameText(proposed));
    return { ref: null, proposedRef: proposed, refDoubt: own === '' && !answered ? 'missing' : 'repeated' };
  }

  private take(ref: string): Pick<Entry, 'ref' | 'proposedRef' | 'refDoubt'> {
    this.taken.add(sameText(ref));
    this.last = ref;
    return { ref, proposedRef: null, refDoubt: null };
  }

  private next(): string {
    do this.number += 1;
    while (this.taken.has(String(this.number)));
    return String(this.number);
  }
}

