import { randomUUID } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import { aGuest, anOpenRoom } from '../testing/room-builder';
import type { CallsOf, Here } from '../testing/here';

/** A question in a room, who asked it, and somebody else who is there. */
async function asked(here: Here) {
  const { summitId, code } = await anOpenRoom(here.lead, here.name('summit'));
  const { question } = await aGuest(here.stage, code, here.name('question'));
  return { summitId, code, id: question?.id ?? '', other: (await aGuest(here.stage, code)).guest };
}

export const questionCalls: CallsOf<typeof routes.questions> = {
  moderate: async (here) => ({ params: { id: (await asked(here)).id }, body: { state: 'answered', version: 1 } }),
  merge: async (here) => {
    const { id, code } = await asked(here);
    const { question } = await aGuest(here.stage, code, here.name('question'));
    return { params: { id }, body: { intoId: question?.id ?? '' } };
  },
  ask: async (here) => {
    const { code, other } = await asked(here);
    return { as: other, params: { codeKey: code }, body: { id: randomUUID(), text: here.name('question'), isAnonymous: true } };
  },
  raise: async (here) => {
    const { id, code, other } = await asked(here);
    return { as: other, params: { codeKey: code, id } };
  },
  withdraw: async (here) => {
    const { id, code, other } = await asked(here);
    await other.ask(routes.questions.raise, { params: { codeKey: code, id } });
    return { as: other, params: { codeKey: code, id } };
  },
};
