import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewScenarioChange, ScenarioChangeItem, scenarioRoutes } from '@followthrough/contracts';
import { askedOf, changeNeeds, changeOf, checkChange, conflictOf, missingIn, replay, type Said, seenBy, writesOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { Applying } from './applying';
import { MONTHS, type OverPlan } from './facts';
import { ScenarioAnswerRow } from './scenario-answer.row';
import { ScenarioChangeRow } from './scenario-change.row';
import { ScenarioRow } from './scenario.row';
import { scenarioItem, scenarioList, scenarioOverPlan } from './scenarios.sql';
import { changesOf, shownPage, wholeFacts } from './shown';

/** Named sets of changes over the live plan: said in a draft, proposed to whom they touch, agreed, and then made, all or none. */
@Injectable()
export class Scenarios {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly applying: Applying,
  ) {}

  list(asked: Asked<typeof scenarioRoutes.list>): Promise<string> {
    return this.reads.answer(asked, scenarioList);
  }

  async page(asked: Asked<typeof scenarioRoutes.page>): Promise<string> {
    return shownPage(await this.reads.answer(asked, scenarioOverPlan, [MONTHS, false, asked.params.id, asked.query.beside ?? null, false]));
  }

  add(asked: Asked<typeof scenarioRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(ScenarioRow, asked.body);
      return answer(scenarioItem, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof scenarioRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await locked(db, asked.params.id);
      await write(db, ScenarioRow, await merge(db, ScenarioRow, asked.params.id, asked.body));
      return answer(scenarioItem, [asked.params.id]);
    });
  }

  change(asked: Asked<typeof scenarioRoutes.change>): Promise<string> {
    return this.written(asked, async ({ db }, scenario, over) => {
      isDraft(scenario);
      const said = await told(db, asked.body, over);
      const facts = wholeFacts(over);
      const seen = seenBy(facts, changeOf(said));
      refuse(checkChange(facts, changeOf({ ...said, ...seen }), changesOf(over.changes)));
      await db.insert(ScenarioChangeRow, { ...columnsOf(said), ...seen, scenarioId: scenario.id });
    });
  }

  takeOut(asked: Asked<typeof scenarioRoutes.takeOut>): Promise<string> {
    return this.written(asked, async ({ db }, scenario) => {
      isDraft(scenario);
      const { affected } = await db.delete(ScenarioChangeRow, { id: asked.params.change, scenarioId: scenario.id });
      if (!affected) throw new Refusal('not_found');
    });
  }

  /** What the plan has become is looked at, and the change stands all the same. */
  keep(asked: Asked<typeof scenarioRoutes.keep>): Promise<string> {
    return this.written(asked, async ({ db }, scenario, over) => {
      isDraft(scenario);
      const said = over.changes.find(({ id }) => id === asked.params.change);
      if (!said) throw new Refusal('not_found');
      const facts = wholeFacts(over);
      const whole = changeOf(said);
      const conflict = conflictOf(facts, whole);
      if (!conflict) throw new Refusal('rule', { detail: 'It holds as it is' });
      if (!conflict.mayKeep) throw new Refusal('rule', { detail: `${conflict.says}: it can only be taken out` });
      const seen = seenBy(facts, whole);
      refuse(checkChange(facts, changeOf({ ...said, ...seen }), changesOf(over.changes.filter((one) => one !== said))));
      await db.update(ScenarioChangeRow, { id: said.id }, seen);
    });
  }

  /** Goes to the organisations whose actions or people it touches. Who proposes agrees for their own. */
  propose(asked: Asked<typeof scenarioRoutes.propose>): Promise<string> {
    return this.written(asked, async ({ db, actor }, scenario, over) => {
      isDraft(scenario);
      if (over.changes.length === 0) throw new Refusal('rule', { detail: 'It changes nothing yet' });
      const facts = wholeFacts(over);
      const changes = changesOf(over.changes);
      const after = replay(facts, changes);
      refuseConflicts(after.conflicts, over);
      const asking = askedOf(facts, after.facts, changes);
      await db.insert(ScenarioAnswerRow, asking.map((organisationId) => ({ scenarioId: scenario.id, organisationId, ...(organisationId === actor.organisationId ? { answer: 'agreed' as const, answeredBy: actor.personId, answeredAt: new Date() } : {}) })));
      await db.update(ScenarioRow, { id: scenario.id }, { state: asking.every((one) => one === actor.organisationId) ? 'agreed' : 'proposed', proposedAt: new Date() });
    });
  }

  answer(asked: Asked<typeof scenarioRoutes.answer>): Promise<string> {
    const { answer, reason = null } = asked.body;
    return this.written(asked, async ({ db, actor }, scenario) => {
      if (scenario.state !== 'proposed' && scenario.state !== 'agreed') throw new Refusal('rule', { detail: 'Nobody is asked: it is not proposed' });
      const answers = await db.findBy(ScenarioAnswerRow, { scenarioId: scenario.id });
      const own = answers.find((one) => actor.organisationId !== null && one.organisationId === actor.organisationId);
      if (!own) throw new Refusal('rule', { detail: 'Your organisation is not asked: those answer whose actions or people it touches, by their own leads' });
      if (own.answer === answer) throw new Refusal('already_done');
      if (answer === 'declined' && !reason) throw refuseField('reason', 'Say why, so that it can be changed');
      await db.update(ScenarioAnswerRow, { id: own.id }, { answer, reason, answeredBy: actor.personId, answeredAt: new Date() });
      const isAgreed = answers.every((one) => (one === own ? answer === 'agreed' : one.answer === 'agreed'));
      await db.update(ScenarioRow, { id: scenario.id }, { state: isAgreed ? 'agreed' : 'proposed' });
    });
  }

  draft(asked: Asked<typeof scenarioRoutes.draft>): Promise<string> {
    return this.written(asked, async ({ db }, scenario) => {
      if (scenario.state !== 'proposed' && scenario.state !== 'agreed') throw new Refusal('rule', { detail: 'It is not proposed' });
      await db.delete(ScenarioAnswerRow, { scenarioId: scenario.id });
      await db.update(ScenarioRow, { id: scenario.id }, { state: 'draft', proposedAt: null });
    });
  }

  apply(asked: Asked<typeof scenarioRoutes.apply>): Promise<string> {
    return this.written(asked, async (transaction, scenario) => {
      const { db, actor } = transaction;
      if (scenario.state === 'applied') throw new Refusal('already_done');
      if (scenario.state !== 'agreed') throw new Refusal('rule', { detail: 'Not everybody who is asked has agreed' });
      // Nobody changes what it changes from here on; and then it is looked at once more.
      await db.query('select id from action where id in (select c.action_id from scenario_change c where c.scenario_id = $1) order by id for update', [scenario.id]);
      const over = await overPlan(transaction, scenario.id);
      const facts = wholeFacts(over);
      const changes = changesOf(over.changes);
      const after = replay(facts, changes);
      refuseConflicts(after.conflicts, over);
      const answers = await db.findBy(ScenarioAnswerRow, { scenarioId: scenario.id });
      const missing = askedOf(facts, after.facts, changes).filter((one) => !answers.some(({ organisationId }) => organisationId === one));
      if (missing.length > 0) throw new Refusal('rule', { detail: `The plan has changed: ${over.loads.rows.filter(({ id }) => id !== null && missing.includes(id)).map(({ name }) => name).join(', ')} would have to agree too. Take it back and propose it again.` });
      const reason = `Scenario “${scenario.name}”${scenario.why ? `: ${scenario.why}` : ''}`.slice(0, 1_000);
      const names = over.answers.map((one) => one.organisationName).join(', ');
      await because(db, reason);
      await this.applying.write(db, facts, { changes, reason, agreedBy: (names || actor.userName).slice(0, 200), signers: new Map(answers.flatMap(({ organisationId, answeredBy }) => (answeredBy ? [[organisationId, answeredBy]] : []))) });
      await because(db, reason);
      await db.update(ScenarioRow, { id: scenario.id }, { state: 'applied', appliedAt: new Date(), appliedBy: actor.personId, did: [...writesOf(facts, over.changes.map(unnamed))] });
    });
  }

  withdraw(asked: Asked<typeof scenarioRoutes.withdraw>): Promise<string> {
    return this.written(asked, async ({ db }, scenario) => {
      if (scenario.state === 'withdrawn') throw new Refusal('already_done');
      if (scenario.state === 'applied') throw new Refusal('rule', { detail: 'It is applied: what it did is changed where it was done' });
      await db.update(ScenarioRow, { id: scenario.id }, { state: 'withdrawn' });
    });
  }

  /** A write of one scenario, held until it is in, answered with its screen. `over`: the scenario and the plan as they are before. */
  private written(asked: Asked & { readonly params: { readonly id: string } }, work: (transaction: Transaction, scenario: ScenarioRow, over: OverPlan) => Promise<void>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const scenario = await locked(transaction.db, asked.params.id);
      await work(transaction, scenario, await overPlan(transaction, scenario.id));
      return shownPage(await transaction.answer(scenarioOverPlan, [MONTHS, false, scenario.id, null, false]));
    });
  }
}

const overPlan = async ({ answer }: Transaction, id: string): Promise<OverPlan> => JSON.parse(await answer(scenarioOverPlan, [MONTHS, false, id, null, true])) as OverPlan;

async function locked(db: EntityManager, id: string): Promise<ScenarioRow> {
  const scenario = await db.createQueryBuilder(ScenarioRow, 's').where('s.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!scenario) throw new Refusal('not_found');
  return scenario;
}

function isDraft({ state }: ScenarioRow): void {
  if (state !== 'draft') throw new Refusal('rule', { detail: state === 'proposed' || state === 'agreed' ? 'It is proposed: take it back to change it' : 'It is applied or given up: it stays as it is' });
}

function refuseConflicts(conflicts: readonly { readonly id: string; readonly says: string }[], { changes }: OverPlan): void {
  if (conflicts.length === 0) return;
  // Of who does what, who reads this may not be told the figures.
  const says = conflicts.map((one) => changes.filter(({ id, effortId }) => id === one.id && effortId !== null).map(({ ref }) => `Who is down for ${ref ?? 'an action'} has changed`)[0] ?? one.says);
  throw new Refusal('rule', { detail: `The plan has moved on: ${says.join('; ')}. Keep or take out each of these first.`.slice(0, 2_000) });
}

/** What is kept for everybody to read names nobody. */
const unnamed = (said: ScenarioChangeItem): ScenarioChangeItem => (said.effortId === null ? said : { ...said, personName: null, toPersonName: null, minutes: null, fromMinutes: null });

/** A change as somebody says it, with what it names: all that its kind needs, and no more. */
async function told(db: EntityManager, body: NewScenarioChange, { work }: OverPlan): Promise<Said> {
  refuse(missingIn(body));
  const needs = changeNeeds[body.kind];
  const only = <K extends keyof NewScenarioChange>(key: K) => (needs.some((one) => one === key) ? (body[key] ?? null) : null);
  const effortId = only('effortId');
  const line = effortId === null ? undefined : work.find((one) => one.lines.some(({ id }) => id === effortId));
  if (effortId !== null && !line) throw refuseField('effortId', 'That line of effort is not there, or its action is not open');
  const [personId, toPersonId] = [only('personId'), only('toPersonId')];
  const people = await db.query<{ id: string; organisationId: string | null }[]>('select id, organisation_id as "organisationId" from person where id = any ($1::uuid[]) and withdrawn_at is null', [[personId, toPersonId].filter((one) => one !== null)]);
  const whose = (id: string | null, field: string): string | null => {
    const found = people.find((one) => one.id === id);
    if (id !== null && !found) throw refuseField(field, 'Nobody of that name is here');
    return found?.organisationId ?? null;
  };
  return {
    id: randomUUID(), kind: body.kind, actionId: line?.id ?? only('actionId'), effortId, personId, personOrganisationId: whose(personId, 'personId'), toPersonId, toPersonOrganisationId: whose(toPersonId, 'toPersonId'),
    organisationId: only('organisationId'), toOn: only('toOn'), minutes: only('minutes'), title: only('title'), fromOn: null, fromMinutes: null, fromOrganisationId: null, isClosed: false, hasLeft: false,
  };
}

const columnsOf = ({ kind, actionId, effortId, personId, toPersonId, organisationId, toOn, minutes, title }: Said) => ({ kind, actionId, effortId, personId, toPersonId, organisationId, toOn, minutes, title });
