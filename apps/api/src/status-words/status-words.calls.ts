import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const statusWordCalls: CallsOf<typeof routes.statusWords> = {
  list: () => ({}),
  edit: async (here) => {
    const word = (await here.lead.ask(routes.statusWords.list)).items[0];
    return { params: { id: word?.id ?? '' }, body: { definition: here.name('definition'), version: word?.version ?? 0 } };
  },
};
