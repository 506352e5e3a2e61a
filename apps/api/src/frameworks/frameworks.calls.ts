import { type FrameworkItem, routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const { copy, publish } = routes.frameworks;

const draft = (here: Here): Promise<FrameworkItem> => here.lead.ask(copy, { params: { id: here.frameworkId }, body: { title: here.name('framework') } });

const own = async (here: Here): Promise<FrameworkItem> => {
  const { id, version } = await draft(here);
  return here.lead.ask(publish, { params: { id }, body: { version } });
};

export const frameworkCalls: CallsOf<typeof routes.frameworks> = {
  list: () => ({}),
  page: ({ frameworkId }) => ({ params: { id: frameworkId } }),
  copy: (here) => ({ params: { id: here.frameworkId }, body: { title: here.name('framework') } }),
  renew: async (here) => ({ params: { id: (await own(here)).id }, body: { edition: '2' } }),
  edit: async (here) => {
    const band = { from: 0, to: 100, word: here.word };
    const method = { code: 'a', title: here.word, source: here.word, parts: ['One'], partBands: [{ from: 0, to: 100, counts: 1 }], bands: [band] };
    const scoring = { levels: [{ score: 0, says: 'No' }, { score: 1, says: here.word }], methods: [method] };
    const clock = [{ code: 'plan', title: here.word, after: 'report', months: 1, latestMonths: 2, source: here.word }];
    return { params: { id: (await draft(here)).id }, body: { title: here.name('framework'), domains: [{ title: here.word, criteria: [here.word] }], scoring, clock, version: 1 } };
  },
  publish: async (here) => ({ params: { id: (await draft(here)).id }, body: { version: 1 } }),
  discard: async (here) => ({ params: { id: (await draft(here)).id } }),
};
