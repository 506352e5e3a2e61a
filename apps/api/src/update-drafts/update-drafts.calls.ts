import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const updateDraftCalls: CallsOf<typeof routes.updateDrafts> = {
  keep: async (here) => ({ params: { id: (await here.action()).id }, body: { said: { narrative: here.name('narrative') }, typedAt: new Date().toISOString() } }),
  drop: async (here) => ({ params: { id: (await here.action()).id } }),
};
