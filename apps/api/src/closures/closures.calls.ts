import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const { closures } = routes;
const observed = (here: Here) => ({ kind: 'observation' as const, line: 'second' as const, title: here.name('visit'), words: here.name('words') });

/** An action that its lead has reported complete: it waits for somebody else. */
async function claimed(here: Here): Promise<string> {
  const { id } = await here.action();
  await here.lead.ask(routes.updates.report, { params: { id }, body: { status: 'complete', narrative: here.name('done'), evidence: [observed(here)] } });
  return id;
}

/** A look of an accepted claim that has fallen due: the acceptance lies back, which nobody can do through the API. */
async function dueLook(here: Here): Promise<string> {
  const id = await claimed(here);
  await (await here.person(['executive'])).ask(closures.accept, { params: { id }, body: {} });
  const { rows } = await here.stage.owner.query<{ id: string }>('select id from sustain_check where action_id = $1 and months = 3', [id]);
  await here.stage.owner.query('alter table sustain_check disable trigger guard_look');
  await here.stage.owner.query('alter table sustain_check disable trigger after_look');
  await here.stage.owner.query(`update sustain_check set due_on = due_on - interval '7 months' where action_id = $1`, [id]);
  await here.stage.owner.query('alter table sustain_check enable trigger guard_look');
  await here.stage.owner.query('alter table sustain_check enable trigger after_look');
  return rows[0]?.id ?? '';
}

async function offered(here: Here): Promise<string> {
  const { transfer } = await here.lead.ask(closures.offer, { params: { id: (await here.action()).id }, body: { programmeId: await here.programmeId(), newOwner: here.name('owner'), reason: here.name('reason') } });
  return transfer?.id ?? '';
}

/** A plan with one action, which was stopped. */
async function ended(here: Here): Promise<string> {
  const { id } = await here.lead.ask(routes.plans.add, { body: { title: here.name('plan') } });
  const action = await here.action({ planId: id });
  await here.lead.ask(closures.stop, { params: { id: action.id }, body: { reason: here.name('reason'), agreedBy: here.word } });
  return id;
}

const learned = (here: Here) => ({ together: here.name('together'), helped: here.name('helped'), hindered: here.name('hindered'), agreedBy: here.word });

export const closureCalls: CallsOf<typeof routes.closures> = {
  show: async (here) => ({ params: { id: await claimed(here) } }),
  give: async (here) => ({ params: { id: (await here.action()).id }, body: observed(here) }),
  accept: async (here) => ({ params: { id: await claimed(here) }, body: { reason: here.name('reason') } }),
  turnBack: async (here) => ({ params: { id: await claimed(here) }, body: { reason: here.name('reason') } }),
  look: async (here) => ({ params: { id: await dueLook(here) }, body: { result: 'held', seen: here.name('seen') } }),
  reopen: async (here) => ({ params: { id: await claimed(here) }, body: { reason: here.name('reason') } }),
  offer: async (here) => ({ params: { id: (await here.action()).id }, body: { programmeId: await here.programmeId(), newOwner: here.name('owner'), reason: here.name('reason') } }),
  answerOffer: async (here) => ({ params: { id: await offered(here) }, body: { state: 'accepted', answeredBy: here.name('receiver') } }),
  stop: async (here) => ({ params: { id: (await here.action()).id }, body: { reason: here.name('reason'), agreedBy: here.word } }),
  supersede: async (here) => ({ params: { id: (await here.action()).id }, body: { byActionId: (await here.action()).id, reason: here.name('reason') } }),
  plan: async (here) => ({ params: { id: await ended(here) } }),
  closePlan: async (here) => ({ params: { id: await ended(here) }, body: learned(here) }),
  openPlan: async (here) => {
    const id = await ended(here);
    await here.lead.ask(closures.closePlan, { params: { id }, body: learned(here) });
    return { params: { id }, body: { reason: here.name('reason') } };
  },
};
