import { routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { show } = routes.timeline;

describe('the timeline', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('has the rows of the plan table, with what was planned, what moved, and what waits for what', async () => {
    const lead = await stage.person(['lead']);
    const [plan, other] = [await aPlan(lead), await aPlan(lead)];
    const before = (id: string, otherId: string, kind: 'blocks' | 'enables' = 'blocks') => lead.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind } });
    const first = await anAction(lead, plan, { ref: '2.2', theme: 'Flow', startOn: '2090-01-05', dueOn: '2090-02-01' });
    const then = await anAction(lead, plan, { ref: '2.10', theme: 'Flow', dueOn: '2020-03-01', ownerId: lead.personId });
    const far = await anAction(lead, other, { ref: '1.1', dueOn: '2090-06-30' });
    await anAction(lead, plan, { ref: '3.1', theme: 'Market', dueText: 'Ongoing' });
    await before(then, first);
    await before(far, then, 'enables');
    await lead.ask(routes.actions.moveDue, { params: { id: first }, body: { dueOn: '2090-03-01', reason: 'capacity', agreedBy: 'Delivery board' } });
    const { milestones } = await lead.ask(routes.milestones.add, { params: { id: first }, body: { title: 'Contract signed', dueOn: '2020-01-31' } });
    await lead.ask(routes.milestones.add, { params: { id: first }, body: { title: 'In use', dueOn: '2091-01-31' } });

    const seen = await lead.ask(show, { query: { plan, group: 'theme' } });
    expect(seen).toMatchObject({ total: 3, next: null, groups: [{ label: 'Flow', count: 2 }, { label: 'Market', count: 1 }], firstOn: '2020-01-31', lastOn: '2091-01-31' });
    expect(seen.items.map((one) => [one.ref, one.group])).toEqual([['2.2', 'Flow'], ['2.10', 'Flow'], ['3.1', 'Market']]);
    expect(seen.items[0]).toMatchObject({ startOn: '2090-01-05', baselineDueOn: '2090-02-01', dueOn: '2090-03-01', moves: 1, overdue: false, milestones: [{ id: milestones[0]?.id, isLate: true, doneOn: null }, { title: 'In use', isLate: false }] });
    expect(seen.items[1]).toMatchObject({ overdue: true, milestones: [] });
    expect(seen.links).toEqual([{ firstId: first, thenId: then, kind: 'blocks' }, { firstId: then, thenId: far, kind: 'enables' }]);
    expect(seen.ends?.map((one) => [one.ref, one.isAsked])).toEqual([['1.1', false], ['2.2', true], ['2.10', true]]);
  });

  it('is narrowed and sorted as the table is, and comes in pages', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    await stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, horizon, due_on, baseline_due_on) select p.locality_id, p.id, n::text, 'Step ' || n, 'medium', date '2090-01-01' - n, date '2090-01-01' - n from plan p, generate_series(1, 620) n where p.id = $1`,
      [plan],
    );
    const first = await lead.ask(show, { query: { plan, sort: 'due' } });
    expect([first.items.length, first.items[0]?.ref, first.total, first.links]).toEqual([500, '620', 620, []]);
    const rest = await lead.ask(show, { query: { plan, sort: 'due', after: first.next ?? '' } });
    expect([rest.items.length, rest.items[0]?.ref, rest.next, rest.total, rest.links, rest.firstOn]).toEqual([120, '120', null, null, null, null]);
    expect((await lead.ask(show, { query: { plan, text: 'step 62' } })).items.map((one) => one.ref)).toEqual(['62', '620']);
    expect((await lead.try(show, { query: { plan, sort: 'ref', after: first.next ?? '' } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'after' }] });
    expect((await (await stage.person(['lead'], 'eastvale')).ask(show)).items).toEqual([]);
  });

  it('has no row of what was taken out, nor a link to it', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const [first, then] = [await anAction(lead, plan, { dueOn: '2090-01-31' }), await anAction(lead, plan, { dueOn: '2090-02-28' })];
    await lead.ask(routes.dependencies.add, { params: { id: then }, body: { otherId: first, otherComes: 'first', kind: 'blocks' } });
    await lead.ask(routes.actions.withdraw, { params: { id: first }, body: { reason: 'Twice in the plan' } });
    expect(await lead.ask(show, { query: { plan } })).toMatchObject({ items: [{ id: then }], links: [], ends: [], lastOn: '2090-02-28' });
    expect(await lead.ask(show, { query: { plan: await aPlan(lead) } })).toMatchObject({ items: [], total: 0, firstOn: null, lastOn: null });
  });
});
