import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const causeCalls: CallsOf<typeof routes.causes> = {
  list: () => ({}),
  add: async (here) => ({ body: { text: here.name('cause'), deeperId: await here.causeId() } }),
  edit: async (here) => ({ params: { id: await here.causeId() }, body: { text: here.name('cause'), deeperId: await here.causeId(), version: 1 } }),
  withdraw: async (here) => ({ params: { id: await here.causeId() } }),
  link: async (here) => ({ params: { id: await here.causeId() }, body: { actionId: (await here.action()).id } }),
  unlink: async (here) => {
    const id = await here.causeId();
    const { id: action } = await here.action({ causeIds: [id] });
    return { params: { id, action } };
  },
};
