import { routes } from '@followthrough/contracts';
import { demandOverSupply } from '@followthrough/domain';
import fc from 'fast-check';
import { openStage, type Stage } from '../testing/stage';
import { capacityPage } from './capacity.sql';

const { page, actions, confirm } = routes.capacity;
const addOrganisation = routes.organisations.add;

describe('capacity', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const plan = async (locality: string): Promise<string> => {
    const { rows } = await stage.owner.query<{ id: string }>(`insert into plan (locality_id, title) select id, 'Plan ' || uuidv7() from locality where slug = $1 returning id`, [locality]);
    return rows[0]?.id ?? '';
  };
  const put = async (planId: string, work: { ref: string; organisationId: string | null; daysNeeded: number | null; startOn: string | null; dueOn: string | null; status?: string }): Promise<void> => {
    await stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, accountable_organisation_id, days_needed, start_on, baseline_due_on, due_on, status)
       select locality_id, id, $2, 'Work', $3, $4, $5, $6, $6, $7 from plan where id = $1`,
      [planId, work.ref, work.organisationId, work.daysNeeded, work.startOn, work.dueOn, work.status ?? 'on_track'],
    );
  };

  it('changes a month from unknown to a figure when days are confirmed, and back', async () => {
    const lead = await stage.person(['lead']);
    const { id: organisationId } = await lead.ask(addOrganisation, { body: { name: 'Bridge Community Trust', kind: 'community_health', aliases: [] } });
    const before = await lead.ask(page);
    const month = before.months[1] ?? '';
    await put(await plan('northmoor'), { ref: '1', organisationId, daysNeeded: 6, startOn: `${month}-01`, dueOn: `${month}-28` });
    const cell = async () => (await lead.ask(page)).rows.find((one) => one.organisationId === organisationId)?.months[1];
    expect(await cell()).toEqual({ month, needed: 6, confirmed: null, percent: null, band: 'unknown' });
    await lead.ask(confirm, { body: { cells: [{ organisationId, month, days: 8, was: null }] } });
    expect(await cell()).toEqual({ month, needed: 6, confirmed: 8, percent: 75, band: 'healthy' });
    await lead.ask(confirm, { body: { cells: [{ organisationId, month, days: 0, was: 8 }] } });
    expect(await cell()).toEqual({ month, needed: 6, confirmed: 0, percent: null, band: 'unresourced' });
    await lead.ask(confirm, { body: { cells: [{ organisationId, month, days: null, was: 0 }] } });
    expect((await cell())?.band).toBe('unknown');
    expect((await lead.ask(actions, { query: { organisation: organisationId, month } })).items).toMatchObject([{ ref: '1', needed: 6, isOverdue: false }]);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(page)).rows).toEqual([]);
    expect((await elsewhere.ask(actions, { query: { organisation: organisationId, month } })).items).toEqual([]);
    expect((await elsewhere.try(confirm, { body: { cells: [{ organisationId, month, days: 1, was: null }] } })).problem.code).toBe('not_found');
  });

  it('refuses to overwrite a figure that changed since it was read, and one given twice', async () => {
    const lead = await stage.person(['lead']);
    const { id: organisationId } = await lead.ask(addOrganisation, { body: { name: 'Two Editors Trust', kind: 'nhs_trust', aliases: [] } });
    const said = (days: number | null, was: number | null) => ({ organisationId, month: '2031-02', days, was });
    await lead.ask(confirm, { body: { cells: [said(5, null)] } });
    const { problem } = await lead.try(confirm, { body: { cells: [said(7, null)] } });
    expect(problem).toMatchObject({ status: 409, code: 'stale', conflict: { fields: [{ field: `${organisationId}.2031-02`, base: null, theirs: 5, yours: 7 }] } });
    expect((await lead.try(confirm, { body: { cells: [said(1, 5), said(2, 5)] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'cells.1.days' }] });
    expect((await lead.try(confirm, { body: { cells: [{ ...said(1.25, 5), more: 1 }] } })).problem.code).toBe('bad_input');
    expect((await lead.try(confirm, { body: { cells: [said(-1, 5)] } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'cells.0.days' }] });
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(confirm, { body: { cells: [said(1, 5)] } })).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['expert'])).try(page)).problem.code).toBe('not_permitted');
  });

  it('gives in SQL what the domain gives, whatever the work', async () => {
    const { rows: made } = await stage.owner.query<{ id: string }>(
      `insert into organisation (locality_id, name, kind) select l.id, n, 'other' from locality l, unnest(array['A', 'B', 'C']) n where l.slug = 'eastvale' returning id`,
    );
    const ids = made.map((one) => one.id);
    const planId = await plan('eastvale');
    const day = fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 });
    const piece = fc
      .record({ organisationId: maybe(fc.constantFrom(...ids)), daysNeeded: maybe(fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10)), startOn: maybe(day), dueOn: maybe(day) })
      .map((one) => (one.startOn !== null && one.dueOn !== null && one.startOn > one.dueOn ? { ...one, startOn: one.dueOn, dueOn: one.startOn } : one));
    const confirmed = fc.uniqueArray(fc.record({ organisationId: fc.constantFrom(...ids), month: day.map((one) => one.slice(0, 7)), days: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10) }), { selector: (one) => `${one.organisationId}${one.month}`, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), confirmed, day, async (work, supply, today) => {
        await stage.owner.query('begin');
        try {
          await stage.owner.query(`select set_config('app.locality', (select id::text from locality where slug = 'eastvale'), true)`);
          for (const [index, one] of work.entries()) await put(planId, { ref: String(index), ...one });
          await put(planId, { ref: 'done', organisationId: ids[0] ?? null, daysNeeded: 50, startOn: null, dueOn: '2027-01-31', status: 'complete' });
          for (const one of supply) await stage.owner.query(`insert into confirmed_days (organisation_id, month, days) values ($1, $2, $3)`, [one.organisationId, `${one.month}-01`, one.days]);
          await stage.owner.query('set local role followthrough_api');
          const { rows } = await stage.owner.query<{ answer: string }>(capacityPage.text, [today]);
          const told = JSON.parse(rows[0]?.answer ?? '') as { notEstimated: number; rows: { organisationId: string | null; name: string; notEstimated: number; undated: number; months: unknown }[] };
          const expected = demandOverSupply(work, supply, today);
          for (const one of expected) {
            const row = told.rows.find((other) => other.organisationId === one.organisationId);
            expect({ organisationId: row?.organisationId, months: row?.months, notEstimated: row?.notEstimated, undated: row?.undated }).toEqual(one);
          }
          expect(told.notEstimated).toBe(work.filter((one) => one.daysNeeded === null).length);
        } finally {
          await stage.owner.query('rollback');
        }
      }),
      { numRuns: 60 },
    );
  });
});
