import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const decisionCalls: CallsOf<typeof routes.decisions> = {
  list: async (here) => {
    await here.decisionId();
    return {};
  },
  settle: async (here) => ({ params: { id: await here.decisionId() }, body: { state: 'taken', note: here.name('note'), version: 1 } }),
};
