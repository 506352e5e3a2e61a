import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const saying = async (here: Here) => ({ params: { id: (await here.action()).id }, body: { otherId: (await here.action()).id, otherComes: 'first' as const, kind: 'enables' as const } });

export const dependencyCalls: CallsOf<typeof routes.dependencies> = {
  add: saying,
  drop: async (here) => {
    const said = await saying(here);
    const { waitsFor } = await here.lead.ask(routes.dependencies.add, said);
    return { params: { ...said.params, dependency: waitsFor[0]?.dependencyId ?? '' } };
  },
};
