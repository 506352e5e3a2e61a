import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const capacityCalls: CallsOf<typeof routes.capacity> = {
  page: () => ({}),
  actions: (here) => ({ query: { month: here.day(0).slice(0, 7), organisation: here.organisationId } }),
  confirm: async (here) => {
    const { id } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
    return { body: { cells: [{ organisationId: id, month: here.day(0).slice(0, 7), days: 12, was: null }] } };
  },
};
