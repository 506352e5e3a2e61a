import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';

/** Points on the way that most work of this kind passes, in the order in which it does. */
const WAYS: readonly (readonly string[])[] = [
  ['Business case agreed', 'Money released', 'Contract signed', 'Service open'],
  ['Pathway drawn up with staff and carers', 'Tried on one ward', 'In use everywhere'],
  ['Posts approved', 'Advert out', 'Everybody in post', 'First month reviewed'],
  ['Baseline measured', 'First test done', 'Change made standard'],
  ['Sharing agreement signed', 'Systems connected', 'Staff trained', 'First records shared'],
];

/**
 * Milestones of most longer actions, spread between start and end. What is done was done about its day; where an action goes on
 * although its milestone is past, that one is late, and a few have moved.
 */
export async function demoMilestones(actions: readonly DemoAction[], { owner, chance, leadId, today }: { readonly owner: ClientBase; readonly chance: Chance; readonly leadId: string; readonly today: string }): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  const moves: Record<string, unknown>[] = [];
  for (const { id, horizon, life } of actions) {
    if (horizon === 'quick_win' || life.due === null || !chance.is(70)) continue;
    const way = chance.one(WAYS);
    const days = (Date.parse(life.due) - Date.parse(life.startOn)) / 86_400_000;
    if (days < way.length * 10) continue;
    const last = life.told.at(-1)?.status;
    const isOver = last === 'complete' || last === 'embedded';
    way.forEach((title, at) => {
      const due = later(life.startOn, Math.round((days * (at + 1)) / (way.length + 0.5)));
      const isPast = due < today;
      const baseline = !isOver && chance.is(14) ? later(due, -chance.between(14, 60)) : due;
      const milestone = randomUUID();
      const done = later(due, chance.between(-6, 4));
      rows.push({ id: milestone, version: 1, action_id: id, title, baseline_on: baseline, due_on: due, done_on: isOver || (isPast && chance.is(86)) ? (done > today ? today : done) : null, position: at + 1 });
      if (baseline !== due) moves.push({ id: randomUUID(), action_id: id, milestone_id: milestone, from_on: baseline, to_on: due, reason: chance.one(['capacity', 'decision', 'funding'] as const), note: null, agreed_by: 'Programme board', moved_by: leadId, moved_on: later(today, -chance.between(5, 120)) });
    });
  }
  await put(owner, 'milestone', rows);
  await put(owner, 'due_move', moves);
}
