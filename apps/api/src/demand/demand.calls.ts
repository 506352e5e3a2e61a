import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const figures = { purpose: 'deliver', lowMinutes: 450, likelyMinutes: 900, highMinutes: 1_350, shape: 'even' } as const;

/** A line of work with everything that a line can name. */
async function said(here: Here) {
  const { id } = await here.action({ dueOn: here.day(60) });
  const { milestones } = await here.lead.ask(routes.milestones.add, { params: { id }, body: { title: here.name('milestone'), dueOn: here.day(30) } });
  const { items } = await here.lead.ask(routes.skills.add, { body: { name: here.name('skill') } });
  return { id, body: { ...figures, organisationId: here.organisationId, milestoneId: milestones[0]?.id ?? '', skillId: items.find((one) => one.name.startsWith(here.word))?.id ?? '', level: 3 } };
}

async function line(here: Here): Promise<string> {
  const { id, body } = await said(here);
  const { items } = await here.lead.ask(routes.demand.add, { params: { id }, body });
  return items[0]?.id ?? '';
}

/** Asked by a lead of no organisation, so that it waits to be confirmed. */
async function asked(here: Here): Promise<string> {
  const { items } = await here.lead.ask(routes.demand.request, { params: { id: await line(here) }, body: { personId: here.personId, minutes: 450 } });
  return items[0]?.people[0]?.id ?? '';
}

/** A lead of the organisation that the person asked for belongs to. */
const theirLead = (here: Here) => here.stage.person(['lead'], here.locality, here.organisationId);

export const demandCalls: CallsOf<typeof routes.demand> = {
  choices: () => ({}),
  ofAction: async (here) => {
    const { id, body } = await said(here);
    await here.lead.ask(routes.demand.add, { params: { id }, body });
    return { params: { id } };
  },
  add: async (here) => {
    const { id, body } = await said(here);
    return { params: { id }, body };
  },
  edit: async (here) => ({ params: { id: await line(here) }, body: { likelyMinutes: 1_000, version: 1 } }),
  withdraw: async (here) => ({ params: { id: await line(here) }, body: { reason: here.name('reason') } }),
  restore: async (here) => {
    const id = await line(here);
    await here.lead.ask(routes.demand.withdraw, { params: { id }, body: {} });
    return { params: { id }, body: { reason: here.name('reason') } };
  },
  request: async (here) => ({ params: { id: await line(here) }, body: { personId: here.personId, minutes: 450 } }),
  confirm: async (here) => ({ params: { id: await asked(here) }, as: await theirLead(here) }),
  takeBack: async (here) => ({ params: { id: await asked(here) }, as: await theirLead(here) }),
};
