import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const threadCalls: CallsOf<typeof routes.threads> = {
  list: async (here) => {
    await here.thread();
    return {};
  },
  raise: async (here) => ({ body: { actionId: (await here.action()).id, kind: 'challenge', text: here.name('challenge'), respondBy: here.day(14) } }),
  answer: async (here, asker) => ({ params: { id: (await here.thread(asker)).id }, body: { kind: 'reply', text: here.name('reply') } }),
  close: async (here, asker) => ({ params: { id: (await here.thread(asker)).id } }),
};
