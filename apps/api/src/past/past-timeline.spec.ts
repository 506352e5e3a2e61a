import { actionGroupings, actionSorts, fieldsOf, PastTimelineFilter, routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { aCadence } from '../testing/cycle-builder';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { timeline } = routes.past;
const { show } = routes.timeline;
const today = londonDay(new Date());
const yesterday = dayAfter(today, -1);

describe('the timeline in the past', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** All that has happened was a week ago. */
  async function longAgo(): Promise<void> {
    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = at - interval '7 days'`);
    await stage.owner.query('alter table audit enable trigger user');
  }

  async function arranged(lead: Caller, plan: string) {
    const theme = 'Flow';
    const first = await anAction(lead, plan, { ref: '1', title: 'First', theme, startOn: '2090-01-05', dueOn: '2090-02-01', ownerId: lead.personId });
    const then = await anAction(lead, plan, { ref: '2', title: 'Then', theme, dueOn: '2090-03-01' });
    const last = await anAction(lead, plan, { ref: '3', title: 'Last', dueOn: dayAfter(today, -3), description: 'About the unlisted ward' });
    await lead.ask(routes.dependencies.add, { params: { id: then }, body: { otherId: first, otherComes: 'first', kind: 'blocks' } });
    await lead.ask(routes.actions.moveDue, { params: { id: first }, body: { dueOn: '2090-02-15', reason: 'capacity', agreedBy: 'Board' } });
    const { milestones } = await lead.ask(routes.milestones.add, { params: { id: first }, body: { title: 'Contract signed', dueOn: '2090-01-20' } });
    return { first, then, last, milestone: milestones[0]?.id ?? '' };
  }

  /** Everything that the picture is drawn from becomes something else. */
  async function everythingChanges(lead: Caller, { first, then, last, milestone }: Awaited<ReturnType<typeof arranged>>, plan: string): Promise<void> {
    await lead.ask(routes.actions.moveDue, { params: { id: first }, body: { dueOn: '2091-06-30', reason: 'scope', agreedBy: 'Board' } });
    await stage.owner.query(`update milestone set title = 'Signed', done_on = '2026-01-01' where id = $1`, [milestone]);
    await stage.owner.query('delete from dependency where then_id = $1', [then]);
    await stage.owner.query(`update action set title = 'Renamed', theme = null, owner_id = null, start_on = null where id = $1`, [first]);
    await stage.owner.query(`update person set name = name || ' renamed' where id = $1`, [lead.personId]);
    await lead.ask(routes.actions.withdraw, { params: { id: then }, body: { reason: 'Twice in the plan' } });
    await stage.owner.query(`update action set restricted = '{description}' where id = $1`, [last]);
    await anAction(lead, plan, { ref: '4', title: 'Came later', dueOn: '2095-01-01' });
  }

  it('as at a day is what it was, whatever has happened since', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const there = await arranged(lead, plan);
    const queries = [{ plan }, { plan, group: 'theme' as const }, { plan, sort: 'owner' as const, direction: 'down' as const }, { plan, overdue: true }, { plan, moved: true }, { plan, theme: 'Flow' }, { plan, owner: lead.personId }, { plan, milestoneLate: false, onLadder: false }, { plan, text: 'unlisted ward' }];
    const now = [];
    for (const query of queries) now.push(await lead.ask(show, { query }));
    expect(now[0]).toMatchObject({ total: 3, items: [{ moves: 1, milestones: [{ title: 'Contract signed' }] }, {}, {}], links: [{ firstId: there.first, thenId: there.then }] });
    await longAgo();
    await everythingChanges(lead, there, plan);
    const asAt = expect.objectContaining({ on: yesterday, cycleId: null }) as unknown;
    for (const [at, query] of queries.entries()) expect(await lead.ask(timeline, { query: { ...query, at: yesterday } })).toEqual({ ...now[at], today: yesterday, asAt });
  });

  it('as at a report is of the moment at which it was frozen', async () => {
    const lead = await stage.person(['lead']);
    const { planId: plan, cycleId } = await aCadence(lead, { title: 'Drawn' });
    const there = await arranged(lead, plan);
    const now = await lead.ask(show, { query: { plan } });
    await lead.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await everythingChanges(lead, there, plan);
    expect((await lead.try(timeline, { query: { plan, at: cycleId } })).problem.code).toBe('not_found');
    await lead.ask(routes.cycles.publish, { params: { id: cycleId } });
    const { asAt, words: _, ...seen } = await lead.ask(timeline, { query: { plan, at: cycleId } });
    const { words: _words, ...known } = now;
    expect(seen).toEqual(known);
    expect(asAt).toMatchObject({ cycleId, planId: plan, on: today });
    expect((await (await stage.person(['lead'], 'eastvale')).try(timeline, { query: { at: cycleId } })).problem.code).toBe('not_found');
  });

  it('does not find by its words what is restricted now', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const there = await arranged(lead, plan);
    await longAgo();
    await everythingChanges(lead, there, plan);
    const friend = await stage.person(['expert']);
    const query = { plan, text: 'unlisted ward', at: yesterday };
    expect((await lead.ask(timeline, { query })).total).toBe(1);
    expect((await friend.ask(timeline, { query })).total).toBe(0);
    expect((await lead.ask(routes.past.actions, { query })).total).toBe(1);
    expect((await friend.ask(routes.past.actions, { query })).total).toBe(0);
  });

  it('answers every filter, order and heading that it has, comes in pages, and refuses a moment that is not over', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    await stage.owner.query(`insert into action (locality_id, plan_id, ref, title, horizon, due_on, baseline_due_on) select p.locality_id, p.id, n::text, 'Step ' || n, 'medium', date '2090-01-01' - n, date '2090-01-01' - n from plan p, generate_series(1, 620) n where p.id = $1`, [plan]);
    await longAgo();
    await stage.owner.query(`update action set withdrawn_at = now() where plan_id = $1 and length(ref) = 2`, [plan]);
    const at = yesterday;
    const first = await lead.ask(timeline, { query: { plan, at, sort: 'due', group: 'status' } });
    expect([first.items.length, first.items[0]?.ref, first.total, first.groups?.length]).toEqual([500, '620', 620, 1]);
    const rest = await lead.ask(timeline, { query: { plan, at, sort: 'due', group: 'status', after: first.next ?? '' } });
    expect([rest.items.length, rest.items[0]?.ref, rest.next, rest.total, rest.links]).toEqual([120, '120', null, null, null]);

    const of: Readonly<Record<string, unknown>> = { plan, owner: lead.personId, organisation: plan, accountable: plan, finding: plan, cause: plan, programme: plan, board: await aBoard(lead), status: ['on_track'], horizon: ['medium'], priority: ['high'], closure: ['claimed'], ended: ['stopped'], movedFor: ['capacity'], movedSince: '2026-01-01', notUpdatedSince: '2026-01-01', theme: 'Flow', text: 'step' };
    for (const name of fieldsOf(PastTimelineFilter).keys()) expect(await lead.ask(timeline, { query: { at, [name]: of[name] ?? true } })).toHaveProperty('items');
    for (const sort of actionSorts) expect((await lead.ask(timeline, { query: { plan, at, sort } })).total).toBe(620);
    for (const group of actionGroupings) expect((await lead.ask(timeline, { query: { plan, at, group } })).groups).toHaveLength(1);
    for (const [moment, code] of [[today, 'rule'], ['2026-02-30', 'rule'], ['March', 'bad_input']] as const) expect((await lead.try(timeline, { query: { at: moment } })).problem.code).toBe(code);
    expect(await lead.ask(timeline, { query: { at: '2019-05-01' } })).toMatchObject({ items: [], total: 0, today: '2019-05-01' });
  });
});
