import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const made = async (here: Here): Promise<string> => {
  const name = here.name('skill');
  const { items } = await here.lead.ask(routes.skills.add, { body: { name } });
  return items.find((one) => one.name === name)?.id ?? '';
};

export const skillCalls: CallsOf<typeof routes.skills> = {
  list: () => ({}),
  add: (here) => ({ body: { name: here.name('skill') } }),
  edit: async (here) => ({ params: { id: await made(here) }, body: { name: here.name('skill'), version: 1 } }),
  withdraw: async (here) => ({ params: { id: await made(here) } }),
  restore: async (here) => {
    const id = await made(here);
    await here.lead.ask(routes.skills.withdraw, { params: { id } });
    return { params: { id } };
  },
  people: () => ({}),
  hold: async (here) => ({ params: { id: here.personId, skill: await made(here) }, body: { level: 3 } }),
};
