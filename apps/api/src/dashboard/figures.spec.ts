import { randomUUID } from 'node:crypto';
import { type Horizon, horizons, routes, type Standing, type Status, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { Client } from 'pg';
import { openStage, type Stage } from '../testing/stage';

/** What happens to a plan, in the order in which it happens. Numbers point at what is there by then, round and round. */
type Happening =
  | { readonly kind: 'add'; readonly actions: readonly { readonly id: string; readonly horizon: Horizon; readonly createdOn: string }[]; readonly sheet: number | null }
  | { readonly kind: 'report'; readonly updates: readonly { readonly id: string; readonly action: number; readonly status: Status; readonly asOf: string }[]; readonly sheet: number | null }
  | { readonly kind: 'end'; readonly action: number; readonly on: string }
  | { readonly kind: 'reopen'; readonly action: number }
  | { readonly kind: 'horizon'; readonly action: number; readonly horizon: Horizon }
  | { readonly kind: 'undo'; readonly sheet: number; readonly updatesFirst: boolean };

interface Told {
  readonly id: string;
  readonly status: Status;
  readonly asOf: string;
  readonly sheet: number | null;
}
interface Known {
  readonly id: string;
  horizon: Horizon;
  readonly createdOn: string;
  readonly sheet: number | null;
  ended?: string | null;
  updates: Told[];
}

const FROM = '2025-01-01';
const MONTHS = Array.from({ length: 14 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);

const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.parse(FROM) + days * 86_400_000).toISOString().slice(0, 10));
const horizon = fc.constantFrom(...horizons);
const sheet = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), sheet, actions: fc.array(fc.record({ id: fc.uuid(), horizon, createdOn: day }), { minLength: 1, maxLength: 3 }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('report' as const), sheet: fc.constantFrom(0, 1, 2), updates: fc.array(fc.record({ id: fc.uuid(), action: fc.nat(9), status: fc.constantFrom(...statuses.slice(0, 5)), asOf: day }), { minLength: 1, maxLength: 4 }) }) },
  fc.record({ kind: fc.constant('end' as const), action: fc.nat(9), on: day }),
  fc.record({ kind: fc.constant('reopen' as const), action: fc.nat(9) }),
  fc.record({ kind: fc.constant('horizon' as const), action: fc.nat(9), horizon }),
  fc.record({ kind: fc.constant('undo' as const), sheet: fc.integer({ min: 0, max: 2 }), updatesFirst: fc.boolean() }),
);

describe('the figures of a plan', () => {
  let stage: Stage;
  let place: string;
  beforeAll(async () => {
    stage = await openStage();
    place = (await stage.owner.query<{ id: string }>(`select id from locality where slug = 'northmoor'`)).rows[0]?.id ?? '';
  });
  afterAll(() => stage.close());

  const made = async (text: string, values: readonly unknown[]): Promise<string> => (await stage.owner.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '';
  const newPlan = () => made(`insert into plan (locality_id, title) values ($1, gen_random_uuid()::text) returning id`, [place]);
  const newSheet = () => made(`insert into import (locality_id, file_name, size, digest) values ($1, 'a.csv', 1, '') returning id`, [place]);

  /** The state at the end of each month as the maintained figures have it, without the zeros. */
  async function kept(plan: string, db: Client = stage.owner): Promise<Record<string, number>> {
    const { rows } = await db.query<{ key: string; actions: number }>(
      `select m.month || ' ' || f.horizon || ' ' || f.status as key, sum(f.net)::integer as actions
       from unnest($2::text[]) as m(month) join plan_figure f on f.month <= (m.month || '-01')::date where f.plan_id = $1 group by 1 having sum(f.net) <> 0`,
      [plan, MONTHS],
    );
    return Object.fromEntries(rows.map((row) => [row.key, row.actions]));
  }

  it('are those of its history, whatever happened in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 14 }), async (happenings) => {
        const plan = await newPlan();
        const sheets = [await newSheet(), await newSheet(), await newSheet()];
        const model = new Model();
        for (const one of happenings) await follow(one, plan, sheets, model);
        const expected = model.standing();
        expect(await kept(plan)).toEqual(expected);
        await stage.owner.query('call kernel.rebuild_figures($1)', [place]);
        expect(await kept(plan)).toEqual(expected);
        for (const actions of Object.values(expected)) expect(actions).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  async function follow(one: Happening, plan: string, sheets: readonly string[], model: Model): Promise<void> {
    const source = (index: number | null) => (index === null ? null : (sheets[index] ?? null));
    switch (one.kind) {
      case 'add':
        model.actions.push(...one.actions.map((action) => ({ ...action, sheet: one.sheet, updates: [] })));
        await stage.owner.query(
          `insert into action (locality_id, plan_id, id, ref, title, horizon, created_on, import_id)
           select $1, $2, id, id::text, 'Do it', horizon, "createdOn", $4 from jsonb_to_recordset($3) as t(id uuid, horizon text, "createdOn" date)`,
          [place, plan, JSON.stringify(one.actions), source(one.sheet)],
        );
        return;
      case 'report': {
        if (model.actions.length === 0) return;
        const updates = one.updates.map((update) => ({ ...update, on: model.at(update.action) }));
        for (const { on, id, status, asOf } of updates) on.updates.push({ id, status, asOf, sheet: one.sheet });
        await stage.owner.query(
          `insert into status_update (locality_id, id, action_id, status, as_of, import_id)
           select $1, id, (t."on" ->> 'id')::uuid, status, "asOf", $3 from jsonb_to_recordset($2) as t(id uuid, "on" jsonb, status text, "asOf" date)`,
          [place, JSON.stringify(updates.map(({ on, ...update }) => ({ ...update, on: { id: on.id } }))), source(one.sheet)],
        );
        return;
      }
      case 'horizon': {
        if (model.actions.length === 0) return;
        const action = model.at(one.action);
        action.horizon = one.horizon;
        await stage.owner.query('update action set horizon = $2 where id = $1', [action.id, one.horizon]);
        return;
      }
      case 'end':
      case 'reopen': {
        if (model.actions.length === 0) return;
        const action = model.at(one.action);
        const ends = one.kind === 'end';
        if (ends === !!action.ended) return;
        action.ended = ends ? one.on : null;
        await stage.owner.query(`insert into closure (locality_id, action_id, state, reason, agreed_by, on_day) values ($1, $2, $3, 'So it was agreed', 'The board', coalesce($4, today()))`, [place, action.id, ends ? 'stopped' : 'reopened', ends ? one.on : null]);
        return;
      }
      case 'undo': {
        model.undo(one.sheet);
        const steps = ['status_update', 'action'].map((table) => `update ${table} set withdrawn_at = now() where import_id = $1 and withdrawn_at is null`);
        for (const step of one.updatesFirst ? steps : steps.reverse()) await stage.owner.query(step, [source(one.sheet)]);
      }
    }
  }

  it('are those of its history for what a lead does through the API, and the dashboard shows them', async () => {
    const lead = await stage.person(['lead']);
    const deed = fc.record({ action: fc.nat(4), status: fc.constantFrom(...statuses.slice(0, 4)), horizon, stops: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 10 }), async (deeds) => {
        const { id: planId } = await lead.ask(routes.plans.add, { body: { title: randomUUID() } });
        const made: string[] = [];
        for (const [turn, { action, status, horizon: next, stops }] of deeds.entries()) {
          if (made.length <= action) made.push((await lead.ask(routes.actions.add, { body: { planId, ref: `${turn}`, title: 'Do it', horizon: next } })).id);
          const id = made[action % made.length] ?? '';
          const { disposition } = await lead.ask(routes.actions.page, { params: { id } });
          if (disposition) continue;
          await lead.ask(routes.updates.report, { params: { id }, body: { status, narrative: 'So it went', ...(status === 'at_risk' || status === 'off_track' ? { pathToGreen: 'So it goes on' } : {}), ...(status === 'off_track' ? { decision: { what: 'Say so', fromWhom: 'The board', neededBy: '2099-01-01' } } : {}) } });
          // Every other one is stopped, and half of those are opened again.
          if (stops) await lead.ask(routes.closures.stop, { params: { id }, body: { reason: 'No money', agreedBy: 'The board' } });
          if (stops && (turn % 2 === 0 || made.length === 1)) await lead.ask(routes.closures.reopen, { params: { id }, body: { reason: 'Money came' } });
          if (turn % 3 === 2) await lead.ask(routes.actions.edit, { params: { id }, body: { horizon: next, version: (await lead.ask(routes.actions.page, { params: { id } })).version } });
        }
        const net = async () => (await stage.owner.query('select month, horizon, status, sum(net)::integer as net from plan_figure where plan_id = $1 group by 1, 2, 3 having sum(net) <> 0 order by 1, 2, 3', [planId])).rows;
        const maintained = await net();
        const seen = await lead.ask(routes.dashboard.show, { query: { plan: planId } });
        expect(sorted(seen.months.at(-1)?.standings)).toEqual(sorted(seen.now));
        await stage.owner.query('call kernel.rebuild_figures($1)', [place]);
        expect(maintained).toEqual(await net());
      }),
      { numRuns: 6 },
    );
  });

  it('stay right when many people report on the same few actions at once, over several months and horizons', async () => {
    const plan = await newPlan();
    const from = await newSheet();
    const actions = await Promise.all(horizons.map((one) => made(`insert into action (locality_id, plan_id, ref, title, horizon, created_on) values ($1, $2, $3, 'Do it', $3, $4) returning id`, [place, plan, one, FROM])));
    const people = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const client = new Client({ connectionString: stage.url });
        await client.connect();
        return client;
      }),
    );
    await Promise.all(
      people.map(async (person, who) => {
        for (let turn = 0; turn < 25; turn += 1) {
          const action = actions[(who + turn) % 3];
          if (turn % 9 === 8) await person.query('update action set horizon = $2 where id = $1', [action, horizons[(who * turn) % 3]]);
          else
            await person.query('insert into status_update (locality_id, action_id, status, as_of, import_id) values ($1, $2, $3, $4::date + $5::integer, $6)', [
              place, action, statuses[(who * 7 + turn) % 5], FROM, (who * 31 + turn * 47) % 400, from,
            ]);
        }
      }),
    );
    await Promise.all(people.map((person) => person.end()));
    const maintained = await kept(plan);
    await stage.owner.query('call kernel.rebuild_figures($1)', [place]);
    expect(maintained).toEqual(await kept(plan));
    expect(Object.values(maintained).every((count) => count > 0)).toBe(true);
  });

  it('refuse an update that is older than its action, unless a sheet says so', async () => {
    const plan = await newPlan();
    const action = await made(`insert into action (locality_id, plan_id, ref, title, created_on) values ($1, $2, 'x', 'Do it', '2025-06-01') returning id`, [place, plan]);
    const report = (sheetId: string | null) => stage.owner.query(`insert into status_update (locality_id, action_id, status, as_of, import_id) values ($1, $2, 'on_track', '2025-05-31', $3)`, [place, action, sheetId]);
    await expect(report(null)).rejects.toMatchObject({ code: 'FT422' });
    await report(await newSheet());
    expect(await kept(plan)).toMatchObject({ '2025-05 medium on_track': 1, '2025-06 medium on_track': 1 });
  });

  it('are another locality’s to nobody', async () => {
    await stage.owner.query('begin');
    await stage.owner.query('set local role followthrough_api');
    expect((await stage.owner.query('select from plan_figure')).rowCount).toBe(0);
    await stage.owner.query(`select set_config('app.locality', $1, true)`, [place]);
    expect((await stage.owner.query('select from plan_figure')).rowCount).toBeGreaterThan(0);
    await expect(stage.owner.query('update plan_figure set net = 0')).rejects.toMatchObject({ code: '42501' });
    await stage.owner.query('rollback');
  });
});

const sorted = (standings: readonly Standing[] = []): string[] => standings.map((one) => `${one.horizon} ${one.status} ${one.actions}`).sort();

/** The plan as the happenings leave it, told without SQL. */
class Model {
  actions: Known[] = [];

  at(index: number): Known {
    const action = this.actions[index % this.actions.length];
    if (!action) throw new Error('no action yet');
    return action;
  }

  undo(from: number): void {
    this.actions = this.actions.filter((action) => action.sheet !== from);
    for (const action of this.actions) action.updates = action.updates.filter((update) => update.sheet !== from);
  }

  standing(): Record<string, number> {
    const counted: Record<string, number> = {};
    for (const month of MONTHS)
      for (const action of this.actions) {
        const told = action.updates.filter((update) => update.asOf.slice(0, 7) <= month).sort((a, b) => (`${a.asOf} ${a.id}` < `${b.asOf} ${b.id}` ? -1 : 1));
        const status = told.at(-1)?.status ?? (action.createdOn.slice(0, 7) <= month ? 'not_started' : null);
        // What has ended is counted until the month before, and while somebody still reported on it.
        const gone = action.ended ? [action.ended, action.createdOn, ...action.updates.map(({ asOf }) => asOf)].sort().at(-1)?.slice(0, 7) : undefined;
        if (status === null || (gone !== undefined && gone <= month)) continue;
        const key = `${month} ${action.horizon} ${status}`;
        counted[key] = (counted[key] ?? 0) + 1;
      }
    return counted;
  }
}
