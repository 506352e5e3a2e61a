import { type BodyOf, type Cycle, type CycleDesk, routes } from '@followthrough/contracts';
import { londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { anAction, aPlan } from './plan-builder';

/** Monthly, and long enough open that one cycle always is. */
export const MONTHLY: BodyOf<typeof routes.cycles.setCadence> = { every: 'month', startsOn: `${monthsAfter(londonDay(new Date()), -2).slice(0, 7)}-01`, clearDays: 5, publishAfter: 25, freezeBefore: 2, dueBefore: 3, openBefore: 60, grace: 2 };

/** A plan of its own with one action, reported on each month: its cycle is open, or taken `to` a later state. */
export async function aCadence(lead: Caller, { title, to = 'open' }: { readonly title?: string; readonly to?: 'open' | 'frozen' | 'published' } = {}): Promise<{ readonly planId: string; readonly actionId: string; readonly cycleId: string; readonly open: Cycle }> {
  const planId = await aPlan(lead, title ? { title } : {});
  const actionId = await anAction(lead, planId, title ? { title } : {});
  const open = openOf(await lead.ask(routes.cycles.setCadence, { params: { id: planId }, body: MONTHLY }));
  const params = { id: open.id };
  if (to !== 'open') await lead.ask(routes.cycles.freeze, { params });
  if (to === 'published') await lead.ask(routes.cycles.publish, { params });
  return { planId, actionId, cycleId: open.id, open };
}

export function openOf(desk: CycleDesk): Cycle {
  const open = desk.items.find((one) => one.state === 'open');
  if (!open) throw new Error('no cycle is open');
  return open;
}
