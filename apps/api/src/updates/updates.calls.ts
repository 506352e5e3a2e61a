import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const updateCalls: CallsOf<typeof routes.updates> = {
  desk: async (here) => ({ params: { id: (await here.action()).id } }),
  report: async (here) => ({ params: { id: (await here.action()).id }, body: { status: 'on_track', narrative: here.name('narrative'), onBehalfOfId: here.personId } }),
  batch: async (here) => ({
    body: {
      updates: [
        { actionId: (await here.action()).id, status: 'on_track', narrative: here.name('narrative'), onBehalfOfId: here.personId },
        { actionId: (await here.action()).id, status: 'off_track', narrative: here.name('narrative'), pathToGreen: here.name('way back'), decision: { what: here.name('decision'), boardId: here.boardId, neededBy: here.day(20) }, seenId: null },
      ],
    },
  }),
  list: async (here) => {
    const { id } = await here.action();
    await here.lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: here.name('narrative') } });
    return { params: { id } };
  },
};
