import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const diagnosis = async (here: Here) => {
  const { id: finding } = await here.finding();
  const { diagnosis: begun } = await here.lead.ask(routes.diagnoses.begin, { params: { id: finding }, body: { symptom: here.name('symptom') } });
  return { finding, id: begun?.id ?? '' };
};

const why = async (here: Here): Promise<string> => {
  const { id } = await diagnosis(here);
  const { whys } = await here.lead.ask(routes.diagnoses.addWhy, { params: { id }, body: { text: here.name('why') } });
  return whys[0]?.id ?? '';
};

/** A diagnosis whose finding has a cause. */
const caused = async (here: Here) => {
  const { finding, id } = await diagnosis(here);
  const cause = await here.causeId();
  await here.lead.ask(routes.diagnoses.nameCause, { params: { id: finding }, body: { causeId: cause } });
  return { finding, id, cause };
};

const rooted = async (here: Here) => {
  const { id, cause } = await caused(here);
  await here.lead.ask(routes.diagnoses.edit, { params: { id }, body: { rootCauseId: cause, version: 1 } });
  return { params: { id } };
};

export const diagnosisCalls: CallsOf<typeof routes.diagnoses> = {
  page: async (here) => ({ params: { id: (await diagnosis(here)).finding } }),
  begin: async (here) => ({ params: { id: (await here.finding()).id }, body: { symptom: here.name('symptom') } }),
  edit: async (here) => {
    const { id, cause } = await caused(here);
    return { params: { id }, body: { symptom: here.name('symptom'), agreedText: here.name('agreed'), rootCauseId: cause, deepRooted: true, version: 1 } };
  },
  agree: rooted,
  reopen: async (here) => {
    const asking = await rooted(here);
    await here.lead.ask(routes.diagnoses.agree, asking);
    return asking;
  },
  addWhy: async (here) => ({ params: { id: (await diagnosis(here)).id }, body: { text: here.name('why') } }),
  editWhy: async (here) => ({ params: { id: await why(here) }, body: { text: here.name('why'), version: 1 } }),
  placeWhy: async (here) => ({ params: { id: await why(here) }, body: { position: 1 } }),
  removeWhy: async (here) => ({ params: { id: await why(here) } }),
  addEvidence: async (here) => ({ params: { id: await why(here) }, body: { kind: 'link', label: here.name('evidence'), url: 'https://evidence.example/page' } }),
  removeEvidence: async (here) => {
    const id = await why(here);
    const { whys } = await here.lead.ask(routes.diagnoses.addEvidence, { params: { id }, body: { kind: 'measure', label: here.name('evidence'), figure: '41 days' } });
    return { params: { id, evidence: whys[0]?.evidence[0]?.id ?? '' } };
  },
  nameCause: async (here) => ({ params: { id: (await here.finding()).id }, body: { causeId: await here.causeId() } }),
  dropCause: async (here) => {
    const { finding, cause } = await caused(here);
    return { params: { id: finding, cause } };
  },
};
