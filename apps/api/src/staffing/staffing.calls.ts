import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** A line that nobody is down for. */
async function line(here: Here): Promise<string> {
  const { id } = await here.action({ dueOn: here.day(60) });
  const { items } = await here.lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: 450, likelyMinutes: 900, highMinutes: 1_350, shape: 'even' } });
  return items[0]?.id ?? '';
}

export const staffingCalls: CallsOf<typeof routes.staffing> = {
  list: async (here) => {
    await line(here);
    return { query: {} };
  },
  line: async (here) => ({ params: { id: await line(here) } }),
  preview: async (here) => {
    const id = await line(here);
    const as = await here.stage.person(['lead'], here.locality, here.organisationId);
    return { params: { id }, query: { personId: as.personId ?? '', minutes: 450 }, as };
  },
};
