import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const loadCalls: CallsOf<typeof routes.loads> = {
  page: () => ({ query: { by: 'organisation', months: 3 } }),
  actions: () => ({ query: { months: 3 } }),
  cell: (here) => ({ query: { by: 'organisation', id: here.organisationId, month: here.day(0).slice(0, 7) } }),
};
