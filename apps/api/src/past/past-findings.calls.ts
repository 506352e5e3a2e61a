import type { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';
import { aCadence } from '../testing/cycle-builder';

/** A report that was frozen after whatever there is now. */
const reported = async (here: Here): Promise<{ readonly at: string }> => ({ at: (await aCadence(here.lead, { title: here.name('reported plan'), to: 'published' })).cycleId });
const aFinding = async (here: Here) => ({ params: { id: (await here.finding()).id }, query: await reported(here) });

export const pastFindingCalls: CallsOf<typeof routes.pastFindings> = {
  findings: async (here) => ({ query: { ...(await reported(here)), review: here.reviewId } }),
  finding: aFinding,
  diagnosis: aFinding,
  causes: async (here) => ({ query: await reported(here) }),
  ladder: async (here) => ({ query: { ...(await reported(here)), plan: here.planId } }),
};
