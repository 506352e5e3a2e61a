import { type BodyOf, routes, statuses } from '@followthrough/contracts';
import { dayAfter, lacksOf, londonDay } from '@followthrough/domain';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { report, list, desk } = routes.updates;
const { page } = routes.actions;

describe('status updates', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const today = londonDay(new Date());
  const offTrack: BodyOf<typeof report> = { status: 'off_track', narrative: 'No second assessor', pathToGreen: 'Share the post', forecastOn: dayAfter(today, 60), decision: { what: 'Fund a second post', fromWhom: 'Delivery board', neededBy: dayAfter(today, 14) } };

  it('records a report, keeps the state on the action and asks for the decision it names', async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead));
    expect(await lead.ask(report, { params: { id }, body: { status: 'on_track' } })).toMatchObject({ status: 'on_track', version: 2, asOf: today, decisionId: null });
    const reported = await lead.ask(report, { params: { id }, body: offTrack });
    expect(reported).toMatchObject({ actionId: id, status: 'off_track', version: 3 });
    const seen = await lead.ask(page, { params: { id } });
    expect(seen).toMatchObject({ status: 'off_track', statusOn: today, decisions: [{ id: reported.decisionId, what: 'Fund a second post', fromWhom: 'Delivery board', state: 'open' }] });
    expect(seen.updates.map((one) => one.status)).toEqual(['off_track', 'on_track']);
    expect(seen.updates[0]).toMatchObject({ narrative: 'No second assessor', reportedByName: 'Test lead', imported: false, lacks: [] });
    const { rows } = await stage.owner.query<{ table_name: string; change: string }>('select table_name, change from audit where row_id = any ($1) order by position', [[id, reported.updateId, reported.decisionId]]);
    expect(rows.map((one) => `${one.table_name} ${one.change}`)).toEqual(expect.arrayContaining(['status_update insert', 'decision_request insert', 'action update']));
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['at risk without a story or a way back', { status: 'at_risk' }, ['narrative', 'pathToGreen']],
    ['off track without a decision', { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Later' }, ['decision']],
    ['off track without a day for the decision', { ...offTrack, decision: { what: 'Fund it', fromWhom: 'Board' } }, ['decision.neededBy']],
    ['a forecast in the past', { status: 'on_track', forecastOn: '2020-01-01' }, ['forecastOn']],
    ['a decision nobody waits for', { status: 'on_track', decision: { what: 'Fund it', fromWhom: 'Board' } }, ['decision']],
    ['embedded, which is never reported', { status: 'embedded' }, ['status']],
    ['complete without evidence', { status: 'complete' }, ['evidence']],
  ])('refuses %s at its field and writes nothing', async (_, body, fields) => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead));
    const { problem } = await lead.try(report, { params: { id }, body });
    expect(problem).toMatchObject({ status: 422, code: 'rule' });
    expect(problem.fields?.map((one) => one.field)).toEqual(fields);
    expect(await lead.ask(page, { params: { id } })).toMatchObject({ version: 1, status: 'not_started', updates: [], decisions: [] });
  });

  it('takes complete as a claim with evidence, and nothing of what has ended', async () => {
    const [lead, verifier] = [await stage.person(['lead']), await stage.person(['executive'])];
    const id = await anAction(lead, await aPlan(lead), { evidenceKind: 'observation' });
    expect((await lead.try(report, { params: { id }, body: { status: 'complete', narrative: 'Both in post' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'evidence' }] });
    const evidence = [{ kind: 'observation' as const, line: 'first' as const, title: 'Visit of 3 May', words: 'Both desks staffed at eight' }];
    const told = await lead.ask(report, { params: { id }, body: { status: 'complete', narrative: 'Both in post', evidence } });
    const seen = await lead.ask(page, { params: { id } });
    expect(seen).toMatchObject({ status: 'complete', closureState: 'claimed', version: told.version, updates: [{ narrative: 'Both in post', evidence: 'Visit of 3 May' }] });
    await verifier.ask(routes.closures.accept, { params: { id }, body: {} });
    expect(await lead.ask(desk, { params: { id } })).toMatchObject({ closed: true });
    for (const status of ['on_track', 'complete'] as const) expect((await lead.try(report, { params: { id }, body: { status, evidence } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'status', message: expect.stringContaining('open it again') }] });
  });

  it('takes a report that work goes on as the end of a claim', async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead));
    await lead.ask(report, { params: { id }, body: { status: 'complete', evidence: [{ kind: 'testimony', line: 'first', title: 'The carers’ group', words: 'They are called back the same day' }] } });
    await lead.ask(report, { params: { id }, body: { status: 'on_track', narrative: 'One ward is left' } });
    expect(await lead.ask(routes.closures.show, { params: { id } })).toMatchObject({ state: 'reopened', status: 'on_track', standing: 0, steps: [{ state: 'reopened' }, { state: 'claimed' }] });
  });

  it('lets a lead report for an owner without an account, recording both, and for nobody else', async () => {
    const lead = await stage.person(['lead']);
    const { rows } = await stage.owner.query<{ id: string }>(`insert into person (locality_id, name) select id, 'Head of Discharge' from locality where slug = 'northmoor' returning id`);
    const ownerId = rows[0]?.id ?? '';
    const id = await anAction(lead, await aPlan(lead), { ownerId });
    expect(await lead.ask(desk, { params: { id } })).toMatchObject({ ownerName: 'Head of Discharge', ownerHasAccount: false });
    await lead.ask(report, { params: { id }, body: { status: 'on_track', onBehalfOfId: ownerId } });
    expect((await lead.ask(page, { params: { id } })).updates[0]).toMatchObject({ reportedByName: 'Test lead', onBehalfOfName: 'Head of Discharge' });
    const other = await stage.person(['lead']);
    expect((await lead.try(report, { params: { id }, body: { status: 'on_track', onBehalfOfId: other.personId } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'onBehalfOfId' }] });
    const owned = await anAction(lead, await aPlan(lead), { ownerId: other.personId });
    expect((await lead.try(report, { params: { id: owned }, body: { status: 'on_track', onBehalfOfId: other.personId } })).problem).toMatchObject({ fields: [{ message: expect.stringContaining('have an account') }] });
  });

  it('corrects by a new update that points at the old one, which stays as it was', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const [id, another] = [await anAction(lead, planId), await anAction(lead, planId)];
    const wrong = await lead.ask(report, { params: { id }, body: { status: 'on_track', narrative: 'Ten homes' } });
    const right = await lead.ask(report, { params: { id }, body: { status: 'on_track', narrative: 'Eleven homes', correctsId: wrong.updateId } });
    expect((await lead.ask(list, { params: { id } })).items).toMatchObject([{ id: right.updateId, correctsId: wrong.updateId }, { narrative: 'Ten homes' }]);
    expect((await lead.try(report, { params: { id: another }, body: { status: 'on_track', correctsId: wrong.updateId } })).problem).toMatchObject({ fields: [{ field: 'correctsId' }] });
    await expect(stage.owner.query(`update status_update set narrative = 'x' where id = $1`, [wrong.updateId])).rejects.toThrow(/append-only/);
  });

  it('lists what an imported update lacks instead of refusing it, as the domain says', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    for (const status of statuses.filter((one) => one !== 'embedded'))
      for (const [narrative, pathToGreen] of [['Said', null], [null, 'Way'], ['Said', 'Way'], [null, null]] as const) {
        const id = await anAction(lead, planId);
        await stage.owner.query(
          `with i as (insert into import (locality_id, file_name, size, digest) select locality_id, 'x.xlsx', 1, '' from action where id = $1 returning locality_id, id),
             u as (insert into status_update (locality_id, action_id, status, narrative, path_to_green, import_id) select locality_id, $1, $2, $3, $4, id from i returning locality_id, id)
           update action a set last_update_id = u.id, status = $2 from u where a.locality_id = u.locality_id and a.id = $1`,
          [id, status, narrative, pathToGreen],
        );
        expect((await lead.ask(page, { params: { id } })).updates[0]?.lacks).toEqual(lacksOf({ status, narrative, pathToGreen, decisionId: null, isImported: true }));
      }
  });

  it('reads older updates page by page and refuses somebody else’s cursor', async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead));
    for (let n = 1; n <= 23; n += 1) await lead.ask(report, { params: { id }, body: { status: 'on_track', narrative: `Report ${n}` } });
    const seen = await lead.ask(page, { params: { id } });
    expect(seen.updates).toHaveLength(20);
    const older = await lead.ask(list, { params: { id }, query: { after: seen.olderUpdates ?? '' } });
    expect(older.items.map((one) => one.narrative)).toEqual(['Report 3', 'Report 2', 'Report 1']);
    expect(older.next).toBeNull();
    expect((await lead.try(list, { params: { id }, query: { after: 'bm8' } })).problem).toMatchObject({ fields: [{ field: 'after' }] });
  });

  it('tells on the desk what is owed in the order in which My work shows it', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    for (const [ref, dueOn] of [['10', null], ['2', null], ['1', '2031-05-01'], ['3', '2031-04-01'], ['4', '2031-05-01']] as const) await anAction(lead, planId, { ref, ownerId: lead.personId, dueOn });
    const shown = (await lead.ask(routes.myWork.read)).actions;
    expect(shown.map((one) => one.ref)).toEqual(['3', '1', '4', '2', '10']);
    expect((await lead.ask(desk, { params: { id: shown[4]?.id ?? '' } })).owed.map((one) => one.id)).toEqual(shown.map((one) => one.id));
  });

  it('tells on the desk what else is owed, and answers nobody elsewhere', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const mine = [await anAction(lead, planId, { ref: '1', ownerId: lead.personId }), await anAction(lead, planId, { ref: '2', ownerId: lead.personId })];
    expect((await lead.ask(desk, { params: { id: mine[0] ?? '' } })).owed.map((one) => one.ref)).toEqual(['1', '2']);
    await lead.ask(report, { params: { id: mine[0] ?? '' }, body: { status: 'on_track' } });
    expect((await lead.ask(desk, { params: { id: mine[1] ?? '' } })).owed.map((one) => one.ref)).toEqual(['2']);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const params = { id: mine[0] ?? '' };
    for (const asked of [elsewhere.try(desk, { params }), elsewhere.try(list, { params }), elsewhere.try(report, { params, body: { status: 'on_track' } })]) expect((await asked).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(report, { params, body: { status: 'on_track' } })).problem.code).toBe('not_permitted');
  });
});
