import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const traceCalls: CallsOf<typeof routes.traces> = {
  show: async (here) => ({ params: { id: (await here.action({ findingIds: [(await here.finding()).id] })).id } }),
};
