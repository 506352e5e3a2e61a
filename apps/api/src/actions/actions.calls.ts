import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const actionCalls: CallsOf<typeof routes.actions> = {
  list: ({ planId }) => ({ query: { plan: planId } }),
  choices: () => ({}),
  export: ({ planId }) => ({ query: { plan: planId } }),
  page: async (here) => ({ params: { id: (await here.action()).id } }),
  add: (here) => ({ body: { planId: here.planId, ref: here.name('ref').slice(-30), title: here.name('action'), horizon: 'quick_win', ownerId: here.personId, accountablePersonId: here.personId, accountableOrganisationId: here.organisationId, contributingIds: [here.organisationId], dueOn: here.day(60) } }),
  edit: async (here) => ({ params: { id: (await here.action()).id }, body: { title: here.name('action'), ownerId: here.personId, addContributing: [here.organisationId], addFindings: [(await here.finding()).id], addProgrammes: [await here.programmeId()], version: 1 } }),
  setDue: async (here) => ({ params: { id: (await here.action()).id }, body: { dueOn: here.day(90) } }),
  withdraw: async (here) => ({ params: { id: (await here.action()).id }, body: { reason: here.name('reason') } }),
  restore: async (here) => {
    const { id } = await here.action();
    await here.lead.ask(routes.actions.withdraw, { params: { id }, body: { reason: here.name('reason') } });
    return { params: { id }, body: { reason: here.name('reason') } };
  },
  knockOn: async (here) => ({ params: { id: (await here.action({ dueOn: here.day(30) })).id }, query: { dueOn: here.day(60) } }),
  moveDue: async (here) => ({ params: { id: (await here.action({ dueOn: here.day(30) })).id }, body: { dueOn: here.day(60), reason: 'capacity', agreedBy: `${here.word} board` } }),
};
