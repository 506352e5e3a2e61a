import { routes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, page, add, edit, addMeeting, dropMeeting } = routes.boards;

describe('boards', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('are named once, renamed, and meet on the days that were said', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Place Partnership' } });
    expect((await lead.try(add, { body: { name: 'place PARTNERSHIP' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'name' }] });
    const { meetings, nextOn } = await lead.ask(addMeeting, { params: { id }, body: { heldOn: '2090-05-01' } });
    expect(nextOn).toBe('2090-05-01');
    expect(await lead.ask(edit, { params: { id }, body: { name: 'Place Board', version: 1 } })).toMatchObject({ name: 'Place Board', version: 2, meetings });
    expect(await lead.ask(dropMeeting, { params: { id, meeting: meetings[0]?.id ?? '' } })).toMatchObject({ meetings: [], nextOn: null });
    expect((await (await stage.person(['lead'], 'eastvale')).ask(list)).items).toEqual([]);
  });

  it('show what was decided on each day, also between two meetings, and what waits for them', async () => {
    const lead = await stage.person(['lead']);
    const today = londonDay(new Date());
    const id = await aBoard(lead, 'System board');
    for (const heldOn of ['2020-03-01', '2020-05-01', '2090-01-01']) await lead.ask(addMeeting, { params: { id }, body: { heldOn } });
    const planId = await aPlan(lead, { title: 'Home sooner' });
    const actionId = await anAction(lead, planId, { ref: '1', title: 'One' });
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: id, approvedOn: '2020-03-01' } });
    const { version } = await lead.ask(routes.actions.edit, { params: { id: actionId }, body: { title: 'Two', theme: 'Flow', reason: 'Plainer', version: 1 } });
    const { items } = await lead.ask(routes.versions.amendments, { params: { id: planId } });
    const said = items.map(({ actionId: action, field, item, position }, at) => ({ actionId: action, field, item, position: position ?? 0, decision: at === 0 ? ('approved' as const) : ('declined' as const) }));
    await lead.ask(routes.versions.decide, { params: { id: planId }, body: { boardId: id, decidedOn: '2020-04-12', amendments: said } });
    const ask = async (what: string) => (await lead.ask(routes.updates.report, { params: { id: actionId }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Money', decision: { what, boardId: id, neededBy: today } } })).decisionId ?? '';
    const [settled, open] = [await ask('Fund it'), await ask('Name a lead')];
    await (await stage.person(['executive'])).ask(routes.decisions.settle, { params: { id: settled }, body: { state: 'taken', note: 'Agreed', version: 1 } });
    expect(version).toBeGreaterThan(1);

    const seen = await lead.ask(page, { params: { id } });
    expect(seen).toMatchObject({ name: 'System board', nextOn: '2090-01-01', waiting: 1, asked: [{ id: open, what: 'Name a lead', state: 'open', ref: '1' }] });
    expect(seen.days).toMatchObject([
      { day: today, meetingId: null, approvals: [], amendments: [], decisions: [{ id: settled, what: 'Fund it', note: 'Agreed', state: 'taken' }] },
      { day: '2020-05-01', meetingId: expect.any(String) as string, approvals: [], amendments: [], decisions: [] },
      { day: '2020-04-12', meetingId: null, amendments: [{ planId, planTitle: 'Home sooner', approved: 1, declined: 1 }] },
      { day: '2020-03-01', meetingId: expect.any(String) as string, approvals: [{ planId, number: 1 }] },
    ]);
    expect((await (await stage.person(['lead'], 'eastvale')).try(page, { params: { id } })).problem.code).toBe('not_found');
  });

  it('are retired once no plan reports to them: not chosen any more, still named where they decided, and brought back', async () => {
    const lead = await stage.person(['lead']);
    const today = londonDay(new Date());
    const planId = await aPlan(lead, { title: 'Living well' }, 'Winter board');
    const actionId = await anAction(lead, planId);
    const id = await aBoard(lead, 'Winter board');
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: id, approvedOn: today } });
    const retire = (retiredOn: string | null, version: number) => lead.try(edit, { params: { id }, body: { retiredOn, version } });
    expect((await retire('2090-01-01', 1)).problem.fields).toMatchObject([{ field: 'retiredOn', message: expect.stringContaining('today or an earlier day') as string }]);
    expect((await retire(today, 1)).problem.fields).toMatchObject([{ field: 'retiredOn', message: expect.stringContaining('“Living well” still reports to it') as string }]);
    await lead.ask(routes.plans.stopReporting, { params: { id: planId, board: id } });
    expect((await retire(today, 1)).body).toMatchObject({ retiredOn: today, version: 2 });

    const other = await aPlan(lead);
    await anAction(lead, other);
    expect((await lead.try(routes.versions.approve, { params: { id: other }, body: { boardId: id, approvedOn: today } })).problem.fields).toMatchObject([{ field: 'boardId', message: expect.stringContaining('retired') as string }]);
    const amendment = { actionId, field: 'title', item: null, position: 1, decision: 'approved' } as const;
    expect((await lead.try(routes.versions.decide, { params: { id: planId }, body: { boardId: id, decidedOn: today, amendments: [amendment] } })).problem.fields).toMatchObject([{ field: 'boardId' }]);
    expect((await lead.try(routes.plans.reportTo, { params: { id: planId }, body: { name: 'winter board' } })).problem.fields).toMatchObject([{ field: 'name' }]);
    const stuck = { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Money', decision: { what: 'Fund it', boardId: id, neededBy: today } } as const;
    expect((await lead.try(routes.updates.report, { params: { id: actionId }, body: stuck })).problem.fields).toMatchObject([{ field: 'decision.boardId' }]);
    const versions = await lead.ask(routes.versions.list, { params: { id: planId } });
    expect(versions.items).toMatchObject([{ boardId: id, board: 'Winter board' }]);
    expect(versions.boards.map((one) => one.id)).not.toContain(id);
    expect((await lead.ask(routes.updates.desk, { params: { id: actionId } })).boards.map((one) => one.id)).not.toContain(id);

    // Renamed and brought back, it approved under the name that it had.
    expect((await lead.ask(edit, { params: { id }, body: { name: 'Spring board', retiredOn: null, version: 2 } })).retiredOn).toBeNull();
    const again = await lead.ask(routes.versions.list, { params: { id: planId } });
    expect(again.items).toMatchObject([{ boardId: id, board: 'Winter board' }]);
    expect(again.boards.map((one) => one.name)).toContain('Spring board');
    // Two who edit it from the same version: the same field is refused with both values.
    expect((await lead.try(edit, { params: { id }, body: { name: 'Summer board', version: 2 } })).problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'name', base: 'Winter board', theirs: 'Spring board', yours: 'Summer board' }] } });
  });
});
