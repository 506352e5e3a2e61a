import type { routes } from '@followthrough/contracts';
import { lastWeekOf, londonDay } from '@followthrough/domain';
import type { CallsOf } from '../testing/here';

export const daysCheckCalls: CallsOf<typeof routes.daysChecks> = {
  mine: () => ({}),
  of: async (here) => ({ params: { id: here.personId }, as: await here.stage.person(['lead'], here.locality, here.organisationId) }),
  say: () => ({ body: { week: lastWeekOf(londonDay(new Date())), answer: 'more', minutes: 450 } }),
};
