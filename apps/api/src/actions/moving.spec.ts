import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { knockOn, moveDue, page } = routes.actions;

describe('the knock-on of moving a date', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const before = (id: string, otherId: string, kind: 'blocks' | 'enables' = 'blocks') => lead.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind } });
  const why = { reason: 'funding', agreedBy: 'Delivery board' } as const;

  /** Twelve, each blocking the next, a fortnight apart but for one long pause. */
  const chain = async () => {
    const [plan, other] = [await aPlan(lead), await aPlan(lead)];
    const ids: string[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const at = new Date(Date.UTC(2090, 0, 1 + n * 14 + (n > 9 ? 90 : 0))).toISOString().slice(0, 10);
      // The chain crosses into another plan half-way.
      ids.push(await anAction(lead, n > 6 ? other : plan, { ref: `1.${n}`, dueOn: at }));
      if (n > 1) await before(ids[n - 1] ?? '', ids[n - 2] ?? '');
    }
    return ids;
  };
  const dues = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await lead.ask(page, { params: { id } })).dueOn));

  it('shown along a chain of twelve is what happens, each by a recorded move of its own', async () => {
    const ids = await chain();
    const was = await dues(ids);
    const id = ids[2] ?? '';
    const shown = await lead.ask(knockOn, { params: { id }, query: { dueOn: '2090-05-01' } });
    // The pause before the tenth uses up the rest.
    expect(shown.moves.map((one) => one.ref)).toEqual(['1.4', '1.5', '1.6', '1.7', '1.8']);
    expect(shown.moves.map((one) => one.waitsFor)).toEqual(['1.3', '1.4', '1.5', '1.6', '1.7']);
    expect(await dues(ids)).toEqual(was);
    await lead.ask(moveDue, { params: { id }, body: { ...why, dueOn: '2090-05-01', follow: shown.moves.map((one) => ({ id: one.id, dueOn: one.toOn })) } });
    expect(await dues(ids)).toEqual(was.map((due, n) => (n === 2 ? '2090-05-01' : (shown.moves.find((one) => one.id === ids[n])?.toOn ?? due))));
    const { moves } = await lead.ask(page, { params: { id: ids[5] ?? '' } });
    expect(moves).toMatchObject([{ fromOn: was[5], toOn: '2090-05-01', reason: 'dependency', note: 'Waits for 1.5', agreedBy: 'Delivery board' }]);
  });

  it('is left alone where nobody asks for it, and refused where it is not what was shown', async () => {
    const ids = await chain();
    const id = ids[2] ?? '';
    const { moves } = await lead.ask(knockOn, { params: { id }, query: { dueOn: '2090-04-01' } });
    const follow = moves.map((one) => ({ id: one.id, dueOn: one.toOn }));
    const was = await dues(ids);
    for (const wrong of [follow.slice(1), [...follow, { id: ids[11] ?? '', dueOn: '2090-12-31' }], follow.map((one) => ({ ...one, dueOn: '2090-04-02' }))]) {
      expect((await lead.try(moveDue, { params: { id }, body: { ...why, dueOn: '2090-04-01', follow: wrong } })).problem.fields).toMatchObject([{ field: 'follow' }]);
      expect(await dues(ids)).toEqual(was);
    }
    await lead.ask(moveDue, { params: { id }, body: { ...why, dueOn: '2090-04-01' } });
    expect(await dues(ids)).toEqual(was.map((due, n) => (n === 2 ? '2090-04-01' : due)));
  });

  it('names what is only helped more softly, and shows nobody else’s plans', async () => {
    const plan = await aPlan(lead);
    const [first, then] = [await anAction(lead, plan, { ref: '1', dueOn: '2090-01-01' }), await anAction(lead, plan, { ref: '2', dueOn: '2090-02-01' })];
    await before(then, first, 'enables');
    expect(await lead.ask(knockOn, { params: { id: first }, query: { dueOn: '2090-03-01' } })).toMatchObject({ moves: [], softly: [{ ref: '2', days: 28, waitsFor: '1' }] });
    expect((await (await stage.person(['lead'], 'eastvale')).try(knockOn, { params: { id: first }, query: { dueOn: '2090-03-01' } })).problem.code).toBe('not_found');
  });
});
