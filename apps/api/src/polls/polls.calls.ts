import { randomUUID } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';
import type { CallsOf, Here } from '../testing/here';

const poll = (here: Here) => ({ question: here.name('poll'), kind: 'single' as const, options: [here.name('choice'), here.name('choice')], isSecret: false, showsLive: true });

async function draft(here: Here): Promise<string> {
  const { summitId } = await anOpenRoom(here.lead, here.name('summit'));
  return (await here.lead.ask(routes.polls.add, { params: { id: summitId }, body: poll(here) })).id;
}

export const pollCalls: CallsOf<typeof routes.polls> = {
  add: async (here) => ({ params: { id: (await anOpenRoom(here.lead, here.name('summit'))).summitId }, body: poll(here) }),
  edit: async (here) => ({ params: { id: await draft(here) }, body: { question: here.name('poll'), version: 1 } }),
  open: async (here) => ({ params: { id: await draft(here) } }),
  close: async (here) => ({ params: { id: (await anOpenPoll(here.lead, (await anOpenRoom(here.lead, here.name('summit'))).summitId)).id } }),
  vote: async (here) => {
    const { summitId, code } = await anOpenRoom(here.lead, here.name('summit'));
    const { id } = await anOpenPoll(here.lead, summitId, { question: here.name('poll'), isSecret: true, showsLive: false });
    const { guest } = await aGuest(here.stage, code);
    return { as: guest, params: { codeKey: code, id }, body: { choices: [1], receipt: randomUUID() } };
  },
};
