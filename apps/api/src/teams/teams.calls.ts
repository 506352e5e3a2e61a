import { routes } from '@followthrough/contracts';
import type { Call, CallsOf, Here } from '../testing/here';

const aTeam = (here: Here) => here.lead.ask(routes.teams.add, { body: { name: here.name('team'), kind: 'team', organisationId: here.organisationId } });

const withMember: Call = async (here) => {
  const { id } = await aTeam(here);
  const { members } = await here.lead.ask(routes.teams.join, { params: { id }, body: { personId: here.personId, fromOn: here.day(-10), toOn: null } });
  return { params: { id, member: members[0]?.id ?? '' } };
};

export const teamCalls: CallsOf<typeof routes.teams> = {
  list: () => ({}),
  add: (here) => ({ body: { name: here.name('team'), kind: 'multi_disciplinary', organisationId: here.organisationId } }),
  edit: async (here) => ({ params: { id: (await aTeam(here)).id }, body: { name: here.name('team'), organisationId: here.organisationId, version: 1 } }),
  withdraw: async (here) => ({ params: { id: (await aTeam(here)).id } }),
  bringBack: async (here) => {
    const { id } = await aTeam(here);
    await here.lead.ask(routes.teams.withdraw, { params: { id } });
    return { params: { id } };
  },
  join: async (here) => ({ params: { id: (await aTeam(here)).id }, body: { personId: here.personId, fromOn: here.day(-10), toOn: here.day(100) } }),
  editMember: async (here, asker) => ({ ...(await withMember(here, asker)), body: { toOn: here.day(50), version: 1 } }),
  leave: withMember,
};
