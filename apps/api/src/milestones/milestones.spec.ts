import { type Milestone, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { aBoard, aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { add, order, edit, done, move, withdraw, restore } = routes.milestones;
const titles = (list: readonly Milestone[]): string[] => list.map((one) => one.title);

describe('milestones of an action', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const withTwo = async () => {
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { dueOn: '2090-06-30' });
    await lead.ask(add, { params: { id }, body: { title: 'Tender out', dueOn: '2090-01-31' } });
    const { milestones } = await lead.ask(add, { params: { id }, body: { title: 'Contract signed', dueOn: '2090-03-03' } });
    const [first, second] = milestones.map((one) => one.id);
    return { planId, id, first: first ?? '', second: second ?? '' };
  };

  it('keep a baseline, an order, and the day on which they were done', async () => {
    const { planId, id, first, second } = await withTwo();
    const listed = async () => (await lead.ask(routes.actions.list, { query: { plan: planId } })).items[0]?.milestones;
    expect(await listed()).toEqual({ all: 2, done: 0, late: 0, next: 'Tender out', nextOn: '2090-01-31' });
    expect((await lead.ask(done, { params: { id: first }, body: { doneOn: '2026-01-05' } })).milestones[0]).toMatchObject({ baselineOn: '2090-01-31', doneOn: '2026-01-05', isLate: false });
    expect(await listed()).toMatchObject({ done: 1, next: 'Contract signed', nextOn: '2090-03-03' });
    expect(titles((await lead.ask(order, { params: { id }, body: { ids: [second, first] } })).milestones)).toEqual(['Contract signed', 'Tender out']);
    expect((await lead.try(order, { params: { id }, body: { ids: [second] } })).problem.fields?.[0]?.field).toBe('ids');
    expect((await lead.try(done, { params: { id: first }, body: { doneOn: '2089-01-01' } })).problem.fields).toMatchObject([{ field: 'doneOn', message: 'It cannot have been done after today' }]);
    expect(titles((await lead.ask(withdraw, { params: { id: second }, body: {} })).milestones)).toEqual(['Tender out']);
    expect((await lead.try(edit, { params: { id: second }, body: { title: 'Gone', version: 1 } })).problem.code).toBe('not_found');
    expect((await lead.ask(restore, { params: { id: second }, body: {} })).milestones).toHaveLength(2);
    expect((await lead.ask(routes.actions.page, { params: { id } })).milestones).toHaveLength(2);
  });

  it('are late from the day after their own, and the plan table finds them', async () => {
    const { planId, first } = await withTwo();
    const late = async () => (await lead.ask(routes.actions.list, { query: { plan: planId, milestoneLate: true } })).total;
    expect(await late()).toBe(0);
    await lead.ask(move, { params: { id: first }, body: { dueOn: '2020-01-01', reason: 'scope', agreedBy: 'Board' } });
    expect(await late()).toBe(1);
    await lead.ask(done, { params: { id: first }, body: { doneOn: '2020-02-01' } });
    expect(await late()).toBe(0);
  });

  it('move with a reason and an agreement, in one history with the action, and are not counted as its moves', async () => {
    const { planId, id, second } = await withTwo();
    const { milestones, moves } = await lead.ask(move, { params: { id: second }, body: { dueOn: '2090-04-01', reason: 'funding', agreedBy: 'Delivery board' } });
    expect(milestones[1]).toMatchObject({ baselineOn: '2090-03-03', dueOn: '2090-04-01', moves: 1 });
    expect(moves).toMatchObject([{ milestoneId: second, milestoneTitle: 'Contract signed', fromOn: '2090-03-03', toOn: '2090-04-01', reason: 'funding' }]);
    expect((await lead.ask(routes.actions.list, { query: { plan: planId } })).items[0]?.moves).toBe(0);
    expect((await lead.ask(routes.actions.list, { query: { plan: planId, moved: true } })).total).toBe(0);
    await lead.ask(done, { params: { id: second }, body: { doneOn: '2026-01-05' } });
    expect((await lead.try(move, { params: { id: second }, body: { dueOn: '2090-05-01', reason: 'funding', agreedBy: 'Board' } })).problem.fields).toMatchObject([{ field: 'dueOn', message: 'It is done, so its date stays' }]);
    // Whoever goes past the API is refused as well.
    await expect(stage.owner.query(`update milestone set due_on = '2091-01-01' where id = $1`, [second])).rejects.toThrow('moved without a recorded move');
    await expect(stage.owner.query(`update milestone set baseline_on = '2091-01-01' where id = $1`, [second])).rejects.toThrow('the baseline of a milestone is fixed');
    // A milestone's move is no leave to move the action from that day.
    await expect(
      stage.owner.query(`with m as (insert into due_move (locality_id, action_id, milestone_id, from_on, to_on, reason, agreed_by) select locality_id, action_id, id, '2090-06-30', '2090-07-31', 'scope', 'X' from milestone where id = $1 returning action_id) update action set due_on = '2090-07-31' where id = $2`, [second, id]),
    ).rejects.toThrow('moved without a recorded move');
  });

  it('take their action and what waits for it along, where they move beyond its end', async () => {
    const { planId, id, second } = await withTwo();
    const waits = await anAction(lead, planId, { ref: '9.9', dueOn: '2090-07-15' });
    await lead.ask(routes.dependencies.add, { params: { id: waits }, body: { otherId: id, otherComes: 'first', kind: 'blocks' } });
    expect((await lead.ask(routes.milestones.knockOn, { params: { id: second }, query: { dueOn: '2090-06-30' } })).moves).toEqual([]);
    const shown = await lead.ask(routes.milestones.knockOn, { params: { id: second }, query: { dueOn: '2090-08-01' } });
    expect(shown.moves.map((one) => [one.id, one.days])).toEqual([[id, 32], [waits, 17]]);
    const { moves } = await lead.ask(move, { params: { id: second }, body: { dueOn: '2090-08-01', reason: 'funding', agreedBy: 'Board', follow: shown.moves.map((one) => ({ id: one.id, dueOn: one.toOn })) } });
    expect(moves.map((one) => [one.milestoneId === null, one.reason, one.note])).toEqual([[true, 'dependency', 'Waits for the milestone “Contract signed”'], [false, 'funding', null]]);
    expect((await lead.ask(routes.actions.page, { params: { id: waits } })).dueOn).toBe('2090-08-01');
  });

  it('are agreed with the plan: adding, moving or taking one out is an amendment and says why; that one is done is not', async () => {
    const { planId, id, first, second } = await withTwo();
    const boardId = await aBoard(lead);
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId, approvedOn: '2026-01-31' } });
    expect((await lead.try(add, { params: { id }, body: { title: 'Staff trained', dueOn: '2090-05-01' } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    expect((await lead.try(withdraw, { params: { id: first }, body: {} })).problem.fields).toMatchObject([{ field: 'reason' }]);
    await lead.ask(done, { params: { id: first }, body: { doneOn: '2026-01-05' } });
    await lead.ask(order, { params: { id }, body: { ids: [second, first] } });
    const amendments = async () => lead.ask(routes.versions.amendments, { params: { id: planId } });
    expect((await amendments()).items).toEqual([]);
    await lead.ask(move, { params: { id: second }, body: { dueOn: '2090-03-31', reason: 'funding', agreedBy: 'Board' } });
    expect((await amendments()).items).toMatchObject([{ field: 'milestones', before: '31 Jan 2090 Tender out\n3 Mar 2090 Contract signed', after: '31 Jan 2090 Tender out\n31 Mar 2090 Contract signed', why: 'Funding. Agreed by Board' }]);
    expect((await lead.ask(routes.versions.list, { params: { id: planId } })).waiting).toBe(1);
  });

  it('stop at thirty, and are of their own locality', async () => {
    const id = await anAction(lead, await aPlan(lead));
    for (let n = 0; n < 30; n += 1) await lead.ask(add, { params: { id }, body: { title: `Step ${n}`, dueOn: '2090-01-31' } });
    expect((await lead.try(add, { params: { id }, body: { title: 'One more', dueOn: '2090-01-31' } })).problem.fields?.[0]?.message).toBe('An action has 30 milestones at most');
    const other = await stage.person(['lead'], 'eastvale');
    expect((await other.try(add, { params: { id }, body: { title: 'Theirs', dueOn: '2090-01-31' } })).problem.code).toBe('not_found');
  });
});
