import { type ReviewPage, routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** A review of the first framework that is scored. */
async function scored(here: Here): Promise<ReviewPage> {
  const { items } = await here.lead.ask(routes.frameworks.list);
  return here.lead.ask(routes.reviews.add, { body: { frameworkId: items.find((one) => one.shipped && one.scoring)?.id ?? '', title: here.name('review') } });
}

export const reviewCalls: CallsOf<typeof routes.reviews> = {
  list: () => ({}),
  page: ({ reviewId }) => ({ params: { id: reviewId } }),
  add: (here) => ({ body: { frameworkId: here.frameworkId, title: here.name('review'), reportUrl: 'https://reviews.example/report' } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.reviews.add, { body: { frameworkId: here.frameworkId, title: here.name('review') } });
    return { params: { id }, body: { body: here.name('body'), version: 1 } };
  },
  say: async (here) => {
    const { id, steps } = await here.lead.ask(routes.reviews.page, { params: { id: here.reviewId } });
    return { params: { id }, body: { step: steps[0]?.code ?? '', kind: 'due', on: here.day(30), reason: here.name('reason') } };
  },
  score: async (here) => {
    const { id, criteria } = await scored(here);
    return { params: { id }, body: { scores: [{ criterionId: criteria[0]?.id ?? '', part: null, score: 3 }] } };
  },
};
