import { routes, type SummitPage } from '@followthrough/contracts';
import { attached } from '../files/files.calls';
import type { CallsOf, Here } from '../testing/here';
import { aGuest, anOpenRoom } from '../testing/room-builder';

const aSummit = (here: Here): Promise<SummitPage> => here.lead.ask(routes.summits.add, { body: { title: here.name('summit'), heldOn: '2026-03-01', startsAt: '09:30' } });

async function closed(here: Here): Promise<SummitPage> {
  const { id } = await aSummit(here);
  await here.lead.ask(routes.summits.addOutcome, { params: { id }, body: { agreedOn: '2026-03-01', kind: 'decision', text: here.name('outcome'), organisationIds: [here.organisationId] } });
  const { outcomes, version } = await here.lead.ask(routes.summits.close, { params: { id }, body: { version: 1 } });
  await here.lead.ask(routes.summits.editOutcome, { params: { id: outcomes[0]?.id ?? '' }, body: { noAction: here.name('reason'), version: 1 } });
  return { ...(await here.lead.ask(routes.summits.page, { params: { id } })), version };
}

export const summitCalls: CallsOf<typeof routes.summits> = {
  list: () => ({}),
  page: ({ summitId }) => ({ params: { id: summitId } }),
  add: (here) => ({ body: { title: here.name('summit'), heldOn: '2026-03-01' } }),
  edit: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { place: here.name('place'), version: 1 } }),
  open: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { version: 1 } }),
  close: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { version: 1 } }),
  publish: async (here) => {
    const { id, version } = await closed(here);
    return { params: { id }, body: { version } };
  },
  record: ({ summitId }) => ({ params: { id: summitId } }),
  addOutcome: async (here) => {
    const { summitId, code } = await anOpenRoom(here.lead, here.name('summit'));
    const { question } = await aGuest(here.stage, code, here.name('question'));
    return { params: { id: summitId }, body: { agreedOn: '2026-03-01', kind: 'commitment', text: here.name('outcome'), organisationId: here.organisationId, agendaItemId: await itemId(here, summitId), findingIds: [(await here.finding()).id], organisationIds: [here.organisationId], questionIds: [question?.id ?? ''] } };
  },
  editOutcome: async (here) => ({ params: { id: (await here.outcome()).id }, body: { text: here.name('outcome'), addFindings: [(await here.finding()).id], addOrganisations: [here.organisationId], version: 1 } }),
  makeAction: async (here) => ({ params: { id: (await here.outcome()).id }, body: { planId: here.planId } }),
  link: async (here) => ({ params: { id: (await here.outcome()).id }, body: { actionId: (await here.action()).id } }),
  unlink: async (here) => {
    const { id } = await here.outcome();
    const { id: action } = await here.action();
    await here.lead.ask(routes.summits.link, { params: { id }, body: { actionId: action } });
    return { params: { id, action } };
  },
};

async function itemId(here: Here, summitId: string): Promise<string> {
  const { agenda } = await here.lead.ask(routes.agenda.add, { params: { id: summitId }, body: { title: here.name('item'), minutes: 20, lead: here.name('chair'), findingIds: [(await here.finding()).id] } });
  return agenda.at(-1)?.id ?? '';
}

export const agendaCalls: CallsOf<typeof routes.agenda> = {
  add: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { title: here.name('item'), minutes: 20, findingIds: [(await here.finding()).id] } }),
  edit: async (here) => ({ params: { id: await itemId(here, (await aSummit(here)).id) }, body: { title: here.name('item'), addFindings: [(await here.finding()).id], version: 1 } }),
  order: async (here) => {
    const { id } = await aSummit(here);
    return { params: { id }, body: { ids: [await itemId(here, id), await itemId(here, id)].reverse() } };
  },
  begin: async (here) => {
    const { id } = await aSummit(here);
    const item = await itemId(here, id);
    await here.lead.ask(routes.summits.open, { params: { id }, body: { version: 1 } });
    return { params: { id: item } };
  },
  remove: async (here) => ({ params: { id: await itemId(here, (await aSummit(here)).id) } }),
};

async function invited(here: Here, personId = here.personId): Promise<{ readonly summitId: string; readonly inviteeId: string }> {
  const { id } = await aSummit(here);
  const { invitees } = await here.lead.ask(routes.invitees.invite, { params: { id }, body: { personIds: [personId] } });
  return { summitId: id, inviteeId: invitees[0]?.id ?? '' };
}

export const inviteeCalls: CallsOf<typeof routes.invitees> = {
  invite: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { personIds: [here.personId] } }),
  send: async (here) => ({ params: { id: (await invited(here)).summitId }, body: { version: 1 } }),
  remove: async (here) => ({ params: { id: (await invited(here)).inviteeId } }),
  note: async (here) => ({ params: { id: (await invited(here)).inviteeId }, body: { answer: 'not_coming' } }),
  answer: async (here, asker) => ({ params: { id: (await invited(here, asker.personId ?? undefined)).summitId }, body: { answer: 'coming' } }),
  calendar: ({ summitId }) => ({ params: { id: summitId } }),
};

export const attendanceCalls: CallsOf<typeof routes.attendance> = {
  note: (here) => ({ params: { id: here.summitId, organisation: here.organisationId }, body: { people: 2, names: here.name('chief executive') } }),
  remove: async (here) => {
    const { id } = await aSummit(here);
    await here.lead.ask(routes.attendance.note, { params: { id, organisation: here.organisationId }, body: { people: 2 } });
    return { params: { id, organisation: here.organisationId } };
  },
};

async function material(here: Here): Promise<string> {
  const { id } = await aSummit(here);
  const { materials } = await here.lead.ask(routes.materials.add, { params: { id }, body: { title: here.name('paper'), fileId: (await attached(here)).id } });
  return materials[0]?.id ?? '';
}

export const materialCalls: CallsOf<typeof routes.materials> = {
  add: async (here) => ({ params: { id: (await aSummit(here)).id }, body: { title: here.name('paper'), fileId: (await attached(here)).id } }),
  remove: async (here) => ({ params: { id: await material(here) } }),
};
