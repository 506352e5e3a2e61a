import { routes } from '@followthrough/contracts';
import type { Call, CallsOf, Here } from '../testing/here';

/** A draft with one change of an action that lies at the organisation here. */
async function draft(here: Here) {
  const { id } = await here.lead.ask(routes.scenarios.add, { body: { name: here.name('scenario'), why: here.name('why') } });
  const action = await here.action({ dueOn: here.day(30), daysNeeded: 5 });
  const { changes } = await here.lead.ask(routes.scenarios.change, { params: { id }, body: { kind: 'move', actionId: action.id, toOn: here.day(90) } });
  return { id, action, change: changes[0]?.id ?? '' };
}

async function proposed(here: Here): Promise<string> {
  const { id } = await draft(here);
  await here.lead.ask(routes.scenarios.propose, { params: { id } });
  return id;
}

/** A lead of the organisation that is asked. */
const theirLead = (here: Here) => here.stage.person(['lead'], here.locality, here.organisationId);

async function agreed(here: Here): Promise<string> {
  const id = await proposed(here);
  await (await theirLead(here)).ask(routes.scenarios.answer, { params: { id }, body: { answer: 'agreed' } });
  return id;
}

const ofDraft: Call = async (here) => ({ params: { id: (await draft(here)).id } });

export const scenarioCalls: CallsOf<typeof routes.scenarios> = {
  list: async (here) => {
    await draft(here);
    return {};
  },
  page: async (here) => ({ params: { id: (await draft(here)).id }, query: { beside: (await draft(here)).id } }),
  add: (here) => ({ body: { name: here.name('scenario'), why: here.name('why') } }),
  edit: async (here) => ({ params: { id: (await draft(here)).id }, body: { name: here.name('other'), version: 1 } }),
  change: async (here) => {
    const { id } = await draft(here);
    const action = await here.action({ dueOn: here.day(30), daysNeeded: 5 });
    return { params: { id }, body: { kind: 'move', actionId: action.id, toOn: here.day(60) } };
  },
  takeOut: async (here) => {
    const { id, change } = await draft(here);
    return { params: { id, change } };
  },
  keep: async (here) => {
    const { id, change, action } = await draft(here);
    await here.lead.ask(routes.actions.moveDue, { params: { id: action.id }, body: { dueOn: here.day(45), reason: 'capacity', agreedBy: here.name('board') } });
    return { params: { id, change } };
  },
  propose: ofDraft,
  answer: async (here) => ({ params: { id: await proposed(here) }, body: { answer: 'agreed', reason: here.name('reason') }, as: await theirLead(here) }),
  draft: async (here) => ({ params: { id: await proposed(here) } }),
  apply: async (here) => ({ params: { id: await agreed(here) } }),
  withdraw: ofDraft,
};
