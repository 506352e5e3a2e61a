import { randomUUID } from 'node:crypto';
import { type EffortShape, effortShapes } from '@followthrough/contracts';
import { monthsAfter } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';
import { SHORT_MONTH } from './releases';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  /** The lead's own. */
  readonly organisationId: string;
  readonly leadId: string;
  readonly today: string;
}

interface Somebody {
  readonly id: string;
  readonly organisationId: string;
}

/** Half a person-day. */
const HALF = 225;

/**
 * What many open actions ask of people, in lines of every shape; some of it taken in by the service that receives it. A part
 * has somebody, asked for or confirmed by their own organisation, and a part has nobody yet.
 */
export async function demoEffort(actions: readonly DemoAction[], { owner, chance, organisationId, leadId, today }: Around): Promise<void> {
  const { rows: skills } = await owner.query<{ id: string }>('select id from skill where locality_id = current_locality() order by name');
  const { rows: people } = await owner.query<Somebody>('select p.id, p.organisation_id as "organisationId" from person p join organisation o on o.locality_id = p.locality_id and o.id = p.organisation_id and (o.valid_to is null or o.valid_to >= $1) where p.locality_id = current_locality() order by p.name, p.id', [today]);
  const { rows: ways } = await owner.query<{ actionId: string }>('select distinct action_id as "actionId" from milestone where locality_id = current_locality() and withdrawn_at is null');
  const hasWay = new Set(ways.map((one) => one.actionId));
  // One skill that work needs and nobody has.
  const scarce = skills[1]?.id;
  await put(owner, 'person_skill', people.flatMap(({ id }) => chance.some(skills, chance.between(0, 3)).map((skill) => ({ id: randomUUID(), person_id: id, skill_id: skill.id, level: chance.between(1, 4) }))).filter((one) => one.skill_id !== scarce));

  const efforts: Record<string, unknown>[] = [];
  const assignments: Record<string, unknown>[] = [];
  // Every third keeps its one figure: what boards amend of the estimates is among these.
  const open = actions.filter(({ life: { due, told } }) => due !== null && !told.some(({ status }) => status === 'complete')).filter(({ life: { due } }, at) => at % 3 !== 0 && (due ?? '') > today);
  // What is not begun, is due soon and is more than its owner can give.
  const heavy = new Set(open.filter(({ ownerId, life: { due, told } }) => ownerId !== null && due !== null && due > later(today, 20) && due < later(today, 80) && told.every(({ status }) => status === 'not_started')).slice(0, 3).map(({ id }) => id));
  for (const [at, { id: actionId, ownerId, horizon, row, life }] of open.entries()) {
    const due = life.due ?? today;
    const shape: EffortShape = effortShapes[at % effortShapes.length] ?? 'even';
    const lines = chance.between(1, horizon === 'deep_rooted' ? 3 : 2);
    // Its lines are as much as was thought when it was planned; what the lead's own organisation has due in its short month is much.
    const isMuch = row['accountable_organisation_id'] === organisationId && due.startsWith(monthsAfter(today, SHORT_MONTH).slice(0, 7));
    const whole = heavy.has(actionId) ? 48 : (isMuch ? 3 : 1) * Number(row['days_needed'] ?? (due < later(today, 90) ? chance.between(1, 3) : chance.between(4, 16))) * 2;
    for (let line = 0; line < lines + (chance.is(30) ? 1 : 0); line += 1) {
      const absorbs = line === lines;
      const likely = (absorbs ? chance.between(2, 8) : Math.max(1, Math.floor((whole * (line + 1)) / lines) - Math.floor((whole * line) / lines))) * HALF;
      const isSure = chance.is(35);
      const skill = chance.is(70) ? chance.one(skills) : undefined;
      const id = randomUUID();
      efforts.push({
        id,
        version: 1,
        action_id: actionId,
        skill_id: skill?.id ?? null,
        level: skill && chance.is(60) ? chance.between(2, 4) : null,
        purpose: absorbs ? 'absorb' : 'deliver',
        organisation_id: absorbs ? chance.one(people).organisationId : null,
        low_minutes: isSure ? likely : Math.round((likely * 0.7) / HALF) * HALF,
        likely_minutes: likely,
        high_minutes: isSure ? likely : Math.round((likely * 1.6) / HALF) * HALF,
        shape: shape === 'milestones' && !hasWay.has(actionId) ? 'even' : shape,
      });
      if (!absorbs && (chance.is(70) || heavy.has(actionId))) assignments.push(...parts(id, likely, row['accountable_organisation_id'] as string | null, ownerId, heavy.has(actionId)));
    }
  }
  await put(owner, 'effort', efforts);
  await put(owner, 'assignment', assignments);

  /** One or two people who share a line, or do a part of it; most are of the organisation that is accountable, and many own the action. */
  function parts(effortId: string, likely: number, accountableId: string | null, ownerId: string | null, isHeavy: boolean): readonly Record<string, unknown>[] {
    const theirs = people.filter((one) => one.organisationId === accountableId);
    const owner = people.find((one) => one.id === ownerId);
    const some = owner && (isHeavy || chance.is(45)) ? [owner] : chance.some(theirs.length > 1 && chance.is(75) ? theirs : people, chance.between(1, 2));
    return some.map((one) => {
      const colleague = people.find((other) => other.organisationId === one.organisationId && other.id !== one.id);
      const isConfirmed = colleague !== undefined && chance.is(60);
      const on = later(today, -chance.between(3, 90));
      return {
        id: randomUUID(),
        version: 1,
        effort_id: effortId,
        person_id: one.id,
        minutes: Math.max(HALF, Math.floor((likely * (chance.is(60) ? 1 : 0.5)) / some.length / HALF) * HALF),
        state: isConfirmed ? 'confirmed' : 'requested',
        requested_by: leadId,
        requested_on: on,
        confirmed_by: isConfirmed ? colleague.id : null,
        confirmed_at: isConfirmed ? `${later(on, 2)}T09:30:00Z` : null,
      };
    });
  }
}
