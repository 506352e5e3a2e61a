import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const chaseCalls: CallsOf<typeof routes.chases> = {
  list: () => ({ query: { days: 28 } }),
  send: ({ personId }) => ({ body: { days: 28, personIds: [personId] } }),
};
