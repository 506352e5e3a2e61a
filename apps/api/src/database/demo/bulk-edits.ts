import { type BodyOf, routes } from '@followthrough/contracts';
import type { Asks } from './through-server';

type Change = BodyOf<typeof routes.bulkEdits.apply>['change'];

/**
 * Two changes of many actions at once, in a plan that no board has approved: one that its lead thought better of and took
 * back, and one that stands, of dates on which others wait, so that those moved along.
 */
export async function demoBulkEdits(ask: Asks, plan: string): Promise<void> {
  const planId = (await ask(routes.plans.list)).items.find((one) => one.title === plan)?.id ?? '';
  const { items, links, ends, today } = await ask(routes.timeline.show, { query: { plan: planId } });
  const open = items.filter((one) => one.isOpen);
  const { id } = await edit(ask, open.slice(0, 6).map((one) => one.id), { priority: 'low' }, 'Everybody is needed on the wards until March');
  await ask(routes.bulkEdits.undo, { params: { id } });

  // What is late stays late.
  const dated = new Set(ends?.filter((one) => one.isOpen && one.dueOn && one.dueOn > today).map((one) => one.id));
  const blocks = (links ?? []).filter((one) => one.kind === 'blocks' && dated.has(one.firstId) && dated.has(one.thenId));
  const firsts = new Set(blocks.map((one) => one.firstId).filter((first) => blocks.every((one) => one.thenId !== first)));
  const move = { byDays: 56, reason: 'funding', agreedBy: 'Harbourside People Board', note: 'The training grant is paid in the new financial year' } as const;
  await edit(ask, open.map((one) => one.id).filter((one) => firsts.has(one)), { move }, null);
}

/** As on the screen: a look at what becomes of each, then all that can be, with what waits for it. */
async function edit(ask: Asks, actionIds: string[], change: Change, reason: string | null): Promise<{ readonly id: string }> {
  const { rows, knockOn } = await ask(routes.bulkEdits.preview, { body: { change, actionIds } });
  const actions = rows.filter((one) => one.steps.length > 0).map(({ id, version }) => ({ id, version }));
  return ask(routes.bulkEdits.apply, { body: { change, actions, follow: knockOn.moves.map(({ id, toOn }) => ({ id, dueOn: toOn })), ...(reason ? { reason } : {}) } });
}
