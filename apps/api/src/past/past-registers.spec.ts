import { type Dashboard, type Measure, routes } from '@followthrough/contracts';
import { controlChart, dayAfter, londonDay, verdictOf } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { aCadence } from '../testing/cycle-builder';
import { Here } from '../testing/here';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { decisions, measures, measure, capacity, capacityActions } = routes.pastRegisters;
const today = londonDay(new Date());
const yesterday = dayAfter(today, -1);
const without = <T extends object>(one: T, ...keys: readonly string[]): object => Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key)));

describe('a register as at a moment that has been', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** A decision that is asked for, a measure with figures that belongs to an action and a finding, and days for work. */
  async function arranged(lead: Caller, word: string) {
    const here = await Here.open(stage, 'northmoor', word);
    const { planId, actionId, cycleId } = await aCadence(lead, { title: `${word} reported` });
    const [boardId, finding] = [await aBoard(lead, `${word} committee`), await here.finding()];
    const ask = async (what: string, of: object, days: number) => (await lead.ask(routes.updates.report, { params: { id: await anAction(lead, planId, { title: `${what} waits` }) }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what, neededBy: dayAfter(today, days), ...of } } })).decisionId ?? '';
    const asked = [await ask('Fund two posts', { boardId }, 9), await ask('Lend us a room', { fromWhom: `${word} chair` }, 30)];
    const [{ id: organisationId }, month] = [await lead.ask(routes.organisations.add, { body: { name: `${word} Care`, kind: 'care_provider', aliases: [] } }), today.slice(0, 7)];
    const work = await anAction(lead, planId, { title: 'Takes days', accountableOrganisationId: organisationId, daysNeeded: 12, dueOn: dayAfter(today, 70) });
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId, month, days: 10.5, was: null }, { organisationId, month: '2031-02', days: 3, was: null }] } });
    const { id: measureId } = await lead.ask(routes.measures.add, { body: { title: `${word} waits`, unit: 'days', direction: 'down', target: 20, actionIds: [work, actionId], findingIds: [finding.id] } });
    const days = [40, 42, 40, 42, 40, 420].map((value, at) => ({ onDay: `2026-0${at + 1}-28`, value }));
    const { points } = await lead.ask(routes.measures.addPoints, { params: { id: measureId }, body: { points: days } });
    await lead.ask(routes.measures.correct, { params: { id: measureId, point: points[1]?.id ?? '' }, body: { onDay: '2026-05-28', value: 41, note: 'A slip' } });
    return { lead, planId, actionId, cycleId, boardId, asked, organisationId, month, work, measureId, finding, reviewId: here.reviewId, word, wrong: points[0]?.id ?? '' };
  }
  type Arranged = Awaited<ReturnType<typeof arranged>>;

  /** Edited, settled, corrected, taken out, unlinked, deleted, renamed and added. */
  async function everythingChanges({ lead, planId, actionId, boardId, asked, organisationId, month, work, measureId, finding, reviewId, word, wrong }: Arranged): Promise<void> {
    await lead.ask(routes.decisions.settle, { params: { id: asked[0] ?? '' }, body: { state: 'taken', note: 'Yes', version: 1 } });
    await lead.ask(routes.decisions.settle, { params: { id: asked[1] ?? '' }, body: { state: 'deferred', note: 'After the budget', neededBy: dayAfter(today, 90), version: 1 } });
    await lead.ask(routes.boards.edit, { params: { id: boardId }, body: { name: `${word} renamed board`, version: 1 } });
    await lead.ask(routes.updates.report, { params: { id: await anAction(lead, planId) }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what: 'Came later', boardId, neededBy: today } } });
    await stage.owner.query(`update person set name = name || ' renamed' where id = $1`, [lead.personId]);

    const params = { id: measureId };
    await lead.ask(routes.measures.correct, { params: { id: measureId, point: wrong }, body: { onDay: '2026-06-28', value: 42, note: 'One nought too many' } });
    await lead.ask(routes.measures.addPoints, { params, body: { points: [{ onDay: '2026-07-28', value: 3 }] } });
    const { version } = await lead.ask(routes.measures.page, { params });
    await lead.ask(routes.measures.edit, { params, body: { title: `${word} stays`, direction: 'up', target: 7, source: 'Another list', version } });
    await lead.ask(routes.measures.unlink, { params: { id: measureId, other: work } });
    await lead.ask(routes.measures.unlink, { params: { id: measureId, other: finding.id } });
    const next = await lead.ask(routes.measures.add, { body: { title: `${word} follows`, unit: 'days', direction: 'down', actionIds: [await anAction(lead, planId)] } });
    await lead.ask(routes.measures.retire, { params, body: { retiredOn: '2026-08-31', replacedById: next.id } });
    await stage.owner.query(`update finding set ref = ref || ' renamed' where id = $1`, [finding.id]);
    await stage.owner.query(`update review set title = 'Renamed ' || title where id = $1`, [reviewId]);

    const { version: worked } = await lead.ask(routes.actions.page, { params: { id: work } });
    await lead.ask(routes.actions.edit, { params: { id: work }, body: { title: 'Takes none', daysNeeded: 400, accountableOrganisationId: null, version: worked } });
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId, month, days: 99, was: 10.5 }] } });
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId, month, days: null, was: 99 }, { organisationId, month: '2031-02', days: null, was: 3 }] } });
    await lead.ask(routes.organisations.edit, { params: { id: organisationId }, body: { name: `${word} renamed`, version: 1 } });
    await lead.ask(routes.organisations.add, { body: { name: `${word} latecomer`, kind: 'other', aliases: [] } });
    await lead.ask(routes.actions.withdraw, { params: { id: actionId }, body: { reason: 'Covered elsewhere' } });
  }

  it('as at a published report is, field by field, what it was when the report was frozen', async () => {
    const lead = await stage.person(['lead']);
    const there = await arranged(lead, 'Zibeline');
    // Of another plan: in the register, and not in the report's.
    const other = await anAction(lead, await aPlan(lead));
    await lead.ask(routes.updates.report, { params: { id: other }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what: 'Elsewhere', fromWhom: 'Somebody', neededBy: today } } });
    const { planId, cycleId, measureId, organisationId, month, work, finding, boardId } = there;
    const narrowed = [{}, { action: work }, { finding: finding.id }, { tooFew: false, retired: true }, { variation: 'common' as const }, { assurance: 'inconsistent' as const }];
    const now = {
      decisions: await lead.ask(routes.decisions.list, { query: { plan: planId } }),
      ofBoard: await lead.ask(routes.decisions.list, { query: { plan: planId, board: boardId } }),
      ofChair: await lead.ask(routes.decisions.list, { query: { plan: planId, fromWhom: 'zibeline CHAIR' } }),
      measures: await Promise.all(narrowed.map((query) => lead.ask(routes.measures.list, { query }))),
      measure: await lead.ask(routes.measures.page, { params: { id: measureId } }),
      capacity: await lead.ask(routes.capacity.page),
      actions: await lead.ask(routes.capacity.actions, { query: { organisation: organisationId, month } }),
    };
    expect(now.decisions.items).toHaveLength(2);
    expect(now.measures.slice(0, 3).map((one) => one.items.map(({ id }) => id))).toEqual([[measureId], [measureId], [measureId]]);
    expect(now.measure).toMatchObject({ latestValue: 420, actions: [{}, {}], findings: [{}] });
    expect(now.actions.items).toMatchObject([{ title: 'Takes days' }]);
    await lead.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await everythingChanges(there);
    await lead.ask(routes.cycles.publish, { params: { id: cycleId } });

    const query = { at: cycleId };
    const asAt = expect.objectContaining({ cycleId, planId, on: today }) as unknown;
    const [open, ofBoard, ofChair] = await Promise.all([{}, { board: boardId }, { fromWhom: 'zibeline CHAIR' }].map((more) => lead.ask(decisions, { query: { ...query, ...more } })));
    const known = (list: typeof now.decisions) => ({ ...list, items: list.items.map((one) => without(one, 'version')), asAt });
    expect([open, ofBoard, ofChair]).toEqual([now.decisions, now.ofBoard, now.ofChair].map(known));
    expect(ofBoard).toMatchObject({ total: 1, items: [{ what: 'Fund two posts' }] });
    expect(await lead.ask(decisions, { query: { ...query, state: ['taken', 'deferred'] } })).toMatchObject({ items: [], total: 0 });

    expect(await Promise.all(narrowed.map((more) => lead.ask(measures, { query: { ...query, ...more } })))).toEqual(now.measures.map((one) => ({ ...one, asAt })));
    const then = await lead.ask(measure, { params: { id: measureId }, query });
    expect(then).toEqual({ ...without(now.measure, 'version'), actions: now.measure.actions.map((one) => ({ ...one, planId })), asAt });
    // The chart of then, by the same rule: what was corrected later says what it said.
    const live = then.points.flatMap(({ onDay, value, isCorrected }) => (isCorrected || value === null ? [] : [{ onDay, value }]));
    expect(live.map(({ value }) => value).sort((a, b) => a - b)).toEqual([40, 40, 41, 42, 42, 420]);
    expect(controlChart(live, then.direction, then.target)).toMatchObject({ variation: then.variation, assurance: then.assurance });
    const verdict: Partial<Measure> = verdictOf(live, then.direction, then.target);
    expect(then).toMatchObject(verdict);

    expect(await lead.ask(capacity, { query })).toEqual({ ...now.capacity, asAt });
    expect(await lead.ask(capacityActions, { query: { ...query, organisation: organisationId, month } })).toEqual({ asAt, items: now.actions.items.map((one) => ({ ...one, planId })) });
    // Of one plan only, like everything else of a report.
    expect((await lead.try(decisions, { query: { ...query, plan: await aPlan(lead) } })).problem.code).toBe('not_found');
  });

  it('as at a day is how that day ended, and before the history began is empty', async () => {
    const lead = await stage.person(['lead']);
    const there = await arranged(lead, 'Quokka');
    const { planId, measureId } = there;
    const listed = async (dashboard: Promise<Dashboard>) => (await dashboard).decisions;
    const now = { decisions: await lead.ask(routes.decisions.list, { query: { plan: planId } }), onDashboard: await listed(lead.ask(routes.dashboard.show, { query: { plan: planId } })), measure: await lead.ask(routes.measures.page, { params: { id: measureId } }) };
    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = at - interval '7 days'`);
    await stage.owner.query('alter table audit enable trigger user');
    await everythingChanges(there);
    const query = { at: yesterday };
    expect((await lead.ask(decisions, { query: { ...query, plan: planId } })).items).toEqual(now.decisions.items.map((one) => without(one, 'version')));
    // The dashboard of that day calls the board as the register does.
    expect(await listed(lead.ask(routes.past.dashboard, { query: { ...query, plan: planId } }))).toEqual(now.onDashboard);
    expect((await lead.ask(measure, { params: { id: measureId }, query })).points).toEqual(now.measure.points);

    const before = { at: '2019-05-01' };
    expect(await lead.ask(decisions, { query: before })).toMatchObject({ items: [], total: 0, next: null, asAt: { on: '2019-05-01', cycleId: null } });
    expect(await lead.ask(measures, { query: before })).toMatchObject({ items: [], total: 0, actions: [], findings: [] });
    expect(await lead.ask(capacity, { query: before })).toMatchObject({ rows: [], openActions: 0, months: expect.arrayContaining(['2019-05', '2020-04']) as unknown });
    expect((await lead.try(measure, { params: { id: measureId }, query: before })).problem.code).toBe('not_found');
  });

  it('comes in pages that go on where the last ended', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId);
    await stage.owner.query(`insert into decision_request (locality_id, action_id, what, from_whom, needed_by) select a.locality_id, a.id, 'Decision ' || n, 'Somebody', case when n % 7 > 0 then date '2090-01-01' + n % 11 end from action a, generate_series(1, 120) n where a.id = $1`, [id]);
    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = at - interval '7 days'`);
    await stage.owner.query('alter table audit enable trigger user');
    await stage.owner.query(`update decision_request set needed_by = '2091-01-01', what = 'Quite another' where action_id = $1`, [id]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { readonly items: readonly { readonly what: string }[]; readonly next: string | null; readonly total: number | null } = await lead.ask(decisions, { query: { at: yesterday, plan: planId, ...(after ? { after } : {}) } });
      expect(page.total).toBe(after ? null : 120);
      seen.push(...page.items.map((one) => one.what));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    expect(seen).not.toContain('Quite another');
  });

  it('refuses a day that is not over and a report that is not published, and is for those who may read the register', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId } = await aCadence(lead);
    await lead.ask(routes.cycles.freeze, { params: { id: cycleId } });
    const { id } = await lead.ask(routes.measures.add, { body: { title: 'Refused waits', unit: 'days', direction: 'down' } });
    for (const [at, code] of [[today, 'rule'], ['2026-02-30', 'rule'], ['March', 'bad_input'], [cycleId, 'not_found']] as const) {
      const query = { at };
      for (const one of [lead.try(decisions, { query }), lead.try(measures, { query }), lead.try(measure, { params: { id }, query }), lead.try(capacity, { query }), lead.try(capacityActions, { query: { at, month: '2026-11' } })]) expect((await one).problem.code).toBe(code);
    }
    expect((await (await stage.person(['expert'])).try(capacity, { query: { at: yesterday } })).problem.code).toBe('not_permitted');
  });

  it('belongs to one locality', async () => {
    const lead = await stage.person(['lead']);
    const there = await arranged(lead, 'Numbat');
    await lead.ask(routes.cycles.freeze, { params: { id: there.cycleId } });
    await lead.ask(routes.cycles.publish, { params: { id: there.cycleId } });
    await everythingChanges(there);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const query = { at: there.cycleId };
    for (const asked of [elsewhere.try(decisions, { query }), elsewhere.try(measures, { query }), elsewhere.try(measure, { params: { id: there.measureId }, query }), elsewhere.try(measure, { params: { id: there.measureId }, query: { at: yesterday } }), elsewhere.try(capacity, { query }), elsewhere.try(decisions, { query: { at: yesterday, plan: there.planId } })])
      expect((await asked).problem.code).toBe('not_found');
    expect(await elsewhere.ask(measures, { query: { at: yesterday } })).toMatchObject({ items: [], total: 0 });
    expect(await elsewhere.ask(capacity, { query: { at: yesterday } })).toMatchObject({ rows: [] });
  });
});
