import type { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';
import { aCadence } from '../testing/cycle-builder';

/** A plan of its own, reported on in cycles, with one that is open, frozen or published. */
const cycle = async (here: Here, to: 'open' | 'frozen' | 'published') => ({ params: { id: (await aCadence(here.lead, { title: here.name('reported plan'), to })).cycleId } });

export const cycleCalls: CallsOf<typeof routes.cycles> = {
  desk: async (here) => ({ params: { id: (await aCadence(here.lead, { title: here.name('reported plan') })).planId } }),
  setCadence: async (here) => ({ params: { id: here.planId }, body: { every: 'quarter', startsOn: '2026-01-01', clearDays: 5, publishAfter: 10, freezeBefore: 2, dueBefore: 3, openBefore: 10, grace: 2, ...(await versionOf(here)) } }),
  stop: async (here) => ({ params: { id: (await aCadence(here.lead, { title: here.name('reported plan') })).planId } }),
  adjust: async (here) => {
    const { cycleId, open } = await aCadence(here.lead, { title: here.name('reported plan') });
    return { params: { id: cycleId }, body: { publishesOn: open.publishesOn, version: open.version } };
  },
  freeze: (here) => cycle(here, 'open'),
  reopen: async (here) => ({ ...(await cycle(here, 'frozen')), body: { reason: here.name('reason') } }),
  publish: (here) => cycle(here, 'frozen'),
  page: (here) => cycle(here, 'published'),
  bytes: (here) => cycle(here, 'published'),
};

async function versionOf(here: Here): Promise<{ readonly version?: number }> {
  const { rows } = await here.stage.owner.query<{ version: number }>('select version from reporting_cadence where plan_id = $1', [here.planId]);
  return rows[0] ? { version: rows[0].version } : {};
}
