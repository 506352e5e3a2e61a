import type { FieldRefusal } from '@followthrough/contracts';

type Refused = readonly FieldRefusal[];
const rule = (field: string, message: string): Refused => [{ field, code: 'rule', message }];

interface Way {
  readonly dueOn: string;
  readonly doneOn: string | null;
}

/** A milestone that is not done moves to another day; the reason and the agreement are in what was said. Days are `YYYY-MM-DD`. */
export function checkMilestoneMove({ dueOn, doneOn }: Way, toOn: string): Refused {
  if (doneOn) return rule('dueOn', 'It is done, so its date stays');
  return toOn === dueOn ? rule('dueOn', 'That is its date already') : [];
}

/** What is done was done today or before; null takes it back. */
export const checkDone = (doneOn: string | null, today: string): Refused => (doneOn !== null && doneOn > today ? rule('doneOn', 'It cannot have been done after today') : []);
