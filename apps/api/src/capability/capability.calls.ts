import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const skill = async (here: Here): Promise<string> => {
  const name = here.name('skill');
  return (await here.lead.ask(routes.skills.add, { body: { name } })).items.find((one) => one.name === name)?.id ?? '';
};

export const capabilityCalls: CallsOf<typeof routes.capability> = {
  page: () => ({}),
  parts: async (here) => ({ query: { skill: await skill(here), level: 3 } }),
};
