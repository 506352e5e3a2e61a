import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const summitCalls: CallsOf<typeof routes.summits> = {
  list: () => ({}),
  page: ({ summitId }) => ({ params: { id: summitId } }),
  add: (here) => ({ body: { title: here.name('summit'), heldOn: '2026-03-01' } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.summits.add, { body: { title: here.name('summit'), heldOn: '2026-03-01' } });
    return { params: { id }, body: { place: here.name('place'), version: 1 } };
  },
  addOutcome: async (here) => ({ params: { id: here.summitId }, body: { agreedOn: '2026-03-01', kind: 'commitment', text: here.name('outcome'), findingId: (await here.finding()).id, organisationIds: [here.organisationId] } }),
  editOutcome: async (here) => ({ params: { id: (await here.outcome()).id }, body: { text: here.name('outcome'), findingId: (await here.finding()).id, addOrganisations: [here.organisationId], version: 1 } }),
  makeAction: async (here) => ({ params: { id: (await here.outcome()).id }, body: { planId: here.planId } }),
  link: async (here) => ({ params: { id: (await here.outcome()).id }, body: { actionId: (await here.action()).id } }),
  unlink: async (here) => {
    const { id } = await here.outcome();
    const { id: action } = await here.action();
    await here.lead.ask(routes.summits.link, { params: { id }, body: { actionId: action } });
    return { params: { id, action } };
  },
};
