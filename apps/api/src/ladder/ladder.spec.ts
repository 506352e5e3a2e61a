import { routes } from '@followthrough/contracts';
import { ladders } from '@followthrough/domain';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { show } = routes.ladder;

describe('the ladder', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('shows whole ladders of what was asked for, and counts what stands on none', async () => {
    const lead = await stage.person(['lead']);
    const [plan, other] = [await aPlan(lead), await aPlan(lead)];
    const before = (id: string, otherId: string) => lead.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind: 'enables' } });
    const deep = await anAction(lead, plan, { ref: '3.4', horizon: 'deep_rooted' });
    const win = await anAction(lead, plan, { ref: '3.3', horizon: 'quick_win', dueOn: '2020-01-31', ownerId: lead.personId });
    const far = await anAction(lead, other, { ref: '1.1', horizon: 'quick_win' });
    await anAction(lead, plan, { horizon: 'quick_win' });
    await anAction(lead, plan, { horizon: 'deep_rooted' });
    const [lone, alone] = [await anAction(lead, other, { ref: '8.1' }), await anAction(lead, other, { ref: '8.2' })];
    await before(deep, win);
    await before(win, far);
    await before(alone, lone);

    const seen = await lead.ask(show, { query: { plan } });
    expect(seen).toMatchObject({ winsAlone: 1, deepAlone: 1 });
    expect(seen.actions.map((one) => one.ref)).toEqual(['1.1', '3.3', '3.4']);
    expect(ladders(seen.actions, seen.links)).toMatchObject([{ top: { id: deep }, rungs: [{ action: { id: far }, level: 1 }, { action: { id: win }, level: 2, state: 'late' }] }]);
    expect((await lead.ask(show, { query: { owner: lead.personId } })).actions).toHaveLength(3);
    expect((await lead.ask(show)).actions).toHaveLength(5);
    expect((await lead.ask(routes.actions.list, { query: { plan, horizon: ['quick_win'], onLadder: false } })).total).toBe(1);
    expect((await (await stage.person(['lead'], 'eastvale')).ask(show)).actions).toEqual([]);
  });
});
