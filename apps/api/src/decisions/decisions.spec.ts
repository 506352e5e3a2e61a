import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, settle } = routes.decisions;
const today = londonDay(new Date());

describe('decisions', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  async function asked(days: number): Promise<string> {
    const id = await anAction(lead, await aPlan(lead));
    const body = { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what: `Needed in ${days}`, fromWhom: 'Board', neededBy: dayAfter(today, days) } } as const;
    return (await lead.ask(routes.updates.report, { params: { id }, body })).decisionId ?? '';
  }

  it('lists what is open, soonest needed first, and lets an executive defer and then take it', async () => {
    const [later, sooner] = [await asked(30), await asked(3)];
    const executive = await stage.person(['executive']);
    const { items } = await executive.ask(list);
    expect(items.map((one) => one.id)).toEqual([sooner, later]);
    const deferred = await executive.ask(settle, { params: { id: sooner }, body: { state: 'deferred', note: 'After the budget', neededBy: dayAfter(today, 40), version: 1 } });
    expect(deferred).toMatchObject({ state: 'deferred', note: 'After the budget', settledOn: today, settledByName: 'Test executive', neededBy: dayAfter(today, 40) });
    expect((await executive.ask(list)).items.map((one) => one.id)).toEqual([later]);
    await executive.ask(settle, { params: { id: sooner }, body: { state: 'taken', note: 'Agreed', version: 2 } });
    expect((await executive.try(settle, { params: { id: sooner }, body: { state: 'deferred', note: 'No', version: 3 } })).problem.code).toBe('rule');
    expect((await executive.ask(list, { query: { state: ['taken', 'deferred'] } })).items).toMatchObject([{ id: sooner, state: 'taken' }]);
  });

  it('says which are late, and narrows to one plan or to whom it is asked of, with the total', async () => {
    const executive = await stage.person(['executive']);
    const id = await asked(1);
    await asked(2);
    await stage.owner.query(`update decision_request set needed_by = today() - 1, from_whom = 'Integration board' where id = $1`, [id]);
    const { items, total } = await executive.ask(list, { query: { fromWhom: 'integration BOARD' } });
    expect(items).toMatchObject([{ id, isLate: true }]);
    expect(total).toBe(1);
    const { planId } = await executive.ask(routes.actions.page, { params: { id: items[0]?.actionId ?? '' } });
    expect((await executive.ask(list, { query: { plan: planId } })).items.map((one) => one.id)).toEqual([id]);
    const all = await executive.ask(list);
    expect(all.total).toBe(all.items.length);
    expect(all.items[0]).toMatchObject({ id, isLate: true });
    expect(all.items[1]).toMatchObject({ isLate: false });
    await executive.ask(settle, { params: { id }, body: { state: 'taken', note: 'Agreed', version: 2 } });
    expect((await executive.ask(list, { query: { state: 'taken', fromWhom: 'Integration board' } })).items).toMatchObject([{ id, isLate: false }]);
  });

  it('is asked of a board, by reference or by its name, or of somebody else who is named; renaming the board renames it here', async () => {
    const boardId = await aBoard(lead, 'Integration board');
    const ask = async (of: { boardId?: string; fromWhom?: string }) => {
      const id = await anAction(lead, await aPlan(lead));
      return lead.try(routes.updates.report, { params: { id }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what: 'Fund it', neededBy: dayAfter(today, 9), ...of } } });
    };
    const [chosen, named, else_] = [(await ask({ boardId })).body.decisionId, (await ask({ fromWhom: 'INTEGRATION board' })).body.decisionId, (await ask({ fromWhom: 'The chief executive' })).body.decisionId];
    expect((await ask({})).problem.fields).toMatchObject([{ field: 'decision.boardId' }]);
    expect((await ask({ boardId, fromWhom: 'The chair' })).problem.fields).toMatchObject([{ field: 'decision.fromWhom' }]);
    await lead.ask(routes.boards.edit, { params: { id: boardId }, body: { name: 'Integration committee', version: 1 } });
    const { items } = await lead.ask(list, { query: { board: boardId } });
    expect(items.map(({ id }) => id).sort()).toEqual([chosen, named].sort());
    for (const one of items) expect(one).toMatchObject({ boardId, fromWhom: 'Integration committee' });
    expect((await lead.ask(list, { query: { fromWhom: 'the chief executive' } })).items).toMatchObject([{ id: else_, boardId: null, fromWhom: 'The chief executive' }]);
    // A board of another locality is none here.
    const elsewhere = await aBoard(await stage.person(['lead'], 'eastvale'));
    expect((await ask({ boardId: elsewhere })).problem.fields).toMatchObject([{ field: 'decision.boardId' }]);
  });

  it('needs a note, a right to decide, and the same locality', async () => {
    const id = await asked(5);
    const executive = await stage.person(['executive']);
    expect((await executive.try(settle, { params: { id }, body: { state: 'taken', note: ' ', version: 1 } })).problem.fields).toMatchObject([{ field: 'note' }]);
    expect((await executive.try(settle, { params: { id }, body: { state: 'deferred', note: 'Later', neededBy: '2020-01-01', version: 1 } })).problem.fields).toMatchObject([{ field: 'neededBy' }]);
    expect((await (await stage.person(['critical_friend'])).try(settle, { params: { id }, body: { state: 'taken', note: 'Yes', version: 1 } })).problem.code).toBe('not_permitted');
    const elsewhere = await stage.person(['executive'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(settle, { params: { id }, body: { state: 'taken', note: 'Yes', version: 1 } })).problem.code).toBe('not_found');
  });
});
