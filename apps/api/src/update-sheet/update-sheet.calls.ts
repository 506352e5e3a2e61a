import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const updateSheetCalls: CallsOf<typeof routes.updateSheet> = {
  read: async (here) => {
    await here.action();
    return { query: { which: 'open', plan: here.planId } };
  },
};
