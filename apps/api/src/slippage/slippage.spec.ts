import { routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list } = routes.slippage;

describe('what slipped and why', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('adds up days and moves by reason, of a plan, an organisation and a period', async () => {
    const lead = await stage.person(['lead']);
    const council = await lead.ask(routes.organisations.add, { body: { name: 'Slipping Council', kind: 'council', aliases: [] } });
    const plan = await aPlan(lead);
    const one = await anAction(lead, plan, { ref: '1', dueOn: '2090-01-01', accountableOrganisationId: council.id });
    const two = await anAction(lead, plan, { ref: '2', dueOn: '2090-01-01' });
    const move = (id: string, dueOn: string | null, reason: 'capacity' | 'funding' | 'scope') => lead.ask(routes.actions.moveDue, { params: { id }, body: { dueOn, reason, agreedBy: 'Board' } });
    await move(one, '2090-01-11', 'capacity');
    await move(one, '2090-01-31', 'capacity');
    await move(two, '2090-01-06', 'capacity');
    await move(two, '2090-01-02', 'funding');
    await move(two, null, 'scope');
    const { milestones } = await lead.ask(routes.milestones.add, { params: { id: one }, body: { title: 'Contract', dueOn: '2090-01-02' } });
    await lead.ask(routes.milestones.move, { params: { id: milestones[0]?.id ?? '' }, body: { dueOn: '2090-01-20', reason: 'funding', agreedBy: 'Board' } });

    const seen = await lead.ask(list, { query: { plan } });
    // Brought forward, or without a date: a move, and no day of slip. A milestone's move is not the action's.
    expect(seen.reasons).toEqual([{ reason: 'capacity', moves: 3, actions: 2, days: 35 }, { reason: 'funding', moves: 1, actions: 1, days: 0 }, { reason: 'scope', moves: 1, actions: 1, days: 0 }]);
    expect(seen.items.map((each) => [each.ref, each.days])).toEqual([['2', null], ['2', -4], ['2', 5], ['1', 20], ['1', 10]]);
    expect(seen).toMatchObject({ total: 5, next: null });
    expect((await lead.ask(list, { query: { plan, organisation: council.id } })).reasons).toEqual([{ reason: 'capacity', moves: 2, actions: 1, days: 30 }]);
    expect((await lead.ask(list, { query: { plan, reason: 'funding' } })).total).toBe(1);
    expect((await lead.ask(list, { query: { plan, until: '2020-01-01' } })).items).toEqual([]);
    expect((await lead.ask(list, { query: { plan, from: '2020-01-01' } })).total).toBe(5);
    expect((await (await stage.person(['lead'], 'eastvale')).ask(list, { query: { plan } })).items).toEqual([]);
  });

  it('goes on after fifty, each move once', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { dueOn: '2090-01-01' });
    await stage.owner.query(`insert into due_move (locality_id, action_id, from_on, to_on, reason, agreed_by) select a.locality_id, a.id, today(), today() + n, 'scope', 'Board' from action a, generate_series(1, 70) n where a.id = $1`, [id]);
    const first = await lead.ask(list, { query: { plan } });
    const rest = await lead.ask(list, { query: { plan, after: first.next ?? '' } });
    expect([first.items.length, rest.items.length, rest.next, rest.reasons]).toEqual([50, 20, null, null]);
    expect(new Set([...first.items, ...rest.items].map((each) => each.id)).size).toBe(70);
  });
});
