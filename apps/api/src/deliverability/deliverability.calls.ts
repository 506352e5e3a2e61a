import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const deliverabilityCalls: CallsOf<typeof routes.deliverability> = {
  show: (here) => ({ query: { plan: here.planId } }),
  actions: (here) => ({ query: { plan: here.planId } }),
  ofAction: async (here) => ({ params: { id: (await here.action()).id } }),
};
