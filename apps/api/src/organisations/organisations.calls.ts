import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const organisationCalls: CallsOf<typeof routes.organisations> = {
  list: () => ({}),
  add: (here) => ({ body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [here.word], successorId: here.organisationId } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
    return { params: { id }, body: { name: here.name('Trust'), successorId: here.organisationId, version: 1 } };
  },
};
