import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const boardCalls: CallsOf<typeof routes.boards> = {
  list: () => ({}),
  page: async (here) => ({ params: { id: (await here.board()).id } }),
  add: (here) => ({ body: { name: here.name('board') } }),
  edit: async (here) => ({ params: { id: (await here.board()).id }, body: { name: here.name('board'), version: 1 } }),
  addMeeting: async (here) => ({ params: { id: (await here.board()).id }, body: { heldOn: here.day(20) } }),
  dropMeeting: async (here) => {
    const { id, meetings } = await here.board();
    return { params: { id, meeting: meetings[0]?.id ?? '' } };
  },
  noteAttendance: async (here) => {
    const { id } = await here.board();
    const { meetings } = await here.lead.ask(routes.boards.addMeeting, { params: { id }, body: { heldOn: here.day(-10) } });
    return { params: { id, meeting: meetings[0]?.id ?? '' }, body: { came: [here.organisationId], absent: [] } };
  },
};
