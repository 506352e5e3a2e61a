import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const { add, sign, addSponsor, reportTo } = routes.plans;
const fresh = (here: Here) => here.lead.ask(add, { body: { title: here.name('plan'), aim: here.name('aim') } });
const signature = (here: Here) => ({ organisationId: here.organisationId, signedBy: here.name('signer'), role: here.name('role'), signedOn: here.day(-1), version: 1 });
const sponsor = (here: Here) => ({ organisationId: here.organisationId, personId: here.personId, role: here.name('role') });

export const planCalls: CallsOf<typeof routes.plans> = {
  list: () => ({}),
  page: ({ planId: id }) => ({ params: { id } }),
  add: (here) => ({ body: { title: here.name('plan'), aim: here.name('aim') } }),
  edit: async (here) => ({ params: { id: (await fresh(here)).id }, body: { aim: here.name('aim'), version: 1 } }),
  sign: async (here) => ({ params: { id: (await fresh(here)).id }, body: signature(here) }),
  takeBack: async (here) => {
    const { id } = await fresh(here);
    const { partners } = await here.lead.ask(sign, { params: { id }, body: signature(here) });
    return { params: { id, signature: partners[0]?.signatures[0]?.id ?? '' }, body: { why: here.name('why') } };
  },
  addSponsor: async (here) => ({ params: { id: (await fresh(here)).id }, body: sponsor(here) }),
  dropSponsor: async (here) => {
    const { id } = await fresh(here);
    const { sponsors } = await here.lead.ask(addSponsor, { params: { id }, body: sponsor(here) });
    return { params: { id, sponsor: sponsors[0]?.id ?? '' } };
  },
  reportTo: async (here) => ({ params: { id: (await fresh(here)).id }, body: { name: here.name('board') } }),
  stopReporting: async (here) => {
    const { id } = await fresh(here);
    const { boards } = await here.lead.ask(reportTo, { params: { id }, body: { name: here.name('board') } });
    return { params: { id, board: boards[0]?.id ?? '' } };
  },
};
