import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const membershipCalls: CallsOf<typeof routes.memberships> = {
  edit: async (here) => ({ params: { id: await here.membershipId() }, body: { roles: ['executive', 'expert'], version: 1 } }),
  end: async (here) => ({ params: { id: await here.membershipId() } }),
};
