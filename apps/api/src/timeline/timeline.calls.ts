import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const timelineCalls: CallsOf<typeof routes.timeline> = {
  show: async (here) => {
    const { id } = await here.action({ dueOn: here.day(30) });
    await here.lead.ask(routes.milestones.add, { params: { id }, body: { title: here.name('milestone'), dueOn: here.day(20) } });
    return { query: { plan: here.planId } };
  },
};
