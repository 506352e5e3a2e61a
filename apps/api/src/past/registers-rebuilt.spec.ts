import { type MeasurePage, routes } from '@followthrough/contracts';
import { dayAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { loadsOn, sharesOn } from '../capacity/published';
import { decisionsListed } from '../decisions/published';
import { measureShown, measuresListed } from '../measures/published';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';
import { pastCapacity, pastCapacityActions } from './past-capacity.sql';
import { pastDecisions } from './past-decisions.sql';
import { pastMeasure, pastMeasures } from './past-measures.sql';

const { decisions, measures, measure, capacity, capacityActions: actionsThen } = routes.pastRegisters;

/** Everything that can happen to a register, as SQL with the ids in place: `$action`, `$board`, `$organisation`, `$finding`, `$measure`, `$person`, a `$word` and a `$number`. */
const HAPPENINGS = [
  `insert into decision_request (action_id, what, board_id, needed_by, asked_by) values ('$action', '$word', '$board', case when $number % 3 > 0 then date '2000-01-01' end, '$person')`,
  `insert into decision_request (action_id, what, from_whom, needed_by) values ('$action', '$word', '$word', date '2090-01-01' + $number)`,
  `update decision_request set what = '$word', needed_by = date '2090-01-01' + $number, board_id = null, from_whom = '$word' where action_id = '$action'`,
  `update decision_request set state = 'taken', note = '$word', settled_on = date '2026-01-01' + $number, settled_by = '$person' where action_id = '$action' and state <> 'taken'`,
  `update decision_request set state = 'deferred', note = '$word', settled_on = date '2026-01-01' where board_id = '$board' and state = 'open'`,
  `update decision_request set withdrawn_at = case when withdrawn_at is null then now() end where action_id = '$action'`,
  `update board set name = '$word ' || id where id = '$board'`,
  `update person set name = '$word' where id = '$person'`,
  `update action set title = '$word', days_needed = $number where id = '$action'`,
  `update action set withdrawn_at = case when withdrawn_at is null then now() end where id = '$action'`,
  `update action set accountable_organisation_id = '$organisation', days_needed = null, start_on = date '2026-06-01' where id = '$action'`,
  `update action set accountable_organisation_id = null, days_needed = $number, start_on = null where id = '$action'`,
  `insert into action (plan_id, ref, title, days_needed, accountable_organisation_id, due_on, baseline_due_on) select plan_id, uuidv7()::text, '$word', $number, '$organisation', d, d from action a, lateral (select today() + $number as d) x where a.id = '$action'`,
  `update organisation set name = '$word ' || id, valid_to = case when $number % 4 = 0 then date '2020-01-01' end where id = '$organisation'`,
  `insert into organisation (name, kind) values ('$word ' || uuidv7(), 'other')`,
  `insert into confirmed_days (organisation_id, month, days) values ('$organisation', date_trunc('month', today()), $number) on conflict do nothing`,
  `update confirmed_days set days = $number + 0.5 where organisation_id = '$organisation'`,
  `delete from confirmed_days where organisation_id = '$organisation'`,
  `insert into measure (title, unit, direction) values ('$word ' || uuidv7(), 'days', 'down')`,
  `update measure set title = '$word ' || id, target = $number, variation = 'concern', assurance = 'fail', source = '$word' where id = '$measure'`,
  `update measure set retired_on = date '2026-01-01', replaced_by_id = (select n.id from measure n where n.id <> '$measure' order by n.id limit 1) where id = '$measure'`,
  `update measure set retired_on = null, replaced_by_id = null where id = '$measure'`,
  `update measure set withdrawn_at = case when withdrawn_at is null then now() end where id = '$measure'`,
  `insert into measure_point (measure_id, on_day, value, added_by, note) values ('$measure', date '2025-01-01' + $number, $number, '$person', '$word')`,
  `insert into measure_point (measure_id, on_day, value, corrects_id) select '$measure', p.on_day, case when $number % 2 = 0 then $number end, p.id from measure_point p where p.measure_id = '$measure' order by p.id limit 1 on conflict do nothing`,
  `insert into action_measure (action_id, measure_id) values ('$action', '$measure') on conflict do nothing`,
  `delete from action_measure where measure_id = '$measure'`,
  `insert into finding_measure (finding_id, measure_id) values ('$finding', '$measure') on conflict do nothing`,
  `delete from finding_measure where finding_id = '$finding'`,
  `update finding set ref = uuidv7()::text where id = '$finding'`,
  `update review set title = '$word'`,
  `update plan set title = '$word ' || id`,
] as const;
const STATE = ['open', 'taken', 'deferred'] as const;

describe('a register in its past', () => {
  let stage: Stage;
  let lead: Caller;
  let today: string;
  let ids: Readonly<Record<'board' | 'person' | 'organisation' | 'finding', readonly string[]>>;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    today = (await stage.owner.query<{ day: string }>('select today()::text as day')).rows[0]?.day ?? '';
    await stage.owner.query(`select set_config('app.locality', id::text, false) from locality where slug = 'northmoor'`);
    const board = [await aBoard(lead, 'One'), await aBoard(lead, 'Two')];
    const person: string[] = [];
    for (const name of ['Ann', 'Ben']) person.push((await lead.ask(routes.people.add, { body: { name } })).id);
    const organisation: string[] = [];
    for (const name of ['East', 'West']) organisation.push((await lead.ask(routes.organisations.add, { body: { name, kind: 'other', aliases: [] } })).id);
    const { id: reviewId } = await lead.ask(routes.reviews.add, { body: { frameworkId: (await lead.ask(routes.frameworks.list)).items[0]?.id ?? '', title: 'Review' } });
    const finding: string[] = [];
    for (const ref of ['1', '2']) finding.push((await lead.ask(routes.findings.add, { body: { reviewId, ref, quotation: `Finding ${ref}`, kind: 'challenge', force: 'must', themes: [] } })).id);
    const planId = await aPlan(lead);
    for (const dueOn of [dayAfter(today, 40), dayAfter(today, 140), dayAfter(today, -9)]) await anAction(lead, planId, { dueOn, daysNeeded: 12, accountableOrganisationId: organisation[0] ?? null });
    for (const title of ['Waits', 'Returns']) await lead.ask(routes.measures.add, { body: { title, unit: 'days', direction: 'down' } });
    ids = { board, person, organisation, finding };
  });
  afterAll(() => stage.close());

  const query = async (sql: string): Promise<string[]> => (await stage.owner.query<{ id: string }>(sql)).rows.map(({ id }) => id);

  async function happens({ what, which, word }: { readonly what: string; readonly which: number; readonly word: string }): Promise<void> {
    const one = (of: readonly string[]): string => of[which % of.length] ?? '';
    const action = one(await query('select id from action where locality_id = current_locality() order by id limit 6'));
    const said: Readonly<Record<string, string>> = { action, measure: one(await query('select id from measure where locality_id = current_locality() order by id limit 3')), board: one(ids.board), organisation: one(ids.organisation), finding: one(ids.finding), person: one(ids.person), word, number: String(which) };
    await stage.owner.query(what.replace(/\$(\w+)/g, (_, name: string) => said[name] ?? ''));
  }

  /** All that has happened and has no day yet was on that one, at noon. */
  async function dated(day: string, after: string): Promise<string> {
    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = ($1::date + time '12:00') at time zone 'Europe/London' where position > $2`, [day, after]);
    await stage.owner.query('alter table audit enable trigger user');
    return (await stage.owner.query<{ last: string }>('select max(position) as last from audit')).rows[0]?.last ?? after;
  }

  /** What the API's role is told by a statement of now on another day. */
  async function told(text: string, values: readonly unknown[]): Promise<object> {
    await stage.owner.query('begin');
    try {
      await stage.owner.query('set local role followthrough_api');
      return JSON.parse((await stage.owner.query<{ answer: string }>(text, [...values])).rows[0]?.answer ?? '') as object;
    } finally {
      await stage.owner.query('rollback');
    }
  }

  const month = (day: string): string => day.slice(0, 7);
  async function now(day: string): Promise<object> {
    const list = await lead.ask(routes.measures.list, { query: { retired: true } });
    const pages: MeasurePage[] = [];
    for (const { id } of list.items) pages.push(await lead.ask(routes.measures.page, { params: { id } }));
    return {
      decisions: await lead.ask(routes.decisions.list, { query: { state: [...STATE] } }),
      ofBoard: await lead.ask(routes.decisions.list, { query: { state: [...STATE], board: ids.board[0] ?? '' } }),
      list,
      pages,
      capacity: await told(loadsOn('$1::date'), [day]),
      actions: await told(sharesOn('$1::date'), [day, ids.organisation[0], `${month(day)}-01`]),
    };
  }

  async function then(day: string): Promise<object> {
    const at = { at: day };
    const { asAt: _, ...list } = await lead.ask(measures, { query: { ...at, retired: true } });
    const pages: object[] = [];
    for (const { id } of list.items) {
      const { asAt: _at, ...page } = await lead.ask(measure, { params: { id }, query: at });
      pages.push({ ...page, actions: page.actions.map(({ planId: _plan, ...one }) => one) });
    }
    const listed = async (more: object): Promise<object> => {
      const { asAt: _at, ...page } = await lead.ask(decisions, { query: { ...at, state: [...STATE], ...more } });
      return page;
    };
    const { asAt: _then, ...loads } = await lead.ask(capacity, { query: at });
    const { items } = await lead.ask(actionsThen, { query: { ...at, month: month(day), organisation: ids.organisation[0] ?? '' } });
    return { decisions: await listed({}), ofBoard: await listed({ board: ids.board[0] ?? '' }), list, pages, capacity: loads, actions: { items: items.map(({ planId: _plan, ...one }) => one) } };
  }

  /** A row's version is for who edits it: the past has none. */
  const unversioned = (said: object): unknown => JSON.parse(JSON.stringify(said, (key, value: unknown) => (key === 'version' ? undefined : value)));

  it('is what it was on each of its days, whatever happened since', async () => {
    const happening = fc.record({ what: fc.constantFrom(...HAPPENINGS), which: fc.nat(60), word: fc.constantFrom('some', 'other', 'more') });
    let [different, deleted] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(happening, { minLength: 3, maxLength: 12 }), { minLength: 2, maxLength: 4 }), async (days) => {
        // What earlier tries left is older than anything of this one.
        let last = await dated('2020-01-01', '0');
        const known: { readonly day: string; readonly said: unknown }[] = [];
        for (const [at, happenings] of days.entries()) {
          const day = dayAfter(today, at - days.length);
          for (const one of happenings) await happens(one);
          known.push({ day, said: unversioned(await now(day)) });
          last = await dated(day, last);
        }
        for (const { day, said } of known) expect(unversioned(await then(day))).toEqual(said);
        different += new Set(known.map(({ said }) => JSON.stringify(said))).size;
        deleted = (await query(`select position::text as id from audit where change = 'delete'`)).length;
      }),
      { numRuns: 25 },
    );
    expect(different).toBeGreaterThan(40);
    expect(deleted).toBeGreaterThan(5);
  });

  it('reads no table of now but the words for states', async () => {
    const tables = new Set(await query(`select table_name::text as id from information_schema.tables where table_schema = 'public'`));
    const pairs = [[decisionsListed().first, pastDecisions.first], [decisionsListed().further, pastDecisions.further], [measuresListed(), pastMeasures], [measureShown(), pastMeasure], [loadsOn('$1'), pastCapacity], [sharesOn('$1'), pastCapacityActions]] as const;
    for (const [of, past] of pairs) {
      const read = new Set([...of.matchAll(/\b(?:from|join)\s+(\w+)/g)].map(([, name = '']) => name).filter((name) => tables.has(name)));
      const rebuilt = new Set([...past.text.matchAll(/(\w+)_since as materialized/g)].map(([, name = '']) => name));
      expect({ past: past.name, asNow: [...read].filter((name) => !rebuilt.has(name)) }).toEqual({ past: past.name, asNow: past === pastMeasure ? ['status_word'] : [] });
    }
  });
});
