import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const reviewCalls: CallsOf<typeof routes.reviews> = {
  list: () => ({}),
  add: (here) => ({ body: { frameworkId: here.frameworkId, title: here.name('review'), reportUrl: 'https://reviews.example/report' } }),
  edit: async (here) => {
    const { id } = await here.lead.ask(routes.reviews.add, { body: { frameworkId: here.frameworkId, title: here.name('review') } });
    return { params: { id }, body: { body: here.name('body'), version: 1 } };
  },
};
