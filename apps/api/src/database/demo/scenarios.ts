import { type ScenarioFactsSaid, routes } from '@followthrough/contracts';
import { dayAfter, monthsAfter, spoken } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import type { Asks } from './through-server';

type Work = ScenarioFactsSaid['work'][number];

/**
 * Two ways out of the next February: later, which is proposed to the lead's organisation, and smaller, which is still a draft.
 * Both are made by the lead's session; see `proposedByAnother`.
 */
export async function demoScenarios(ask: Asks): Promise<void> {
  const later = await ask(routes.scenarios.add, { body: { name: 'February: the largest actions later', why: 'Winter pressures leave nobody the days before March.' } });
  const { facts } = await ask(routes.scenarios.page, { params: { id: later.id } });
  if (!facts) throw new Error('The lead of the demo sees no facts');
  const { from } = facts.span;
  const february = `${Number(from.slice(0, 4)) + (from.slice(5, 7) <= '02' ? 0 : 1)}-02`;
  // Those whose figures a lead sees one by one are their own organisation's.
  const own = facts.people[0]?.organisationId;
  const near = facts.work.filter(({ dueOn, startOn, organisationId }) => organisationId === own && dueOn !== null && dueOn >= monthsAfter(from, 1) && (startOn === null || startOn <= dueOn));
  const distance = ({ dueOn }: Work): number => Math.abs(Date.parse(dueOn ?? from) - Date.parse(`${february}-15`));
  const [first, second, third] = near.filter(({ left, estimatedOn }) => (left ?? 0) >= 900 && estimatedOn === null).toSorted((a, b) => distance(a) - distance(b));
  if (!first || !second || !third) throw new Error(`The demo has too little due near ${spoken(`${february}-15`)}`);
  for (const [at, work] of [first, second, third].entries()) await ask(routes.scenarios.change, { params: { id: later.id }, body: { kind: 'move', actionId: work.id, toOn: dayAfter(work.dueOn ?? from, 42 + 7 * at) } });
  await ask(routes.scenarios.propose, { params: { id: later.id } });

  const smaller = await ask(routes.scenarios.add, { body: { name: 'February: less at once', why: 'What the partners can do without any of them moving out of the quarter.' } });
  const params = { id: smaller.id };
  await ask(routes.scenarios.change, { params, body: { kind: 'split', actionId: first.id, minutes: 450, toOn: dayAfter(first.dueOn ?? from, 60) } });
  await ask(routes.scenarios.change, { params, body: { kind: 'estimate', actionId: second.id, minutes: Math.max(450, Math.round((second.left ?? 0) / 900) * 450) } });
  const post = facts.organisations.find((one) => one.isNamed && one.id === own);
  if (post) await ask(routes.scenarios.change, { params, body: { kind: 'hire', organisationId: post.id, title: 'Improvement officer', toOn: dayAfter(`${february}-01`, -14) > from ? dayAfter(`${february}-01`, -14) : dayAfter(from, 14), minutes: 1_350 } });
}

/** What is proposed comes from a partner, so that the lead, who is the only one of their organisation with an account, has it to answer. */
export async function proposedByAnother(owner: ClientBase, locality: string): Promise<void> {
  await owner.query('begin');
  await owner.query(`select set_config('app.locality', (select id::text from locality where slug = $1), true)`, [locality]);
  await owner.query(`update scenario_answer set answer = 'asked', answered_by = null, answered_at = null where locality_id = current_locality()`);
  await owner.query(`update scenario s set state = 'proposed', made_by = (select p.id from person p where p.locality_id = s.locality_id and p.withdrawn_at is null and p.organisation_id not in (select a.organisation_id from scenario_answer a where a.locality_id = s.locality_id) order by p.name limit 1) where s.locality_id = current_locality() and s.proposed_at is not null`);
  await owner.query('commit');
}
