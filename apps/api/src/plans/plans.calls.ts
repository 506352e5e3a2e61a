import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const planCalls: CallsOf<typeof routes.plans> = {
  list: () => ({}),
  add: (here) => ({ body: { title: here.name('plan'), aim: here.name('aim') } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.plans.add, { body: { title: here.name('plan') } });
    return { params: { id }, body: { aim: here.name('aim'), version: 1 } };
  },
};
