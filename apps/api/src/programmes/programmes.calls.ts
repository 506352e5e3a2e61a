import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const programmeCalls: CallsOf<typeof routes.programmes> = {
  list: () => ({}),
  add: (here) => ({ body: { name: here.name('programme'), organisationId: here.organisationId } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.programmes.add, { body: { name: here.name('programme') } });
    return { params: { id }, body: { about: here.name('about'), version: 1 } };
  },
};
