import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** A point with its measure. */
const counted = async (here: Here): Promise<{ readonly id: string; readonly point: string }> => {
  const id = await here.measureId();
  const { points } = await here.lead.ask(routes.measures.addPoints, { params: { id }, body: { points: [{ onDay: '2026-03-31', value: 41.5, note: here.name('note') }] } });
  return { id, point: points[0]?.id ?? '' };
};

const linked = async (here: Here): Promise<{ readonly id: string; readonly actionId: string }> => {
  const [id, { id: actionId }] = [await here.measureId(), await here.action()];
  await here.lead.ask(routes.measures.link, { params: { id }, body: { actionId } });
  return { id, actionId };
};

export const measureCalls: CallsOf<typeof routes.measures> = {
  list: async (here) => {
    const { actionId } = await linked(here);
    return { query: { action: actionId } };
  },
  page: async (here) => ({ params: { id: (await counted(here)).id } }),
  add: async (here) => ({ body: { title: here.name('measure'), unit: 'days', direction: 'down', target: 20.5, targetOn: '2027-03-31', source: here.name('source'), actionIds: [(await here.action()).id], findingIds: [(await here.finding()).id] } }),
  edit: async (here) => ({ params: { id: await here.measureId() }, body: { title: here.name('measure'), target: 12, version: 1 } }),
  addPoints: async (here) => ({ params: { id: await here.measureId() }, body: { points: [{ onDay: '2026-03-31', value: 41.5, note: here.name('note') }] } }),
  correct: async (here) => {
    const { id, point } = await counted(here);
    return { params: { id, point }, body: { onDay: '2026-03-31', value: 14.5, note: here.name('note') } };
  },
  retire: async (here) => ({ params: { id: await here.measureId() }, body: { retiredOn: '2026-03-31', replacedById: await here.measureId() } }),
  takeUp: async (here) => {
    const id = await here.measureId();
    await here.lead.ask(routes.measures.retire, { params: { id }, body: { retiredOn: '2026-03-31' } });
    return { params: { id } };
  },
  withdraw: async (here) => ({ params: { id: await here.measureId() } }),
  link: async (here) => ({ params: { id: await here.measureId() }, body: { findingId: (await here.finding()).id } }),
  unlink: async (here) => {
    const { id, actionId } = await linked(here);
    return { params: { id, other: actionId } };
  },
};
