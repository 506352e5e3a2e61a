import { randomUUID } from 'node:crypto';
import { type ScenarioFactsSaid, routes } from '@followthrough/contracts';
import { dayAfter, monthsAfter, spoken } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import { put } from './put';
import type { Asks } from './through-server';

type Facts = ScenarioFactsSaid;
type Work = Facts['work'][number];

/** Begins two scenarios as the lead, and answers the plan as they see it, with the first that is to be proposed. */
export async function beginScenarios(ask: Asks): Promise<{ readonly later: string; readonly smaller: string; readonly facts: Facts }> {
  const { id: later } = await ask(routes.scenarios.add, { body: { name: 'February: the largest actions later', why: 'Winter pressures leave nobody the days before March.' } });
  const { id: smaller } = await ask(routes.scenarios.add, { body: { name: 'February: less at once', why: 'What the partners can do without any of them moving out of the quarter.' } });
  const { facts } = await ask(routes.scenarios.page, { params: { id: later } });
  if (!facts) throw new Error('The lead of the demo sees no facts');
  return { later, smaller, facts };
}

/**
 * Two ways out of the next February: later, which a partner proposes to the lead's organisation, so that the lead, the only one there
 * with an account, has it to answer; and smaller, which is still a draft.
 */
export async function fillScenarios(owner: ClientBase, locality: string, { later, smaller, facts }: Awaited<ReturnType<typeof beginScenarios>>): Promise<void> {
  const { from } = facts.span;
  const february = `${Number(from.slice(0, 4)) + (from.slice(5, 7) <= '02' ? 0 : 1)}-02`;
  // Nothing waits for them, or its organisation would have to agree too.
  const isFirst = new Set(facts.links.filter(({ kind }) => kind === 'blocks').map(({ firstId }) => firstId));
  // Those whose figures a lead sees one by one are their own organisation's.
  const own = facts.people[0]?.organisationId;
  const near = facts.work.filter(({ id, dueOn, startOn, organisationId, left, estimatedOn }) => !isFirst.has(id) && organisationId === own && dueOn !== null && dueOn >= monthsAfter(from, 1) && (startOn === null || startOn <= dueOn) && (left ?? 0) >= 900 && estimatedOn === null);
  const distance = ({ dueOn }: Work): number => Math.abs(Date.parse(dueOn ?? from) - Date.parse(`${february}-15`));
  const [first, second, third] = near.toSorted((a, b) => distance(a) - distance(b));
  if (!own || !first || !second || !third) throw new Error(`The demo has too little due near ${spoken(`${february}-15`)}`);
  const nothing = { organisation_id: null, to_on: null, minutes: null, title: null, from_on: null, from_minutes: null };
  const half = Math.max(450, Math.round((second.left ?? 0) / 900) * 450);
  const post = dayAfter(`${february}-01`, -14) > from ? dayAfter(`${february}-01`, -14) : dayAfter(from, 14);
  await owner.query('begin');
  await owner.query(`select set_config('app.locality', (select id::text from locality where slug = $1), true)`, [locality]);
  await put(owner, 'scenario_change', [
    ...[first, second, third].map((work, at) => ({ ...nothing, id: randomUUID(), scenario_id: later, kind: 'move', action_id: work.id, to_on: dayAfter(work.dueOn ?? from, 42 + 7 * at), from_on: work.dueOn })),
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'split', action_id: first.id, minutes: 450, to_on: dayAfter(first.dueOn ?? from, 60), from_minutes: first.left },
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'estimate', action_id: second.id, minutes: half === second.left ? half + 450 : half, from_minutes: second.left },
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'hire', action_id: null, organisation_id: own, title: 'Improvement officer', to_on: post, minutes: 1_350 },
  ]);
  await owner.query(`update scenario s set state = 'proposed', proposed_at = now(), made_by = (select p.id from person p where p.locality_id = s.locality_id and p.withdrawn_at is null and p.organisation_id <> $2 order by p.name limit 1) where s.locality_id = current_locality() and s.id = $1`, [later, own]);
  await put(owner, 'scenario_answer', [{ id: randomUUID(), scenario_id: later, organisation_id: own }]);
  await owner.query('commit');
}
