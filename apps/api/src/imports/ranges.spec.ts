import { type ImportStep, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { upload, choose, preview, apply, undo } = routes.imports;

const sheet = (days: readonly string[]): Buffer => Buffer.from(['Ref,Action,Timescale,Days needed', ...days.map((one, at) => `${at + 1},Do part ${at + 1},31/12/2030,${one}`)].join('\n'));

describe('a range of days in a sheet', () => {
  let stage: Stage;
  let lead: Caller;
  let planId: string | null = null;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const send = async (days: readonly string[]) => {
    const screen = await lead.ask(upload, { file: { name: 'plan.csv', content: sheet(days) } });
    const step: Omit<ImportStep, 'version'> = planId ? { planId } : { planTitle: 'Ranges' };
    return lead.ask(choose, { params: { id: screen.id }, body: { version: screen.version, ...step } });
  };
  const applied = async (days: readonly string[]) => {
    const screen = await send(days);
    expect(screen.needed).toEqual([]);
    const done = await lead.ask(apply, { params: { id: screen.id }, body: { version: screen.version } });
    planId ??= (await lead.ask(routes.plans.list)).items[0]?.id ?? null;
    return done;
  };
  const here = async () =>
    (await stage.owner.query<{ days: number | null; lines: string | null }>(
      `select a.days_needed::float as days, (select string_agg(concat_ws('-', e.low_minutes / 450, e.likely_minutes / 450, e.high_minutes / 450), ', ') from effort e where e.action_id = a.id and e.withdrawn_at is null) as lines from action a where a.withdrawn_at is null order by a.ref`,
    )).rows.map((one) => [one.days, one.lines]);

  it('keeps both ends as a line of effort, gives way to the next sheet, and comes back with the undo', async () => {
    const first = await applied(['40-60 days', '12 days', '5000-9000 days']);
    expect(await here()).toEqual([[50, '40-50-60'], [12, null], [7_000, null]]);
    // The same sheet again is no change, and so is what goes out.
    const same = await send(['40-60 days', '12 days', '5000-9000 days']);
    expect(same.counts).toMatchObject({ unchanged: 3, change: 0 });
    expect((await send(['50', '12', '7000'])).counts).toMatchObject({ unchanged: 3, change: 0 });

    const second = await applied(['50-80 days', '8-10 days', '20 days']);
    expect(second.result).toMatchObject({ change: 3 });
    expect(await here()).toEqual([[65, '50-65-80'], [9, '8-9-10'], [20, null]]);
    await lead.ask(undo, { params: { id: second.id }, body: { version: second.version } });
    expect(await here()).toEqual([[50, '40-50-60'], [12, null], [7_000, null]]);
    const { version } = await lead.ask(routes.imports.one, { params: { id: first.id } });
    await lead.ask(undo, { params: { id: first.id }, body: { version } });
    expect(await here()).toEqual([]);
    planId = null;
  });

  it('leaves alone what somebody has made of it since, says so, and is not undone from under them', async () => {
    const done = await applied(['40-60 days']);
    const { rows } = await stage.owner.query<{ id: string; action_id: string; version: number }>('select e.id, e.action_id, e.version from effort e join action a on a.id = e.action_id where a.withdrawn_at is null and e.withdrawn_at is null');
    const [line] = rows;
    await lead.ask(routes.demand.edit, { params: { id: line?.id ?? '' }, body: { highMinutes: 36_000, version: line?.version ?? 0 } });
    const next = await send(['100-120 days']);
    expect(next.counts).toMatchObject({ unchanged: 1 });
    expect((await lead.ask(preview, { params: { id: next.id } })).items[0]?.problems.map((one) => one.message.slice(0, 43))).toEqual(['Its days are the sum of its lines of effort']);
    expect((await lead.try(undo, { params: { id: done.id }, body: { version: done.version } })).problem.detail).toContain('Action 1 has lines of effort');
    expect(await here()).toEqual([[50, '40-50-80']]);
  });
});
