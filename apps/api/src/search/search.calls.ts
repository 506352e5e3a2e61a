import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const searchCalls: CallsOf<typeof routes.search> = {
  find: async (here) => {
    const { title } = await here.action();
    return { query: { text: title } };
  },
};
