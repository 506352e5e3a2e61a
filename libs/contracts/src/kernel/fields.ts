import { applyRules } from './rules';
import { type Contract, remember, type Shape } from './shape';

/** What every field decorator takes besides its label. */
type Common = Pick<Shape, 'hint' | 'nullable' | 'optional' | 'many'>;
type Field = (prototype: object, key: string) => void;

/** Applies a shape to a property: remembers it and adds the class-validator rules that enforce it. */
export function field(shape: Shape): Field {
  return (prototype, key) => {
    remember(prototype, key, shape);
    applyRules(prototype, key, shape);
  };
}

/** Plain text; spaces round it are cut, and empty text counts as none. `max` in characters, 200 when left out. */
export const Text = (label: string, more: Common & Pick<Shape, 'max' | 'min' | 'lines' | 'pattern' | 'patternSays'> = {}): Field =>
  field({ kind: 'text', label, ...more, max: more.max ?? 200 });

/** Several lines of text, at most 10,000 characters. */
export const Prose = (label: string, more: Common & Pick<Shape, 'max'> = {}): Field =>
  field({ kind: 'text', label, lines: true, ...more, max: more.max ?? 10_000 });

export const Email = (label: string, more: Common = {}): Field =>
  field({ kind: 'text', label, ...more, max: 254, pattern: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/, patternSays: 'an e-mail address, like name@example.org' });

export const Id = (label: string, more: Common = {}): Field => field({ kind: 'id', label, ...more });

/** A calendar date in Europe/London, `2026-11-21`. */
export const CalendarDate = (label: string, more: Common = {}): Field => field({ kind: 'date', label, ...more });

/** A calendar month, `2026-11`. */
export const Month = (label: string, more: Common = {}): Field => field({ kind: 'month', label, ...more });

/** A moment, ISO 8601 with its offset. */
export const Instant = (label: string, more: Common = {}): Field => field({ kind: 'instant', label, ...more });

export const Quantity = (label: string, more: Common & Pick<Shape, 'min' | 'max' | 'places'> = {}): Field =>
  field({ kind: 'number', label, min: 0, ...more, max: more.max ?? 1_000_000_000 });

export const Flag = (label: string, more: Common = {}): Field => field({ kind: 'flag', label, ...more });

/** One of a closed list of words. */
export const OneOf = (label: string, words: readonly string[], more: Common = {}): Field => field({ kind: 'word', label, words, ...more });

/** Another contract inside this one. */
export const Inside = (label: string, of: () => Contract, more: Common = {}): Field => field({ kind: 'object', label, of, ...more });

/** Why something that was agreed changes. Needed once a board has approved the plan, and kept with the change. */
export const Because = (label = 'Why it changes'): Field => field({ kind: 'text', label, optional: true, lines: true, max: 1_000, hint: 'A few words for the board' });

/** Data whose form another rule checks (a source row, a scoring scheme); at most 100 kB as JSON. */
export const Json = (label: string, more: Common = {}): Field => field({ kind: 'json', label, ...more });

/** The row's version when it was read; a stale one is merged or refused, never overwritten. */
export const Version = (): Field => field({ kind: 'number', label: 'Version', min: 1, max: 2_147_483_647 });
