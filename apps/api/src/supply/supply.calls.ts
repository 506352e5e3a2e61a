import { routes } from '@followthrough/contracts';
import type { Call, CallsOf, Here } from '../testing/here';

/** Somebody of Here's organisation, and a lead of it who keeps their figures. */
async function ours(here: Here) {
  const as = await here.stage.person(['lead', 'administrator'], here.locality, here.organisationId);
  const { id } = await here.lead.ask(routes.people.add, { body: { name: here.name('colleague'), organisationId: here.organisationId } });
  return { as, params: { id } };
}
const pattern = { fromOn: '2026-01-05', toOn: null, minutes: [450, 450, 450, 225, 0, 0, 0], fullTimeMinutes: 450 };
const release = (here: Here) => ({ fromOn: here.day(0), toOn: here.day(300), percent: 40, fundedUntil: null });

const asked: Call = async (here) => {
  const { as, params } = await ours(here);
  const { releases } = await here.lead.ask(routes.supply.release, { params, body: release(here) });
  return { as, params: { ...params, release: releases[0]?.id ?? '' } };
};

export const supplyCalls: CallsOf<typeof routes.supply> = {
  mine: () => ({}),
  ours: async (here) => ({ as: (await ours(here)).as }),
  person: async (here) => {
    const { as, params } = await ours(here);
    return { as, params };
  },
  setPattern: async (here) => ({ ...(await ours(here)), body: pattern }),
  dropPattern: async (here) => {
    const { as, params } = await ours(here);
    const { patterns } = await as.ask(routes.supply.setPattern, { params, body: pattern });
    return { as, params: { ...params, pattern: patterns[0]?.id ?? '' } };
  },
  addLeave: async (here) => ({ ...(await ours(here)), body: { fromOn: '2026-08-03', toOn: '2026-08-14', part: 'whole' } }),
  dropLeave: async (here) => {
    const { as, params } = await ours(here);
    const { leave } = await as.ask(routes.supply.addLeave, { params, body: { fromOn: '2026-08-03', toOn: '2026-08-14', part: 'half' } });
    return { as, params: { ...params, leave: leave[0]?.id ?? '' } };
  },
  release: async (here) => ({ params: (await ours(here)).params, body: release(here) }),
  confirm: asked,
  end: async (here, asker) => ({ ...(await asked(here, asker)), body: { lastOn: here.day(30) } }),
  fund: async (here) => ({ ...(await ours(here)), body: { fundedUntil: here.day(200), version: 1 } }),
  time: () => ({}),
  editTime: async (here) => ({ body: { training: 6, version: (await here.lead.ask(routes.supply.time)).version } }),
};
