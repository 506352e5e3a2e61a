import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const historyCalls: CallsOf<typeof routes.history> = {
  life: async (here) => ({ params: { id: (await here.action()).id } }),
  list: async (here) => ({ query: { thing: (await here.action()).id } }),
};
