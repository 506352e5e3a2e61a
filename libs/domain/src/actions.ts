import type { DueMoving, DueSetting, FieldRefusal } from '@followthrough/contracts';

/** An action's dates. Days are `YYYY-MM-DD`, so text order is time order. */
export interface ActionDates {
  readonly startOn: string | null;
  readonly baselineDueOn: string | null;
  readonly dueOn: string | null;
  readonly dueText: string | null;
  readonly dueTextKept: boolean;
}

type Outcome<T> = { readonly next: T; readonly refused?: undefined } | { readonly refused: readonly FieldRefusal[]; readonly next?: undefined };
const refused = (field: string, message: string) => ({ refused: [{ field, code: 'rule', message }] }) as const;

/** An action cannot be due before it starts. */
export function checkActionDates({ startOn, dueOn }: Partial<Pick<ActionDates, 'startOn' | 'dueOn'>>, field: 'startOn' | 'dueOn' = 'startOn'): readonly FieldRefusal[] {
  return startOn && dueOn && startOn > dueOn ? [{ field, code: 'rule', message: 'The start date must be on or before the due date' }] : [];
}

/** A first date sets the baseline, and the plan's own text has done its work; or the text stays, knowingly. */
export function setDue(dates: ActionDates, said: DueSetting): Outcome<Partial<ActionDates>> {
  if (dates.dueOn) return refused('dueOn', 'It has a due date: move it, with a reason');
  if (said.dueOn && said.keepText) return refused('keepText', 'Give a date or keep the text, not both');
  if (said.dueOn) {
    const wrong = checkActionDates({ startOn: dates.startOn, dueOn: said.dueOn }, 'dueOn');
    return wrong.length > 0 ? { refused: wrong } : { next: { dueOn: said.dueOn, baselineDueOn: dates.baselineDueOn ?? said.dueOn, dueText: null, dueTextKept: false } };
  }
  if (!said.keepText) return refused('dueOn', 'Give a date, or keep the text as it is');
  if (!dates.dueText) return refused('keepText', 'There is no text to keep');
  return { next: { dueTextKept: true } };
}

/** A due date that is there moves only with a reason and somebody's agreement; both are in what was said. */
export function moveDue(dates: ActionDates, said: DueMoving): Outcome<{ readonly fromOn: string; readonly toOn: string | null }> {
  if (!dates.dueOn) return refused('dueOn', 'It has no due date yet: give it one first');
  if (said.dueOn === dates.dueOn) return refused('dueOn', 'That is the due date already');
  const wrong = checkActionDates({ startOn: dates.startOn, dueOn: said.dueOn }, 'dueOn');
  return wrong.length > 0 ? { refused: wrong } : { next: { fromOn: dates.dueOn, toOn: said.dueOn } };
}

/** A date that the plan gave as text, and that nobody has resolved. */
export const isDateUnresolved = (dates: Pick<ActionDates, 'dueOn' | 'dueText' | 'dueTextKept'>): boolean => dates.dueOn === null && dates.dueText !== null && !dates.dueTextKept;
