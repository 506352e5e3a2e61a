import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** A plan of its own with an action that answers a finding, approved once or not: an approval changes how others may edit. */
async function approved(here: Here, times: 0 | 1 = 1): Promise<{ readonly planId: string; readonly actionId: string }> {
  const { id: planId } = await here.lead.ask(routes.plans.add, { body: { title: here.name('plan') } });
  const { id: actionId } = await here.action({ planId, description: here.name('description'), contributingIds: [here.organisationId], dueOn: here.day(40) });
  if (times === 1) await here.lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: here.boardId, approvedOn: here.day(0), note: here.name('minute') } });
  return { planId, actionId };
}

/** The same with a change since. */
async function amended(here: Here): Promise<string> {
  const { planId, actionId } = await approved(here);
  await here.lead.ask(routes.actions.edit, { params: { id: actionId }, body: { title: here.name('title'), reason: here.name('reason'), version: 1 } });
  return planId;
}

export const versionCalls: CallsOf<typeof routes.versions> = {
  list: async (here) => ({ params: { id: await amended(here) } }),
  approve: async (here) => ({ params: { id: (await approved(here, 0)).planId }, body: { boardId: here.boardId, approvedOn: here.day(0), note: here.name('minute') } }),
  page: async (here) => {
    const { items } = await here.lead.ask(routes.versions.list, { params: { id: (await approved(here)).planId } });
    return { params: { id: items[0]?.id ?? '' } };
  },
  compare: async (here) => ({ params: { id: await amended(here) }, query: { from: 'v1', to: 'now' } }),
  amendments: async (here) => ({ params: { id: await amended(here) } }),
  decide: async (here) => {
    const id = await amended(here);
    const { items } = await here.lead.ask(routes.versions.amendments, { params: { id } });
    return { params: { id }, body: { boardId: here.boardId, decidedOn: here.day(0), amendments: items.map(({ actionId, field, item, position }) => ({ actionId, field, item, position: position ?? 0, decision: 'declined' as const })) } };
  },
};
