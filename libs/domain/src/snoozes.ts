import type { FieldRefusal, MyWork, SnoozeKind } from '@followthrough/contracts';
import { dayAfter, spoken } from './calendar';

/** Something of my work can be put off for a fortnight at most, and never past the day from which others have to step in. */
export const SNOOZE_DAYS = 14;

/** The last day on which a thing has to be back in the list; null where only the fortnight counts. Days are `YYYY-MM-DD`. */
export type LastDay = string | null;

/** The lists of my work that things are put off from. */
export type WorkLists = Pick<MyWork, 'actions' | 'decisions' | 'awaitedViews' | 'verifications' | 'looks' | 'amendments' | 'assignments' | 'mentions'>;

export interface WorkItem {
  readonly kind: SnoozeKind;
  readonly id: string;
  readonly name: string;
  readonly lastDay: LastDay;
}

/** All that can be put off: an update until the day before it goes to the accountable person, a decision until it is needed, a view until views close. */
export function workItems({ actions, decisions, awaitedViews, verifications, looks, amendments, assignments, mentions }: WorkLists): readonly WorkItem[] {
  return [
    ...actions.filter((one) => one.updateDue).map((one) => ({ kind: 'update' as const, id: one.id, name: `${one.ref} ${one.title}`, lastDay: one.escalatesOn === null ? null : dayAfter(one.escalatesOn, -1) })),
    ...verifications.map((one) => ({ kind: 'verification' as const, id: one.id, name: `To verify: ${one.ref} ${one.title}`, lastDay: null })),
    ...looks.map((one) => ({ kind: 'look' as const, id: one.id, name: `Has it held? ${one.ref} ${one.title}`, lastDay: null })),
    ...amendments.map((one) => ({ kind: 'amendment' as const, id: one.id, name: `Amendments of ${one.title}`, lastDay: null })),
    ...assignments.map((one) => ({ kind: 'assignment' as const, id: one.id, name: `Time of ${one.personName} for ${one.ref} ${one.title}`, lastDay: null })),
    ...awaitedViews.map((one) => ({ kind: 'view' as const, id: one.id, name: `Our view of finding ${one.ref}`, lastDay: one.closesOn })),
    ...mentions.map((one) => ({ kind: 'mention' as const, id: one.id, name: `${one.saidByName} on ${one.ref} ${one.title}`, lastDay: null })),
    ...decisions.map((one) => ({ kind: 'decision' as const, id: one.id, name: one.what, lastDay: one.neededBy })),
  ];
}

/** The latest day on which it can come back; null when it cannot be put off any more. */
export function latestSnooze(lastDay: LastDay, today: string): string | null {
  const fortnight = dayAfter(today, SNOOZE_DAYS);
  const latest = lastDay !== null && lastDay < fortnight ? lastDay : fortnight;
  return latest > today ? latest : null;
}

/** Refuses a day that is not after today, or too late. */
export function checkSnooze(untilOn: string, lastDay: LastDay, today: string): readonly FieldRefusal[] {
  const no = (message: string): readonly FieldRefusal[] => [{ field: 'untilOn', code: 'rule', message }];
  const latest = latestSnooze(lastDay, today);
  if (latest === null) return no('It cannot be put off any more: its day has come');
  if (untilOn <= today) return no('Choose a day after today');
  return untilOn > latest ? no(`It can be put off until ${spoken(latest)} at the latest`) : [];
}
