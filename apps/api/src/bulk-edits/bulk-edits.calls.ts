import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** Two fresh actions, and a change of them that a plan approved by a board would take as well. */
async function asking(here: Here) {
  const actions = [await here.action({ dueOn: here.day(30) }), await here.action({ dueOn: here.day(40) })];
  return { change: { accountablePersonId: here.personId, addContributing: [here.organisationId], priority: 'high', move: { byDays: 7, reason: 'capacity', agreedBy: `${here.word} board` } } as const, actions: actions.map(({ id, version }) => ({ id, version })), reason: here.name('reason') };
}

export const bulkEditCalls: CallsOf<typeof routes.bulkEdits> = {
  list: async (here) => {
    await here.lead.ask(routes.bulkEdits.apply, { body: await asking(here) });
    return {};
  },
  preview: async (here) => {
    const { change, actions } = await asking(here);
    return { body: { change, actionIds: actions.map(({ id }) => id) } };
  },
  apply: async (here) => ({ body: await asking(here) }),
  undo: async (here) => ({ params: { id: (await here.lead.ask(routes.bulkEdits.apply, { body: await asking(here) })).id } }),
};
