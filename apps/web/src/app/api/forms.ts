import { effect, inject, Injector, signal, untracked, type WritableSignal } from '@angular/core';
import { type FieldTree, form, metadata, type SchemaPath, submit, validateTree, type ValidationError } from '@angular/forms/signals';
import { check, type Conflict, type Contract, type FieldRefusal, fieldsOf, type Shape } from '@followthrough/contracts';
import { FIELD_SHAPE, type FieldShape } from '@followthrough/ui';
import { type Draft, Drafts, type Kept } from './drafts';
import { type Refused, refusedBy } from './refused';

/** A contract as a form holds it while somebody types: text is never null, a number may be missing. */
export type Typed<T> = { [K in keyof T]-?: T[K] extends boolean | undefined ? boolean : T[K] extends number | null | undefined ? number | null : T[K] extends string | null | undefined ? string : NonNullable<T[K]> };

/** Whose text stays, for each field that both changed. */
export type Choices = Readonly<Record<string, 'theirs' | 'mine'>>;

type Tree = FieldTree<Record<string, unknown>>;

/**
 * A form over a contract: its labels, hints, limits and refusals come from the contract's own shapes, and what the API
 * refuses afterwards is put beside the same fields. Over an edit (a contract with a version) it sends only what differs
 * from what it started with, and a clash with somebody else's edit waits in `conflict` until it is settled or dismissed.
 * With a draft's name, what is typed stays on the device until it is sent, and is offered back in `kept`.
 */
export class ContractForm<T extends object> {
  readonly model: WritableSignal<Typed<T>>;
  readonly tree: FieldTree<Typed<T>>;
  /** A refusal that belongs to no field of the form. */
  readonly refused = signal<Refused | undefined>(undefined);
  readonly conflict = signal<Conflict | undefined>(undefined);
  readonly sending = signal(false);
  /** What was typed here before and never sent, until it is put back or thrown away. */
  readonly kept = signal<Kept | undefined>(undefined);
  /** What is being typed, as the device keeps it. */
  readonly typing = signal<Kept | undefined>(undefined);
  readonly shapes: ReadonlyMap<string, Shape>;
  /** What the API refused the last time, and what was typed then: each holds until its field is typed in or the form is sent again. */
  private readonly answered = signal<{ readonly refusals: readonly FieldRefusal[]; readonly to: Readonly<Record<string, unknown>> } | undefined>(undefined);
  private draft: Draft | undefined;
  private start: Record<string, unknown>;
  private answerConflict: (choices: Choices | undefined) => void = () => undefined;

  /**
   * @param start what the fields hold at first, such as the row to edit; what is no field of the contract is left out
   * @param more `rules` of the domain, asked once the contract holds; an `injector` where there is no injection context; `draft`, the name under which the device keeps what is typed
   */
  constructor(contract: Contract<T>, start: object = {}, { rules = () => [], injector = inject(Injector), draft }: { readonly rules?: (said: T) => readonly FieldRefusal[]; readonly injector?: Injector; readonly draft?: string } = {}) {
    this.shapes = fieldsOf(contract);
    this.start = typed(this.shapes, start);
    this.model = signal(this.start as Typed<T>);
    this.tree = form(this.model as WritableSignal<Record<string, unknown>>, (path) => {
      for (const [key, shape] of this.shapes) metadata(path[key] as SchemaPath<unknown>, FIELD_SHAPE, () => shapeOf(shape, this.shapes.has('version')));
      validateTree(path, ({ value }) => {
        const checked = check(contract, said(this.shapes, value(), this.start));
        return this.beside([...(checked.refusals ?? rules(checked.value)), ...this.stillRefused(value())]);
      });
    }, { injector }) as unknown as FieldTree<Typed<T>>;
    if (draft !== undefined) this.keepOnDevice(injector.get(Drafts).of(draft), injector);
  }

  /** What is sent: everything typed, or for an edit its version and what differs. */
  said(): T {
    const model = this.model() as Record<string, unknown>;
    const all = said(this.shapes, model, this.start);
    if (!this.shapes.has('version')) return all as T;
    return Object.fromEntries(Object.entries(all).filter(([key]) => key === 'version' || !same(model[key], this.start[key]))) as T;
  }

  /** Puts back what was typed before: only what had been changed, with the version it was made from, so that nothing newer is overwritten unseen. */
  takeBack(): void {
    const kept = Object.entries(this.kept()?.said ?? {});
    // Kept by an older release, a field may have been of another kind.
    this.model.update((model) => ({ ...model, ...Object.fromEntries(kept.filter(([key, value]) => this.shapes.has(key) && isAlike(value, (model as Record<string, unknown>)[key]))) }));
    this.kept.set(undefined);
  }

  throwAway(): void {
    this.draft?.drop();
    this.kept.set(undefined);
  }

  /** What differs from the start, as the fields hold it, with the version that it was made from. */
  typed(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this.model()).filter(([key, value]) => key === 'version' || !same(value, this.start[key])));
  }

  isChanged(): boolean {
    return !same(this.model(), this.start);
  }

  /** Starts again with other values, with nothing touched. */
  reset(start: object = {}): void {
    this.refused.set(undefined);
    this.dismiss();
    this.start = typed(this.shapes, start);
    (this.tree as unknown as Tree)().reset(this.start);
  }

  /**
   * Shows every refusal and goes to the first; with none, does the deed. A clash with somebody else's edit waits here until
   * it is settled, which does the deed again, or dismissed. False when something was refused or dismissed.
   */
  async submit(deed: (said: T) => Promise<unknown>): Promise<boolean> {
    if (this.sending()) return false;
    this.sending.set(true);
    try {
      for (;;) {
        this.refused.set(undefined);
        // What made the API refuse may have been mended elsewhere: asking again is the only way to know.
        this.answered.set(undefined);
        const done = (await submit(this.tree as unknown as Tree, async () => this.attempt(deed))) && !this.answered();
        const conflict = this.conflict();
        if (!conflict) {
          if (!done) this.goToFirst();
          if (!done || this.refused()) return false;
          this.throwAway();
          return true;
        }
        const choices = await new Promise<Choices | undefined>((resolve) => (this.answerConflict = resolve));
        this.conflict.set(undefined);
        if (!choices) return false;
        this.take(conflict, choices);
      }
    } finally {
      this.sending.set(false);
    }
  }

  /** Answers a clash field by field: what somebody gave up becomes theirs, the rest is sent over it. */
  settle(choices: Choices): void {
    this.answerConflict(choices);
  }

  /** Leaves a clash as it is, with everything still typed. */
  dismiss(): void {
    this.answerConflict(undefined);
  }

  private keepOnDevice(draft: Draft, injector: Injector): void {
    this.draft = draft;
    this.kept.set(draft.read());
    effect(
      () => {
        // What a person typed; what a screen filled in for them is there again next time.
        if (!(this.tree as unknown as Tree)().dirty() || !this.isChanged()) return;
        const typed = this.typed();
        untracked(() => this.typing.set(draft.keep(typed)));
      },
      { injector },
    );
  }

  private take(conflict: Conflict, choices: Choices): void {
    const theirs = Object.fromEntries(conflict.fields.map(({ field, theirs: value }) => [field, value ?? empty(this.shapes.get(field))]));
    this.start = { ...this.start, ...theirs, version: conflict.version };
    const given = Object.fromEntries(Object.entries(theirs).filter(([field]) => choices[field] === 'theirs'));
    this.model.update((model) => ({ ...model, ...given, version: conflict.version }));
  }

  private async attempt(deed: (said: T) => Promise<unknown>): Promise<void> {
    try {
      await deed(this.said());
    } catch (thrown) {
      const refused = refusedBy(thrown);
      const refusals = refused.problem.fields ?? [];
      if (refused.problem.conflict) this.conflict.set(this.withBase(refused.problem.conflict));
      else if (this.beside(refusals).length === 0) this.refused.set(refused);
      else this.answered.set({ refusals, to: this.model() as Record<string, unknown> });
    }
  }

  private stillRefused(model: Readonly<Record<string, unknown>>): readonly FieldRefusal[] {
    const { refusals = [], to = {} } = this.answered() ?? {};
    return refusals.filter(({ field }) => same(model[outer(field)], to[outer(field)]));
  }

  /** Where no history is kept of what is edited, the form itself knows what it was made from. */
  private withBase(conflict: Conflict): Conflict {
    if (this.shapes.has('version')) return conflict;
    return { ...conflict, fields: conflict.fields.map((one) => ({ ...one, base: one.base ?? this.start[one.field] ?? null })) };
  }

  /** Programs write dates as 2026-11-21; people here do not. */
  private plainly(field: string, code: string, message: string): string {
    const shape = this.shapes.get(field);
    return shape?.kind === 'date' && code === 'malformed' ? `${shape.label} must be a real date, like 21/11/2026` : message;
  }

  private goToFirst(): void {
    untracked(() => this.tree().errorSummary()[0]?.fieldTree().focusBoundControl());
  }

  /** Refusals at their fields; those of an inner one (`findings.0.ref`) at the field that holds it. */
  private beside(refusals: readonly FieldRefusal[]): ValidationError.WithOptionalFieldTree[] {
    return refusals.flatMap(({ field, code, message }) => {
      const fieldTree = (this.tree as unknown as Readonly<Record<string, FieldTree<unknown>>>)[outer(field)];
      return fieldTree ? [{ kind: code, message: this.plainly(field, code, message), fieldTree }] : [];
    });
  }
}

/** The field of the form that a refusal belongs to: `findings` for `findings.0.ref`. */
const outer = (field: string): string => field.split('.')[0] ?? '';

function typed(shapes: ReadonlyMap<string, Shape>, start: object): Record<string, unknown> {
  return Object.fromEntries([...shapes].map(([key, shape]) => [key, (start as Record<string, unknown>)[key] ?? empty(shape)]));
}

function empty(shape: Shape | undefined): unknown {
  if (shape?.many !== undefined) return [];
  if (shape?.kind === 'flag') return false;
  return shape?.kind === 'number' || shape?.kind === 'object' || shape?.kind === 'json' ? null : '';
}

function said(shapes: ReadonlyMap<string, Shape>, model: Readonly<Record<string, unknown>>, start: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [key, shape] of shapes) {
    const value = model[key];
    if (value !== '' && value !== null && value !== undefined) all[key] = value;
    else if (shape.nullable) all[key] = null;
    // Emptied where something was, or needed: sent as it is, and so refused by its own label instead of left out in silence.
    else if (!shape.optional || !same(start[key], value)) all[key] = value;
  }
  return all;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isAlike = (a: unknown, b: unknown): boolean => a === null || b === null || (typeof a === typeof b && Array.isArray(a) === Array.isArray(b));

/** In an edit every field may be left out, which does not mean that it may be emptied. */
function shapeOf(shape: Shape, isEdit: boolean): FieldShape {
  const { label, hint, max, min, places, words } = shape;
  return {
    label,
    mayBeEmpty: (shape.nullable ?? false) || (!isEdit && (shape.optional ?? false)) || shape.many !== undefined,
    ...(hint === undefined ? {} : { hint }),
    ...(max === undefined ? {} : { max }),
    ...(min === undefined ? {} : { min }),
    ...(places === undefined ? {} : { places }),
    ...(words === undefined ? {} : { words }),
  };
}
