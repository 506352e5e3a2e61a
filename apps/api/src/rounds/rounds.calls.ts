import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { CallsOf, Here } from '../testing/here';

/** A round on a fresh finding, and somebody who writes for one of its two partners. */
const opened = async (here: Here) => {
  const { id: finding } = await here.finding();
  const { id: organisation } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
  const writer = await here.stage.person(['lead'], here.locality, organisation);
  const { round, partners } = await here.lead.ask(routes.rounds.open, { params: { id: finding }, body: { closesOn: here.day(7), organisationIds: [here.organisationId, organisation] } });
  return { finding, organisation, writer, id: round?.id ?? '', version: round?.version ?? 1, partners };
};

const view = (here: Here) => ({ symptom: here.name('symptom'), why: here.name('why'), cause: here.name('cause'), version: null });

/** Revealed with one view, and something there to agree to. */
const agreeable = async (here: Here): Promise<{ readonly id: string; readonly writer: Caller }> => {
  const { finding, id, writer } = await opened(here);
  await writer.ask(routes.rounds.write, { params: { id }, body: view(here) });
  await here.lead.ask(routes.rounds.reveal, { params: { id } });
  const { diagnosis } = await here.lead.ask(routes.diagnoses.begin, { params: { id: finding }, body: { symptom: here.name('symptom') } });
  await here.lead.ask(routes.diagnoses.edit, { params: { id: diagnosis?.id ?? '' }, body: { agreedText: here.name('agreed'), version: 1 } });
  return { id, writer };
};

export const roundCalls: CallsOf<typeof routes.rounds> = {
  page: async (here) => {
    const { finding, id, writer } = await opened(here);
    await writer.ask(routes.rounds.write, { params: { id }, body: view(here) });
    return { params: { id: finding } };
  },
  open: async (here) => {
    const { id: organisation } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
    return { params: { id: (await here.finding()).id }, body: { closesOn: here.day(7), organisationIds: [here.organisationId, organisation] } };
  },
  edit: async (here) => {
    const { id: organisation } = await here.lead.ask(routes.organisations.add, { body: { name: here.name('Trust'), kind: 'nhs_trust', aliases: [] } });
    const { id, version } = await opened(here);
    return { params: { id }, body: { closesOn: here.day(9), addPartners: [organisation], version } };
  },
  reveal: async (here) => ({ params: { id: (await opened(here)).id } }),
  cancel: async (here) => ({ params: { id: (await opened(here)).id }, body: { reason: here.name('reason') } }),
  write: async (here) => {
    const { id, writer } = await opened(here);
    return { as: writer, params: { id }, body: view(here) };
  },
  agree: async (here) => {
    const { id, writer } = await agreeable(here);
    return { as: writer, params: { id }, body: { stance: 'partly', reason: here.name('reason') } };
  },
};
