import { routes } from '@followthrough/contracts';
import type { Call, CallsOf, Here } from '../testing/here';

/** An organisation of its own with a lead, because what an organisation promises is promised once for a time. */
async function promiser(here: Here) {
  const { id } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
  const as = await here.stage.person(['lead', 'administrator'], here.locality, id);
  return { id, as };
}
const said = (here: Here) => ({ planId: here.planId, minutes: 4_500, money: 20_000, fromOn: here.day(-30), toOn: here.day(300) });

const asked: Call = async (here) => {
  const { id, as } = await promiser(here);
  const { promises } = await here.lead.ask(routes.promises.ask, { params: { id }, body: said(here) });
  return { as, params: { id: promises[0]?.id ?? '' } };
};

export const promiseCalls: CallsOf<typeof routes.promises> = {
  page: () => ({}),
  organisation: (here) => ({ params: { id: here.organisationId } }),
  ask: async (here) => ({ params: { id: (await promiser(here)).id }, body: said(here) }),
  confirm: asked,
  edit: async (here, asker) => ({ ...(await asked(here, asker)), body: { moneyConfirmed: 5_000, version: 1 } }),
  end: async (here, asker) => ({ ...(await asked(here, asker)), body: { lastOn: here.day(30) } }),
  lines: () => ({}),
  editLines: async (here) => ({ body: { amber: 50, version: (await here.lead.ask(routes.promises.lines)).version } }),
};
