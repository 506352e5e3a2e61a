import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';
import { aGuest, anOpenRoom } from '../testing/room-builder';

export const roomCalls: CallsOf<typeof routes.rooms> = {
  open: async (here) => ({ params: { id: (await here.lead.ask(routes.summits.add, { body: { title: here.name('summit'), heldOn: here.day(0) } })).id }, body: { names: 'either', takesQuestions: true, checksQuestions: true } }),
  page: async (here) => ({ params: { id: (await anOpenRoom(here.lead, here.name('summit'))).summitId } }),
  edit: async (here) => {
    const { summitId, code } = await anOpenRoom(here.lead, here.name('summit'));
    const { question } = await aGuest(here.stage, code, here.name('question'));
    return { params: { id: summitId }, body: { names: 'anonymous', shownQuestionId: question?.id ?? null, version: 1 } };
  },
  close: async (here) => ({ params: { id: (await anOpenRoom(here.lead, here.name('summit'))).summitId } }),
  changes: async (here) => ({ params: { id: (await anOpenRoom(here.lead, here.name('summit'))).summitId } }),
  doorway: async (here) => ({ params: { codeKey: (await anOpenRoom(here.lead, here.name('summit'))).code } }),
  join: async (here) => ({ params: { codeKey: (await anOpenRoom(here.lead, here.name('summit'))).code }, body: { name: here.name('guest') } }),
  screen: async (here) => {
    const { code } = await anOpenRoom(here.lead, here.name('summit'));
    const { guest } = await aGuest(here.stage, code);
    return { as: guest, params: { codeKey: code } };
  },
  guestChanges: async (here) => {
    const { code } = await anOpenRoom(here.lead, here.name('summit'));
    const { guest } = await aGuest(here.stage, code);
    return { as: guest, params: { codeKey: code } };
  },
};
