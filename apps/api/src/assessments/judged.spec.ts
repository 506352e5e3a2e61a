import { randomUUID } from 'node:crypto';
import { actionFlags, type ActionFlag, type AssessedFacts, confidences, routes, type Status } from '@followthrough/contracts';
import { assessAction, dayAfter, isAllWell, isOpen, londonDay, usualThresholds } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const today = londonDay(new Date());
const ago = (days: number): string => dayAfter(today, -days);

/** One report of a generated action; `ago` in days. Said by an import, so it may lack what people must say. */
interface Told {
  readonly status: Exclude<Status, 'embedded'>;
  readonly ago: number;
  readonly text: string | null;
  readonly path: string | null;
  readonly forecast: number | null;
  readonly evidence: string | null;
  readonly delivery: AssessedFacts['deliveryConfidence'];
  readonly outcome: AssessedFacts['outcomeConfidence'];
  readonly corrects: boolean;
  readonly withdrawn: boolean;
}

interface Lived {
  readonly status: Status;
  readonly start: number | null;
  readonly due: number | null;
  readonly added: number;
  readonly moves: number;
  readonly owner: number;
  readonly told: readonly Told[];
  readonly waitsFor: readonly number[];
  readonly measured: readonly number[];
  /** Days since each milestone was due; done ones are every third. */
  readonly points: readonly number[];
  /** What was reckoned of its days, in minutes; for the day on which it is due, or for another. */
  readonly reckoned: { readonly unstaffed: number | null; readonly owner: readonly [needed: number, given: number] | null; readonly isOfNow: boolean } | null;
  readonly isStopped: boolean;
  readonly overridden: ActionFlag | null;
}

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
// Round the lines, where a mistake would be.
const days = fc.oneof(fc.constantFrom(-91, -90, -29, -28, -27, -1, 0, 1, 13, 14, 15, 27, 28, 29, 41, 42, 43), fc.integer({ min: -200, max: 200 }));
const status = fc.constantFrom('not_started', 'on_track', 'on_track', 'on_track', 'at_risk', 'off_track', 'complete');
const told: fc.Arbitrary<Told> = fc.record({
  status, ago: fc.oneof(fc.constantFrom(41, 42, 43), fc.integer({ min: 0, max: 80 })), text: maybe(fc.constantFrom('Ten homes signed', ' ten  HOMES\nsigned ', 'Eleven homes')), path: maybe(fc.constant('Share the post')),
  forecast: maybe(days), evidence: maybe(fc.constant('Audit')), delivery: maybe(fc.constantFrom(...confidences)), outcome: maybe(fc.constantFrom(...confidences)), corrects: fc.integer({ min: 0, max: 5 }).map((n) => n === 0), withdrawn: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
});
const lived: fc.Arbitrary<Lived> = fc.record({
  status, start: maybe(fc.integer({ min: 210, max: 400 })), due: maybe(days), added: fc.oneof(fc.constantFrom(41, 42, 43), fc.integer({ min: 0, max: 100 })), moves: fc.integer({ min: 0, max: 3 }), owner: fc.nat(5), told: fc.array(told, { maxLength: 5 }),
  waitsFor: fc.uniqueArray(fc.nat(11), { maxLength: 2 }), measured: fc.uniqueArray(fc.nat(4), { maxLength: 2 }), points: fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 3 }),
  reckoned: maybe(fc.record({ unstaffed: maybe(fc.constantFrom(45, 450, 5_400)), owner: maybe(fc.constantFrom([4_050, 2_250] as const, [225, 0] as const)), isOfNow: fc.integer({ min: 0, max: 3 }).map((n) => n > 0) })), isStopped: fc.integer({ min: 0, max: 7 }).map((n) => n === 0), overridden: maybe(fc.constantFrom(...actionFlags)),
});

describe('the assessment in SQL', () => {
  let stage: Stage;
  let lead: Caller;
  let place: string;
  let measures: readonly { readonly id: string; readonly title: string; readonly isConcern: boolean; readonly isFailing: boolean; readonly inUse: boolean }[];
  let partner: string;
  let owners: readonly { readonly id: string | null; readonly leftOn: string | null }[];
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    place = (await stage.owner.query<{ id: string }>(`select id from locality where slug = 'northmoor'`)).rows[0]?.id ?? '';
    const person = async (more: object): Promise<string> => (await stage.owner.query<{ id: string }>(`insert into person (locality_id, name, organisation_id, withdrawn_at) values ($1, 'An owner', $2, $3) returning id`, [place, ...Object.values({ organisation: null, withdrawn: null, ...more })])).rows[0]?.id ?? '';
    const organisation = async (to: string): Promise<string> => (await stage.owner.query<{ id: string }>(`insert into organisation (locality_id, name, kind, valid_to) values ($1, $2, 'icb', $3) returning id`, [place, randomUUID(), to])).rows[0]?.id ?? '';
    partner = await organisation(dayAfter(today, 100));
    const [ended, ending] = [(await stage.person(['lead'])).personId, (await stage.person(['lead'])).personId];
    await stage.owner.query(`update membership set ended_at = ($2::date + interval '12 hours') where person_id = $1`, [ended, ago(10)]);
    await stage.owner.query('update membership set valid_to = $2 where person_id = $1', [ending, today]);
    const judgements = [['concern', 'pass', null], ['common', 'fail', null], ['concern', 'fail', null], ['improvement', 'inconsistent', null], ['concern', 'fail', today]] as const;
    measures = await Promise.all(
      judgements.map(async ([variation, assurance, retired], at) => {
        const { rows } = await stage.owner.query<{ id: string }>(`insert into measure (locality_id, title, unit, direction, target, variation, assurance, retired_on) values ($1, $2, 'days', 'down', 5, $3, $4, $5) returning id`, [place, `Measure ${at}`, variation, assurance, retired]);
        return { id: rows[0]?.id ?? '', title: `Measure ${at}`, isConcern: variation === 'concern', isFailing: assurance === 'fail', inUse: retired === null };
      }),
    );
    owners = [
      { id: null, leftOn: null },
      { id: await person({}), leftOn: null },
      { id: ended, leftOn: ago(10) },
      { id: ending, leftOn: today },
      { id: await person({ organisation: await organisation(ago(1)) }), leftOn: ago(1) },
      { id: await person({ organisation: await organisation(today), withdrawn: `${ago(3)}T12:00:00Z` }), leftOn: ago(3) },
    ];
  });
  afterAll(() => stage.close());

  /** Writes the generated plan and answers the facts of each action, worked out from what was generated. */
  async function live(plan: string, all: readonly Lived[]): Promise<readonly { readonly id: string; readonly facts: AssessedFacts }[]> {
    const sheet = (await stage.owner.query<{ id: string }>(`insert into import (locality_id, file_name, size, digest) values ($1, 'a.csv', 1, '') returning id`, [place])).rows[0]?.id;
    const made = all.map((one, at) => ({ ...one, id: randomUUID(), ref: `${at}`, due: one.due === null ? null : ago(one.due), told: history(one.told) }));
    for (const one of made) {
      const last = one.told.findLast((update) => !update.withdrawn);
      await stage.owner.query(
        `insert into action (locality_id, id, plan_id, ref, title, owner_id, start_on, due_on, status, created_on, accountable_organisation_id) values ($1, $2, $3, $4, 'Contract signed', $5, $6, $7, $8, $9, $10)`,
        [place, one.id, plan, one.ref, owners[one.owner]?.id, startOf(one), one.due, last?.status ?? one.status, ago(one.added), partner],
      );
      const { unstaffed, owner } = verdictOf(one);
      if (one.due && (unstaffed || owner)) await stage.owner.query('insert into load_verdict (locality_id, action_id, due_on, organisation_id, owner_id, unstaffed_minutes, owner_minutes, owner_given_minutes) values ($1, $2, $3, $4, $5, $6, $7, $8)', [place, one.id, one.reckoned?.isOfNow ? one.due : dayAfter(one.due, 1), partner, owners[one.owner]?.id, unstaffed, owner?.[0], owner?.[1]]);
      for (const at of one.measured) await stage.owner.query('insert into action_measure (locality_id, action_id, measure_id) values ($1, $2, $3)', [place, one.id, measures[at]?.id]);
      for (const [n, late] of one.points.entries()) await stage.owner.query(`insert into milestone (locality_id, id, action_id, title, baseline_on, due_on, done_on, position) values ($1, $2, $3, 'Staff consulted', $4, $4, $5, $6)`, [place, pointId(one.id, n), one.id, ago(late), n === 2 ? today : null, n]);
      if (one.isStopped) await stage.owner.query(`insert into closure (locality_id, action_id, state, reason, agreed_by) values ($1, $2, 'stopped', 'No longer needed', 'Board')`, [place, one.id]);
      for (let n = 0; n < one.moves; n += 1) await stage.owner.query(`insert into due_move (locality_id, action_id, from_on, reason, agreed_by) values ($1, $2, $3, 'capacity', 'Board')`, [place, one.id, ago(n)]);
      for (const { id, correctsId, withdrawn, ...said } of one.told)
        await stage.owner.query(
          `insert into status_update (locality_id, id, action_id, import_id, corrects_id, withdrawn_at, status, as_of, narrative, path_to_green, forecast_on, evidence, delivery_confidence, outcome_confidence) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [place, id, one.id, sheet, correctsId, withdrawn ? new Date() : null, said.status, ago(said.ago), said.text, said.path, said.forecast === null ? null : ago(said.forecast), said.evidence, said.delivery, said.outcome],
        );
      if (last) await stage.owner.query('update action set last_update_id = $2, status_on = $3 where locality_id = $4 and id = $1', [one.id, last.id, ago(last.ago), place]);
      if (one.overridden) await stage.owner.query(`insert into flag_override (locality_id, action_id, flag, reason, until_on) values ($1, $2, $3, 'Known', $4)`, [place, one.id, one.overridden, today]);
    }
    // Only those made before can come first, so there is no circle.
    for (const [at, one] of made.entries()) for (const first of waitsFor(one, at)) await stage.owner.query(`insert into dependency (locality_id, first_id, then_id, kind) values ($1, $2, $3, $4)`, [place, made[first]?.id, one.id, first % 3 === 2 ? 'enables' : 'blocks']);
    const statusOf = (at: number): Status | undefined => made[at]?.told.findLast((update) => !update.withdrawn)?.status ?? made[at]?.status;
    return made.map((one, at) => {
      const last = one.told.findLast((update) => !update.withdrawn);
      const firsts = waitsFor(one, at).filter((first) => first % 3 !== 2 && made[first]?.due && !made[first].isStopped && isOpen(statusOf(first) ?? 'complete'));
      return {
        id: one.id,
        facts: {
          status: last?.status ?? one.status, hasEnded: one.isStopped, startOn: startOf(one), dueOn: one.due, createdOn: ago(one.added), moves: one.moves, lastUpdateOn: last ? ago(last.ago) : null, rhythmDays: 28,
          forecastOn: last?.forecast == null ? null : ago(last.forecast), sameWords: runOf(one.told), lacksPath: !!last && (last.status === 'at_risk' || last.status === 'off_track') && last.path === null,
          hasEvidence: one.told.some((update) => !update.withdrawn && update.status === 'complete' && update.evidence !== null), deliveryConfidence: last?.delivery ?? null, outcomeConfidence: last?.outcome ?? null,
          ownerName: one.owner === 0 ? null : 'somebody', ownerLeftOn: owners[one.owner]?.leftOn ?? null,
          unstaffedDays: one.due && one.reckoned?.isOfNow && verdictOf(one).unstaffed !== null ? (verdictOf(one).unstaffed ?? 0) / 450 : null, isOwnerOver: !!one.due && !!one.reckoned?.isOfNow && verdictOf(one).owner !== null, ownerDays: null, ownerGivenDays: null,
          lateMilestones: one.points.flatMap((late, n) => (late > 0 && n !== 2 ? [{ id: pointId(one.id, n), title: 'Staff consulted', dueOn: ago(late) }] : [])).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))),
          blockers: firsts.map((first) => ({ id: made[first]?.id ?? '', ref: `${first}`, title: 'Contract signed', dueOn: made[first]?.due ?? '' })),
          measures: one.measured.toSorted().flatMap((n) => measures[n] ?? []).filter((found) => found.inUse && (found.isConcern || found.isFailing)).map(({ id, title, isConcern, isFailing }) => ({ id, title, isConcern, isFailing })),
        },
      };
    });
  }

  const verdictOf = ({ reckoned, owner }: Pick<Lived, 'reckoned' | 'owner'>) => ({ unstaffed: reckoned?.unstaffed ?? null, owner: owners[owner]?.id ? (reckoned?.owner ?? null) : null });
  const pointId = (action: string, at: number): string => `${action.slice(0, -1)}${at}`;
  const startOf = (one: { readonly start: number | null; readonly due: unknown; readonly status: Status }): string | null => (one.start === null ? null : ago(one.start));
  const waitsFor = (one: { readonly waitsFor: readonly number[] }, at: number): readonly number[] => one.waitsFor.filter((first) => first < at);

  it('flags what the domain flags, on every action of any plan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lived, { minLength: 1, maxLength: 12 }), async (all) => {
        const plan = await aPlan(lead);
        const expected = (await live(plan, all)).map(({ id, facts }, at) => ({ id, facts, ...assessAction(facts, usualThresholds, today, (one) => one, all[at]?.overridden ? [all[at].overridden] : []) }));
        const { items } = await lead.ask(routes.actions.list, { query: { plan } });
        const shown = new Map(items.map((one) => [one.id, { assessed: one.assessed, flags: one.flags }]));
        for (const one of expected) expect({ id: one.id, ...shown.get(one.id) }).toEqual({ id: one.id, assessed: one.assessed, flags: one.flags.map((flag) => flag.flag) });
        const doubtful = expected.filter((one) => one.differs).map((one) => one.id);
        expect((await lead.ask(routes.actions.list, { query: { plan, doubtful: true } })).items.map((one) => one.id).sort()).toEqual([...doubtful].sort());
        for (const flag of new Set(expected.flatMap((one) => one.flags.map((found) => found.flag)))) expect((await lead.ask(routes.actions.list, { query: { plan, flag } })).total).toBe(expected.filter((one) => one.flags.some((found) => found.flag === flag)).length);
        const seen = await lead.ask(routes.assessments.doubts, { query: { plan } });
        expect(seen.statuses.reduce((sum, one) => sum + one.doubtful, 0)).toBe(doubtful.length);
        expect(seen.overridden).toBe(expected.filter((one) => one.overridden.length > 0).length);
        expect((await lead.ask(routes.actions.list, { query: { plan, overridden: true } })).total).toBe(seen.overridden);
        const begun = expected.filter((one) => isOpen(one.reported) && !one.facts.hasEnded && one.reported !== 'not_started');
        expect(seen.allWell.length === 1).toBe(isAllWell(begun.length, begun.filter((one) => one.reported === 'on_track').length, usualThresholds));
        const one = expected.at(-1);
        const { facts } = (await lead.ask(routes.actions.page, { params: { id: one?.id ?? '' } })).assessment;
        const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
        expect({ ...facts, ownerName: facts.ownerName && 'somebody', blockers: facts.blockers.toSorted(byId) }).toEqual({ ...one?.facts, blockers: one?.facts.blockers.toSorted(byId) });
      }),
      { numRuns: 25 },
    );
  });

  it('waits for as long as the reports of the plan are apart', async () => {
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ownerId: lead.personId });
    await stage.owner.query('update action set created_on = $2 where locality_id = $3 and id = $1', [id, ago(100), place]);
    const flags = async () => (await lead.ask(routes.actions.list, { query: { plan } })).items[0]?.flags;
    expect(await flags()).toEqual(['silent']);
    await stage.owner.query(`insert into reporting_cadence (locality_id, plan_id, every, starts_on, clear_days, publish_after, freeze_before, due_before, open_before, grace) values ($1, $2, 'quarter', $3, 5, 5, 5, 5, 10, 5)`, [place, plan, ago(200)]);
    for (const due of [20, 111]) await stage.owner.query(`insert into reporting_cycle (locality_id, plan_id, name, period_from, period_to, opens_on, due_on, escalates_on, freezes_on, publishes_on) select $1, $2, $4, d - 90, d - 10, d - 9, d, d + 1, d + 2, d + 3 from (select $3::date as d) x`, [place, plan, dayAfter(today, due), `Report ${due}`]);
    expect((await lead.ask(routes.actions.page, { params: { id } })).assessment.facts.rhythmDays).toBe(91);
    expect(await flags()).toEqual([]);
  });

  it('draws the lines where the locality draws them', async () => {
    const administrator = await stage.person(['administrator'], 'eastvale');
    const there = await stage.person(['lead'], 'eastvale');
    const plan = await aPlan(there);
    const id = await anAction(there, plan, { ownerId: there.personId, dueOn: ago(3) });
    const flags = async () => (await there.ask(routes.actions.list, { query: { plan } })).items.find((one) => one.id === id)?.flags;
    expect(await flags()).toEqual(['past_due']);
    const { version } = await administrator.ask(routes.assessments.setting);
    await administrator.ask(routes.assessments.editSetting, { body: { graceDays: 3, version } });
    expect(await flags()).toEqual([]);
  });
});

/** In the order of their days, each pointing at the one before it where it corrects one; what is withdrawn corrects nothing. */
function history(all: readonly Told[]): readonly (Told & { readonly id: string; readonly correctsId: string | null })[] {
  const sorted = all.toSorted((a, b) => b.ago - a.ago).map((one, at) => ({ ...one, id: `01900000-0000-7000-8000-${String(at).padStart(4, '0')}${randomUUID().slice(0, 8)}` }));
  return sorted.map((one, at) => ({ ...one, correctsId: one.corrects && at > 0 ? (sorted[at - 1]?.id ?? null) : null }));
}

/** How many of the last standing reports say on track in the words of the last. */
function runOf(all: readonly (Told & { readonly id: string; readonly correctsId: string | null })[]): number {
  const corrected = new Set(all.filter((one) => !one.withdrawn).map((one) => one.correctsId));
  const standing = all.filter((one) => !one.withdrawn && !corrected.has(one.id)).toReversed();
  const plain = (text: string | null | undefined) => text?.trim().replace(/\s+/g, ' ').toLowerCase();
  const words = plain(standing[0]?.text);
  const other = standing.findIndex((one) => one.status !== 'on_track' || words === undefined || plain(one.text) !== words);
  return other === -1 ? standing.length : other;
}
