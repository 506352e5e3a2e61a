import { type Milestone, routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

async function made(here: Here): Promise<{ readonly actionId: string; readonly milestone: Pick<Milestone, 'id' | 'version'> }> {
  const { id: actionId } = await here.action({ dueOn: here.day(60) });
  const { milestones } = await here.lead.ask(routes.milestones.add, { params: { id: actionId }, body: { title: here.name('milestone'), dueOn: here.day(30) } });
  return { actionId, milestone: { id: milestones[0]?.id ?? '', version: milestones[0]?.version ?? 1 } };
}

export const milestoneCalls: CallsOf<typeof routes.milestones> = {
  add: async (here) => ({ params: { id: (await here.action()).id }, body: { title: here.name('milestone'), dueOn: here.day(30) } }),
  order: async (here) => {
    const { actionId, milestone } = await made(here);
    return { params: { id: actionId }, body: { ids: [milestone.id] } };
  },
  edit: async (here) => {
    const { milestone } = await made(here);
    return { params: { id: milestone.id }, body: { title: here.name('milestone'), version: milestone.version } };
  },
  done: async (here) => ({ params: { id: (await made(here)).milestone.id }, body: { doneOn: here.day(-1) } }),
  knockOn: async (here) => ({ params: { id: (await made(here)).milestone.id }, query: { dueOn: here.day(90) } }),
  move: async (here) => ({ params: { id: (await made(here)).milestone.id }, body: { dueOn: here.day(40), reason: 'capacity', agreedBy: `${here.word} board` } }),
  withdraw: async (here) => ({ params: { id: (await made(here)).milestone.id }, body: { reason: here.name('reason') } }),
  restore: async (here) => {
    const { milestone } = await made(here);
    await here.lead.ask(routes.milestones.withdraw, { params: { id: milestone.id }, body: {} });
    return { params: { id: milestone.id }, body: { reason: here.name('reason') } };
  },
};
