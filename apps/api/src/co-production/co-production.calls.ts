import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const step = (here: Here) => ({ planId: here.planId, withWhom: here.name('forum'), what: here.name('what'), happensOn: here.day(30) });
const made = async (here: Here): Promise<string> => {
  const body = step(here);
  const { items } = await here.lead.ask(routes.coProduction.add, { body });
  return items.find((one) => one.what === body.what)?.id ?? '';
};

export const coProductionCalls: CallsOf<typeof routes.coProduction> = {
  add: (here) => ({ body: step(here) }),
  edit: async (here) => ({ params: { id: await made(here) }, body: { what: here.name('what'), version: 1 } }),
  remove: async (here) => ({ params: { id: await made(here) } }),
};
