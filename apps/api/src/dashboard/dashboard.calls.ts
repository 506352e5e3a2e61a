import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const dashboardCalls: CallsOf<typeof routes.dashboard> = {
  show: ({ planId }) => ({ query: { plan: planId } }),
};
