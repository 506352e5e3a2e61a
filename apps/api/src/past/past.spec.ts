import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { aCadence } from '../testing/cycle-builder';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { reports, dashboard, actions, action } = routes.past;
const today = londonDay(new Date());
const yesterday = dayAfter(today, -1);

describe('a screen as at a moment that has been', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** As if everything until now had happened a week ago. */
  async function aWeekPasses(): Promise<void> {
    for (const table of ['audit', 'status_update', 'due_move']) await stage.owner.query(`alter table ${table} disable trigger user`);
    await stage.owner.query(`update audit set at = at - interval '7 days'`);
    await stage.owner.query(`update status_update set reported_at = reported_at - interval '7 days'`);
    await stage.owner.query(`update due_move set moved_on = moved_on - 7`);
    for (const table of ['audit', 'status_update', 'due_move']) await stage.owner.query(`alter table ${table} enable trigger user`);
  }

  /** A plan whose three actions say different things, with a decision that is asked for and a date that moved. */
  async function arranged(lead: Caller) {
    const { planId, actionId, cycleId } = await aCadence(lead);
    const organisation = await lead.ask(routes.organisations.add, { body: { name: `Care ${planId.slice(-6)}`, kind: 'care_provider', aliases: [] } });
    const late = await anAction(lead, planId, { title: 'Late and off track', ownerId: lead.personId, accountableOrganisationId: organisation.id, dueOn: dayAfter(today, -90), horizon: 'quick_win' });
    const marked = await anAction(lead, planId, { title: 'Has its secrets', risks: 'Names a person', restricted: ['risks'] });
    await lead.ask(routes.updates.report, { params: { id: late }, body: { status: 'off_track', narrative: 'Nobody to do it', pathToGreen: 'Hire two', forecastOn: dayAfter(today, 60), decision: { what: 'Money for two posts', fromWhom: 'the board', neededBy: dayAfter(today, 30) } } });
    await lead.ask(routes.actions.moveDue, { params: { id: late }, body: { dueOn: dayAfter(today, -60), reason: 'capacity', agreedBy: 'the chair' } });
    return { planId, actionId, cycleId, late, marked, organisation };
  }

  async function everythingChanges(lead: Caller, { planId, actionId, late, marked, organisation }: Awaited<ReturnType<typeof arranged>>): Promise<void> {
    await lead.ask(routes.updates.report, { params: { id: late }, body: { status: 'on_track', narrative: 'Two posts filled' } });
    const { version } = await lead.ask(routes.actions.page, { params: { id: late } });
    await lead.ask(routes.actions.edit, { params: { id: late }, body: { title: 'Quite another thing', horizon: 'deep_rooted', theme: 'Flow', ownerId: null, version } });
    await lead.ask(routes.actions.moveDue, { params: { id: late }, body: { dueOn: '2090-01-31', reason: 'funding', agreedBy: 'the mayor' } });
    await lead.ask(routes.actions.edit, { params: { id: marked }, body: { restricted: [], risks: 'None left', version: 1 } });
    await lead.ask(routes.actions.withdraw, { params: { id: actionId }, body: { reason: 'Covered elsewhere' } });
    await lead.ask(routes.organisations.edit, { params: { id: organisation.id }, body: { name: `Renamed ${planId}`, version: 1 } });
    const [asked] = (await lead.ask(routes.actions.page, { params: { id: late } })).decisions;
    await lead.ask(routes.decisions.settle, { params: { id: asked?.id ?? '' }, body: { state: 'taken', note: 'Yes', version: 1 } });
    await anAction(lead, planId, { title: 'Came later' });
  }

  it('on a past day is what it was, whatever changed since: figures, rows, names and one action', async () => {
    const lead = await stage.person(['lead']);
    const here = await arranged(lead);
    const now = await lead.ask(routes.dashboard.show, { query: { plan: here.planId } });
    const all = await lead.ask(routes.dashboard.show, { query: {} });
    const page = await lead.ask(routes.actions.page, { params: { id: here.late } });
    await aWeekPasses();
    await everythingChanges(lead, here);
    const query = { at: yesterday, plan: here.planId };
    const then = await lead.ask(dashboard, { query });
    expect(then).toMatchObject({ today: yesterday, planId: here.planId, actions: 3, overdue: 1, now: expect.arrayContaining([...now.now]), organisations: now.organisations, frozen: false, doubts: null, board: null, asAt: { on: yesterday, cycleId: null } });
    expect(then.worst.map(({ title, status, dueOn, organisationName }) => [title, status, dueOn, organisationName])).toEqual(now.worst.map(({ title, status, dueOn, organisationName }) => [title, status, dueOn, organisationName]));
    expect(then.decisions).toMatchObject({ open: 1, items: [{ what: 'Money for two posts', title: 'Late and off track' }] });
    expect(then.moved.reasons).toMatchObject([{ reason: 'capacity', actions: 1, days: 30 }]);
    expect(then.months.at(-1)?.standings.map((one) => one.actions).reduce((a, b) => a + b, 0)).toBe(3);

    // All plans together: what others did not touch is counted where it is, what changed as it was.
    const { planId, actions: count, overdue, unresolvedDates, organisations, now: standing, decisions, challenges, moved } = await lead.ask(dashboard, { query: { at: yesterday } });
    expect({ planId, count, overdue, unresolvedDates, organisations, standing, decisions: decisions.open, challenges: challenges.open, moved: moved.actions }).toEqual({
      planId: null, count: all.actions, overdue: all.overdue, unresolvedDates: all.unresolvedDates, organisations: all.organisations, standing: all.now, decisions: all.decisions.open, challenges: all.challenges.open, moved: all.moved.actions,
    });

    const rows = await lead.ask(actions, { query });
    expect(rows).toMatchObject({ total: 3, next: null });
    expect(rows.items.find((one) => one.id === here.late)).toMatchObject({ title: 'Late and off track', status: 'off_track', horizon: 'quick_win', theme: null, ownerName: 'Test lead', organisationName: here.organisation.name, overdue: true, moves: 1, lastUpdateText: 'Nobody to do it', assessed: null, flags: [] });
    expect((await lead.ask(actions, { query: { ...query, overdue: true, status: ['off_track'] } })).items.map((one) => one.id)).toEqual([here.late]);
    expect((await lead.ask(actions, { query: { ...query, movedFor: ['funding'] } })).total).toBe(0);
    expect((await lead.ask(actions, { query: { ...query, text: 'another thing' } })).total).toBe(0);
    expect((await lead.ask(actions, { query: { ...query, sort: 'title', direction: 'down' } })).items.map((one) => one.title)).toEqual(['Late and off track', 'Has its secrets', 'Do something']);

    const one = await lead.ask(action, { params: { id: here.late }, query: { at: yesterday } });
    expect(one).toMatchObject({ title: 'Late and off track', status: 'off_track', dueOn: page.dueOn, baselineDueOn: page.baselineDueOn, ownerName: 'Test lead', organisationName: here.organisation.name, wasThere: true, report: null });
    expect(one.updates.map((each) => each.narrative)).toEqual(['Nobody to do it']);
    expect(one.moves.map((each) => each.reason)).toEqual(['capacity']);
    // Taken out since, it was in the plan then.
    expect(await lead.ask(action, { params: { id: here.actionId }, query: { at: yesterday } })).toMatchObject({ wasThere: true });
  });

  it('before the history began shows nothing, and says since when it knows', async () => {
    const lead = await stage.person(['lead']);
    const { planId, late } = await arranged(lead);
    const before = await lead.ask(dashboard, { query: { at: '2019-05-01', plan: planId } });
    expect(before).toMatchObject({ actions: 0, asAt: { on: '2019-05-01' } });
    expect((before.asAt.recordedFrom ?? '') > '2019-05-01').toBe(true);
    expect((await lead.try(action, { params: { id: late }, query: { at: '2019-05-01' } })).problem.code).toBe('not_found');
  });

  it('as at a published report is the same for ever, with the three ratings of that moment', async () => {
    const lead = await stage.person(['lead']);
    const here = await arranged(lead);
    const now = await lead.ask(routes.dashboard.show, { query: { plan: here.planId } });
    const doubts = await lead.ask(routes.assessments.doubts, { query: { plan: here.planId } });
    await lead.ask(routes.cycles.freeze, { params: { id: here.cycleId } });
    const query = { at: here.cycleId };
    expect((await lead.try(dashboard, { query })).problem.code).toBe('not_found');
    await lead.ask(routes.cycles.publish, { params: { id: here.cycleId } });
    const [board, rows, one] = [await lead.ask(dashboard, { query }), await lead.ask(actions, { query }), await lead.ask(action, { params: { id: here.late }, query })];
    expect(board).toMatchObject({ planId: here.planId, actions: now.actions, now: now.now, worst: now.worst, organisations: now.organisations, decisions: now.decisions, moved: now.moved, months: now.months, frozen: true, asAt: { cycleId: here.cycleId, planId: here.planId } });
    const inOrder = (all: readonly { readonly status: string }[]) => [...all].sort((a, b) => a.status.localeCompare(b.status));
    expect(inOrder(board.doubts ?? [])).toEqual(inOrder(doubts.statuses));
    expect(rows.items.find((each) => each.id === here.late)).toMatchObject({ status: 'off_track', assessed: 'off_track', flags: ['past_due', 'forecast_late'] });
    expect((await lead.ask(actions, { query: { ...query, flag: 'past_due' } })).items.map((each) => each.id)).toEqual([here.late]);
    expect((await lead.ask(actions, { query: { ...query, doubtful: true } })).total).toBe(2);
    expect(one).toMatchObject({ title: 'Late and off track', status: 'off_track', report: { assessed: 'off_track', flags: ['past_due', 'forecast_late'], narrative: 'Nobody to do it' }, lines: { graceDays: 0 } });

    await everythingChanges(lead, here);
    expect({ ...(await lead.ask(dashboard, { query })), plans: [] }).toEqual({ ...board, plans: [] });
    expect(await lead.ask(actions, { query })).toEqual(rows);
    expect(await lead.ask(action, { params: { id: here.late }, query })).toEqual(one);
    expect((await lead.ask(reports)).items.map((each) => each.id)).toContain(here.cycleId);
    expect((await lead.try(dashboard, { query: { ...query, plan: await aPlan(lead) } })).problem.code).toBe('not_found');
  });

  it('counts the actions of a report that was frozen before reports kept their dashboard', async () => {
    const lead = await stage.person(['lead']);
    const here = await arranged(lead);
    await stage.owner.query('alter table cycle_part disable trigger user');
    await lead.ask(routes.cycles.freeze, { params: { id: here.cycleId } });
    await stage.owner.query(`update cycle_part set state = state - '{assessed,flags,overridden,milestones,doubtful,byAssessed,frozenOn}'::text[], content = content - '{facts,overrides,milestones,lines,dashboard,doubts}'::text[] where cycle_id = $1`, [here.cycleId]);
    await stage.owner.query('alter table cycle_part enable trigger user');
    await lead.ask(routes.cycles.publish, { params: { id: here.cycleId } });
    await everythingChanges(lead, here);
    const query = { at: here.cycleId };
    expect(await lead.ask(dashboard, { query })).toMatchObject({ actions: 3, overdue: 1, frozen: false, doubts: null, worst: [{ title: 'Late and off track', status: 'off_track' }], decisions: { open: 1 } });
    expect((await lead.ask(actions, { query })).items.map((one) => one.assessed)).toEqual([null, null, null]);
  });

  it('keeps restricted text from who may not read it, marked then or marked now', async () => {
    const [lead, reader] = [await stage.person(['lead']), await stage.person(['expert'])];
    const here = await arranged(lead);
    await aWeekPasses();
    await everythingChanges(lead, here);
    const asked = { params: { id: here.marked }, query: { at: yesterday } };
    expect(await lead.ask(action, asked)).toMatchObject({ risks: 'Names a person', withheld: [] });
    expect(await reader.ask(action, asked)).toMatchObject({ risks: null, withheld: ['risks'] });
  });

  it('refuses a day that is not over, one that no calendar has, and what a day cannot know', async () => {
    const lead = await stage.person(['lead']);
    for (const at of [today, '2090-01-01', '2026-02-30']) expect((await lead.try(dashboard, { query: { at } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'at' }] });
    expect((await lead.try(actions, { query: { at: yesterday, doubtful: true } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'doubtful' }] });
    expect((await lead.try(dashboard, { query: { at: 'March' } })).problem.code).toBe('bad_input');
  });

  it('belongs to one locality', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, planId, late } = await arranged(lead);
    await lead.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await lead.ask(routes.cycles.publish, { params: { id: cycleId } });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    for (const asked of [elsewhere.try(dashboard, { query: { at: cycleId } }), elsewhere.try(actions, { query: { at: cycleId } }), elsewhere.try(action, { params: { id: late }, query: { at: cycleId } }), elsewhere.try(dashboard, { query: { at: yesterday, plan: planId } })])
      expect((await asked).problem.code).toBe('not_found');
    expect((await elsewhere.ask(reports)).items).toEqual([]);
  });
});
