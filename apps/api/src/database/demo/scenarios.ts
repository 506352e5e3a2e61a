import { randomUUID } from 'node:crypto';
import { type ScenarioFactsSaid, routes } from '@followthrough/contracts';
import { dayAfter, factsHeard, replay, type ScenarioChange, type ScenarioFacts, scenarioVerdict, spoken } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import { put } from './put';
import type { Asks } from './through-server';

type Facts = ScenarioFactsSaid;
type Work = Facts['work'][number];

/** Begins two scenarios as the lead, and answers the plan as they see it, with the first that is to be proposed. */
export async function beginScenarios(ask: Asks): Promise<{ readonly later: string; readonly smaller: string; readonly facts: Facts }> {
  const { id: later } = await ask(routes.scenarios.add, { body: { name: 'February: three actions later', why: 'Winter pressures leave nobody the days before March.' } });
  const { id: smaller } = await ask(routes.scenarios.add, { body: { name: 'February: who has days takes it on', why: 'What can be done without moving anything out of the quarter.' } });
  const { facts } = await ask(routes.scenarios.page, { params: { id: later } });
  if (!facts) throw new Error('The lead of the demo sees no facts');
  return { later, smaller, facts };
}

/**
 * Two ways out of the next February: later, which a partner proposes to the lead's organisation, so that the lead, the only one there
 * with an account, has it to answer; and with other people, which is still a draft. Of many changes those are taken that help most.
 */
export async function fillScenarios(owner: ClientBase, locality: string, { later, smaller, facts }: Awaited<ReturnType<typeof beginScenarios>>): Promise<void> {
  const { from } = facts.span;
  const february = `${Number(from.slice(0, 4)) + (from.slice(5, 7) <= '02' ? 0 : 1)}-02`;
  // Nothing waits for them, or its organisation would have to agree too.
  const isFirst = new Set(facts.links.filter(({ kind }) => kind === 'blocks').map(({ firstId }) => firstId));
  // Those whose figures a lead sees one by one are their own organisation's.
  const own = facts.people[0]?.organisationId;
  const distance = ({ dueOn }: Work): number => Math.abs(Date.parse(dueOn ?? from) - Date.parse(`${february}-15`));
  const near = facts.work
    .filter(({ id, dueOn, startOn, organisationId, left, estimatedOn }) => !isFirst.has(id) && organisationId === own && dueOn !== null && (startOn === null || startOn <= dueOn) && (left ?? 0) >= 450 && estimatedOn === null)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 60);
  const after = (day: string | null, days: number): string => dayAfter(day && day > from ? day : from, days);
  const known = factsHeard(facts);
  const moves = bestOf(known, near.flatMap(({ id, dueOn }) => [42, 63, 98].map((days) => ({ id: `${id} ${days}`, isClosed: false, hasLeft: false, kind: 'move' as const, actionId: id, fromOn: dueOn, toOn: after(dueOn, days) }))), 3);
  const handed = bestOf(known, handedOn(facts), 2);
  const [first, second] = near.filter(({ id }) => !handed.some((one) => one.actionId === id));
  if (!own || !first || !second || moves.length < 3) throw new Error(`The demo has too little due near ${spoken(`${february}-15`)}`);
  const nothing = { organisation_id: null, effort_id: null, person_id: null, to_person_id: null, to_on: null, minutes: null, title: null, from_on: null, from_minutes: null };
  const half = Math.max(450, Math.round((second.left ?? 0) / 900) * 450);
  const post = dayAfter(`${february}-01`, -14) > from ? dayAfter(`${february}-01`, -14) : dayAfter(from, 14);
  await owner.query('begin');
  await owner.query(`select set_config('app.locality', (select id::text from locality where slug = $1), true)`, [locality]);
  await put(owner, 'scenario_change', [
    ...moves.map((one) => ({ ...nothing, id: randomUUID(), scenario_id: later, kind: one.kind, action_id: one.actionId, to_on: one.toOn, from_on: one.fromOn })),
    ...handed.map((one) => ({ ...nothing, id: randomUUID(), scenario_id: smaller, kind: one.kind, action_id: one.actionId, effort_id: one.effortId, person_id: one.person.personId, to_person_id: one.toPerson.personId, from_minutes: one.fromMinutes })),
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'split', action_id: first.id, minutes: 450, to_on: after(first.dueOn, 60), from_minutes: first.left },
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'estimate', action_id: second.id, minutes: half === second.left ? half + 450 : half, from_minutes: second.left },
    { ...nothing, id: randomUUID(), scenario_id: smaller, kind: 'hire', action_id: null, organisation_id: own, title: 'Improvement officer', to_on: post, minutes: 1_350 },
  ]);
  await owner.query(`update scenario s set state = 'proposed', proposed_at = now(), made_by = (select p.id from person p where p.locality_id = s.locality_id and p.withdrawn_at is null and p.organisation_id <> $2 order by p.name limit 1) where s.locality_id = current_locality() and s.id = $1`, [later, own]);
  await put(owner, 'scenario_answer', [{ id: randomUUID(), scenario_id: later, organisation_id: own }]);
  await owner.query('commit');
}

/** Every part of somebody of whom figures are seen, given to each of the others. */
const handedOn = ({ work, people }: Facts): readonly (ScenarioChange & { readonly kind: 'reassign' })[] => {
  const who = new Set(people.map(({ id }) => id));
  return work.flatMap((one) => one.lines.flatMap((line) => line.parts.flatMap(({ personId, organisationId, minutes }) => {
    if (personId === null || !who.has(personId) || minutes < 1_350) return [];
    return people.filter(({ id }) => id !== personId && !line.parts.some((other) => other.personId === id)).map((to) => ({ id: `${line.id} ${personId} ${to.id}`, isClosed: false, hasLeft: false, kind: 'reassign' as const, actionId: one.id, effortId: line.id, person: { personId, organisationId }, toPerson: { personId: to.id, organisationId: to.organisationId }, fromMinutes: minutes }));
  })));
};

/** So many of the changes, each time the one after which the least fits nowhere; one for each action. */
function bestOf<T extends ScenarioChange & { readonly actionId: string }>(facts: ScenarioFacts, all: readonly T[], many: number): readonly T[] {
  const chosen: T[] = [];
  const over = (change: T): number => {
    const { excess, monthsOver } = scenarioVerdict(replay(facts, [...chosen, change]).facts);
    return excess + 60 * monthsOver;
  };
  while (chosen.length < many) {
    const left = all.filter((one) => !chosen.some((other) => other.actionId === one.actionId));
    const [best] = left.map((one) => ({ one, over: over(one) })).toSorted((a, b) => a.over - b.over);
    if (!best) break;
    chosen.push(best.one);
  }
  return chosen;
}
