import { CalendarDate, Id, OneOf } from './kernel/fields';
import { route } from './kernel/route';
import { MyWork } from './my-work';
import { type SnoozeKind, snoozeKinds } from './words';

/** One thing of my work. */
export class WorkThing {
  @OneOf('Kind', snoozeKinds) kind: SnoozeKind;
  @Id('Thing', { hint: 'The action of an update or a claim, the decision, the round, the look, the time asked for, the mention, or the plan that has amendments' }) thingId: string;
}

/** Puts it off until a day, on which it is back. */
export class NewSnooze extends WorkThing {
  @CalendarDate('Show it again on') untilOn: string;
}

export const snoozeRoutes = {
  snooze: route({ method: 'POST', path: 'localities/:locality/my-work/snoozes', may: 'plan.read', says: 'Put a thing of my work off until a day', body: NewSnooze, answer: MyWork, refusals: ['rule'] }),
  wake: route({ method: 'POST', path: 'localities/:locality/my-work/wakings', may: 'plan.read', says: 'Have it back at once', body: WorkThing, answer: MyWork }),
};
