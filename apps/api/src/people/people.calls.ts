import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const peopleCalls: CallsOf<typeof routes.people> = {
  list: ({ organisationId }) => ({ query: { organisation: organisationId } }),
  add: (here) => ({ body: { name: here.name('person'), email: here.email(), organisationId: here.organisationId } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.people.add, { body: { name: here.name('person') } });
    return { params: { id }, body: { jobTitle: here.name('job'), organisationId: here.organisationId, version: 1 } };
  },
};
