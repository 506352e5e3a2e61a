import { createHash } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { aCadence, MONTHLY, openOf } from '../testing/cycle-builder';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { desk, setCadence, stop, adjust, freeze, reopen, publish, page, bytes } = routes.cycles;

describe('reporting cycles', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** As if its owner had had it for a year. */
  const longOwned = (id: string) => stage.owner.query(`update action set owned_since = today() - 365 where id = $1`, [id]);

  it('are planned from the cadence, the next of them open, and planned again when it changes', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    expect(await lead.ask(desk, { params: { id: planId } })).toMatchObject({ cadence: null, items: [] });
    const first = await lead.ask(setCadence, { params: { id: planId }, body: MONTHLY });
    expect(first.items.map((one) => one.state).sort()).toEqual(['open', 'planned', 'planned', 'planned']);
    expect(openOf(first)).toMatchObject({ number: 1, digest: null, adjusted: false });
    expect((await lead.try(setCadence, { params: { id: planId }, body: { ...MONTHLY, every: 'quarter' } })).problem.code).toBe('stale');
    const again = await lead.ask(setCadence, { params: { id: planId }, body: { ...MONTHLY, every: 'quarter', version: first.cadence?.version ?? 0 } });
    expect(openOf(again).id).toBe(openOf(first).id);
    expect(again.items.every((one, at) => at === 0 || one.freezesOn < (again.items[at - 1]?.opensOn ?? ''))).toBe(true);
    expect((await lead.try(setCadence, { params: { id: planId }, body: { ...MONTHLY, every: 'board', version: 2 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'boardId' }] });
    expect((await lead.ask(stop, { params: { id: planId } })).items).toEqual([]);
  });

  it('follow the meetings of a board, and move with them', async () => {
    const lead = await stage.person(['lead']);
    const [planId, boardId] = [await aPlan(lead), await aBoard(lead)];
    await lead.ask(routes.boards.addMeeting, { params: { id: boardId }, body: { heldOn: '2090-03-15' } });
    const made = await lead.ask(setCadence, { params: { id: planId }, body: { ...MONTHLY, every: 'board', boardId, openBefore: 10 } });
    expect(made.items).toMatchObject([{ name: '15 March 2090', meetsOn: '2090-03-15', publishesOn: '2090-03-07', state: 'planned', boardName: 'Delivery board' }]);
    const { meetings } = await lead.ask(routes.boards.page, { params: { id: boardId } });
    await lead.ask(routes.boards.dropMeeting, { params: { id: boardId, meeting: meetings[0]?.id ?? '' } });
    await lead.ask(routes.boards.addMeeting, { params: { id: boardId }, body: { heldOn: '2090-03-22' } });
    const moved = await lead.ask(setCadence, { params: { id: planId }, body: { ...MONTHLY, every: 'board', boardId, openBefore: 10, version: 1 } });
    expect(moved.items.map((one) => one.meetsOn)).toEqual(['2090-03-22']);
  });

  it('refuse dates that cross, at the field and in the table', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, open } = await aCadence(lead);
    const params = { id: cycleId };
    for (const [field, day] of [['dueOn', '2020-01-01'], ['freezesOn', '2020-01-01'], ['publishesOn', '2020-01-01'], ['opensOn', '2020-01-01']] as const)
      expect((await lead.try(adjust, { params, body: { [field]: day, version: open.version } })).problem).toMatchObject({ code: 'rule', fields: [{ field }] });
    const later = await lead.ask(adjust, { params, body: { publishesOn: '2090-01-01', version: open.version } });
    expect(openOf(later)).toMatchObject({ publishesOn: '2090-01-01', adjusted: true });
    await expect(stage.owner.query('update reporting_cycle set due_on = freezes_on + 1 where id = $1', [cycleId])).rejects.toThrow(/dates_in_order/);
  });

  it('ask the owner who had the action before it opened, or who is accountable where the owner cannot sign in, and nobody newly responsible', async () => {
    const [lead, owner, accountable] = [await stage.person(['lead']), await stage.person(['lead']), await stage.person(['lead'])];
    const { rows } = await stage.owner.query<{ id: string }>(`insert into person (locality_id, name) select id, 'Head of Discharge' from locality where slug = 'northmoor' returning id`);
    const { planId } = await aCadence(lead);
    const [old, fresh, role] = [await anAction(lead, planId, { ownerId: owner.personId }), await anAction(lead, planId, { ownerId: owner.personId }), await anAction(lead, planId, { ownerId: rows[0]?.id ?? null, accountablePersonId: accountable.personId })];
    await longOwned(old);
    await longOwned(role);
    const asked = await lead.ask(desk, { params: { id: planId } });
    expect(asked).toMatchObject({ owed: 2, reported: 0, excused: 2 });
    expect(asked.people.map(({ personId, owed, actions }) => [personId, owed, actions.map((one) => one.id)])).toEqual(expect.arrayContaining([[owner.personId, 1, [old]], [accountable.personId, 1, [role]]]));
    const { name, dueOn } = openOf(asked);
    const mine = await owner.ask(routes.myWork.read);
    expect(mine.actions.find((one) => one.id === old)).toMatchObject({ updateDue: true, reportName: name, reportDueOn: dueOn });
    expect(mine.actions.find((one) => one.id === fresh)).toMatchObject({ updateDue: false });
    expect(await owner.ask(routes.updates.desk, { params: { id: old } })).toMatchObject({ reportName: name, reportDueOn: dueOn, owed: [{ id: old, reportName: name }] });
    // Handed over, it is the new owner's from now on, and nothing from before.
    await lead.ask(routes.actions.edit, { params: { id: old }, body: { ownerId: lead.personId, version: 1 } });
    expect((await lead.ask(desk, { params: { id: planId } })).owed).toBe(1);
    await accountable.ask(routes.updates.report, { params: { id: role }, body: { status: 'on_track', onBehalfOfId: rows[0]?.id ?? '' } });
    expect(await lead.ask(desk, { params: { id: planId } })).toMatchObject({ owed: 0, reported: 1 });
    expect((await lead.ask(routes.chases.list)).items.flatMap((one) => one.actions.map(({ id }) => id)).filter((id) => [old, fresh, role].includes(id))).toEqual([]);
  });

  it('freeze once when two freeze at once, and tell the second who was first', async () => {
    const [ann, bea] = [await stage.person(['lead']), await stage.person(['administrator'])];
    const { cycleId, planId } = await aCadence(ann);
    const both = await Promise.all([ann.try(freeze, { params: { id: cycleId } }), bea.try(freeze, { params: { id: cycleId } })]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    const refused = both.find((one) => one.status === 409)?.problem;
    const first = both[0]?.status === 200 ? 'Test lead' : 'Test administrator';
    expect(refused).toMatchObject({ code: 'already_done', detail: expect.stringContaining(`${first} froze`) });
    const { rows } = await stage.owner.query<{ edition: number; parts: string }>('select edition, count(*) as parts from cycle_part where cycle_id = $1 group by 1', [cycleId]);
    expect(rows).toEqual([{ edition: 1, parts: '2' }]);
    // A report after the freeze is for the next cycle.
    const next = await ann.ask(desk, { params: { id: planId } });
    expect(next).toMatchObject({ owed: 0, people: [] });
  });

  it('reopen with a reason only, keep the first freeze, and never once they are published', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, actionId } = await aCadence(lead, { to: 'frozen' });
    const params = { id: cycleId };
    expect((await lead.try(reopen, { params, body: { reason: '' } })).problem).toMatchObject({ fields: [{ field: 'reason' }] });
    await lead.ask(reopen, { params, body: { reason: 'A figure was wrong' } });
    await lead.ask(routes.updates.report, { params: { id: actionId }, body: { status: 'at_risk', narrative: 'One post vacant', pathToGreen: 'Advertise' } });
    await lead.ask(freeze, { params });
    const seen = await lead.ask(page, { params });
    expect(seen).toMatchObject({ edition: 2, reopenings: [{ edition: 1, reason: 'A figure was wrong', reopenedByName: 'Test lead', frozenByName: 'Test lead' }], items: [{ status: 'at_risk', narrative: 'One post vacant', reported: true }] });
    expect(await lead.ask(page, { params, query: { edition: 1 } })).toMatchObject({ edition: 1, items: [{ status: 'not_started', narrative: null }] });
    await lead.ask(publish, { params });
    for (const asked of [lead.try(freeze, { params }), lead.try(reopen, { params, body: { reason: 'Too late' } }), lead.try(publish, { params })]) expect((await asked).problem.code).toBe('already_done');
  });

  it('stay as they were published whatever changes, and cannot be changed as the API’s own role', async () => {
    const [lead, reader] = [await stage.person(['lead']), await stage.person(['expert'])];
    const { cycleId, planId, actionId } = await aCadence(lead);
    await longOwned(actionId);
    await lead.ask(routes.updates.report, { params: { id: actionId }, body: { status: 'on_track', narrative: 'Names a ward', restricted: true } });
    await lead.ask(freeze, { params: { id: cycleId } });
    const published = (await lead.ask(publish, { params: { id: cycleId } })).items.find((one) => one.id === cycleId);
    const [before, text] = [await lead.ask(page, { params: { id: cycleId } }), (await lead.try(bytes, { params: { id: cycleId } })).bytes.toString()];
    expect(createHash('sha256').update(text).digest('hex')).toBe(published?.digest);
    expect(before).toMatchObject({ state: 'published', figures: { actions: 1, reported: 1, owed: 0 }, items: [{ narrative: 'Names a ward', withheld: false }] });
    expect(await reader.ask(page, { params: { id: cycleId } })).toMatchObject({ items: [{ narrative: null, withheld: true }] });
    expect((await reader.try(bytes, { params: { id: cycleId } })).problem.code).toBe('not_permitted');

    await lead.ask(routes.actions.edit, { params: { id: actionId }, body: { title: 'Quite another thing', ownerId: lead.personId, version: 2 } });
    await lead.ask(routes.updates.report, { params: { id: actionId }, body: { status: 'at_risk', narrative: 'Changed', pathToGreen: 'Back' } });
    await lead.ask(routes.plans.edit, { params: { id: planId }, body: { title: `Renamed ${planId}`, version: 1 } });
    await anAction(lead, planId);
    await stage.owner.query(`update person set name = 'Somebody Else' where id = $1`, [lead.personId]);
    const after = await lead.ask(page, { params: { id: cycleId } });
    // Only who pressed the button is called as they are called now.
    expect({ ...after, frozenByName: '', publishedByName: '' }).toEqual({ ...before, frozenByName: '', publishedByName: '' });
    expect((await lead.try(bytes, { params: { id: cycleId } })).bytes.toString()).toBe(text);

    for (const sql of [`update reporting_cycle set name = 'x' where id = '${cycleId}'`, `delete from reporting_cycle where id = '${cycleId}'`, `update cycle_part set state = '{}' where cycle_id = '${cycleId}'`, `delete from cycle_part where cycle_id = '${cycleId}'`, `insert into cycle_part (cycle_id, edition, state, content) values ('${cycleId}', 2, '{}', '{}')`]) {
      await expect(asApi(sql)).rejects.toThrow(/published|append-only|permission denied|it stays|stays as it is/);
    }
  });

  it('tell what differs from the last published one: status, dates with their reasons, owner, scope, what came and went', async () => {
    const [lead, other] = [await stage.person(['lead']), await stage.person(['lead'])];
    const { cycleId, planId, actionId } = await aCadence(lead);
    const gone = await anAction(lead, planId, { title: 'Goes' });
    await lead.ask(routes.actions.setDue, { params: { id: actionId }, body: { dueOn: '2090-01-31' } });
    await lead.ask(freeze, { params: { id: cycleId } });
    await lead.ask(publish, { params: { id: cycleId } });
    const first = await lead.ask(page, { params: { id: cycleId } });
    expect(first).toMatchObject({ comparedWith: null, differenceCount: 0, differences: [] });

    await lead.ask(routes.actions.moveDue, { params: { id: actionId }, body: { dueOn: '2090-03-31', reason: 'funding', note: 'The grant is late', agreedBy: 'the chair' } });
    await lead.ask(routes.actions.edit, { params: { id: actionId }, body: { ownerId: other.personId, horizon: 'deep_rooted', version: 3 } });
    await lead.ask(routes.updates.report, { params: { id: actionId }, body: { status: 'on_track' } });
    await lead.ask(routes.actions.withdraw, { params: { id: gone }, body: { reason: 'Covered elsewhere' } });
    const came = await anAction(lead, planId, { title: 'Comes' });
    const next = (await lead.ask(desk, { params: { id: planId } })).items.filter((one) => one.state === 'planned').at(-1);
    // As if its day had come.
    await stage.owner.query(`update reporting_cycle set state = 'open', number = 2, counts_from = now() - interval '1 hour' where id = $1`, [next?.id]);
    await lead.ask(freeze, { params: { id: next?.id ?? '' } });
    const { comparedWith, differenceCount, differences, figures } = await lead.ask(page, { params: { id: next?.id ?? '' } });
    expect(comparedWith).toBe(first.name);
    expect(differenceCount).toBe(7);
    expect(differences.map(({ kind, actionId: id, before, after, why }) => [kind, id, before, after, why])).toEqual([
      ['status', actionId, 'not_started', 'on_track', null],
      ['assessed', actionId, 'at_risk', 'on_track', null],
      ['due', actionId, '2090-01-31', '2090-03-31', 'Funding: The grant is late. Agreed by the chair'],
      ['owner', actionId, null, 'Test lead', null],
      ['scope', actionId, 'medium', 'deep_rooted', null],
      ['added', came, null, null, null],
      ['removed', gone, 'not_started', null, null],
    ]);
    expect(figures.byStatus.find((one) => one.status === 'on_track')).toEqual({ status: 'on_track', count: 1, assessed: 1, before: 0 });
  });

  it('hold the three ratings side by side with what spoke against the report, and its milestones, as they were', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, actionId } = await aCadence(lead);
    const params = { id: actionId };
    await lead.ask(routes.milestones.add, { params, body: { title: 'Contract signed', dueOn: '2090-05-01' } });
    await lead.ask(routes.updates.report, { params, body: { status: 'on_track', narrative: 'Going well', deliveryConfidence: 'low', outcomeConfidence: 'high' } });
    await lead.ask(routes.assessments.override, { params, body: { flag: 'low_confidence', reason: 'The new lead starts on Monday' } });
    await lead.ask(freeze, { params: { id: cycleId } });
    await lead.ask(publish, { params: { id: cycleId } });
    const then = await lead.ask(page, { params: { id: cycleId } });
    expect(then).toMatchObject({ figures: { doubtful: 1 }, frozenOn: londonDay(new Date()), lines: { graceDays: 0 } });
    expect(then.items[0]).toMatchObject({ status: 'on_track', assessed: 'at_risk', flags: ['no_owner'], overridden: ['low_confidence'], overrides: [{ flag: 'low_confidence', reason: 'The new lead starts on Monday', personName: 'Test lead' }], deliveryConfidence: 'low', outcomeConfidence: 'high', milestones: { all: 1, done: 0, next: 'Contract signed', nextOn: '2090-05-01' } });
    expect(then.figures.byStatus.find((one) => one.status === 'at_risk')).toMatchObject({ count: 0, assessed: 1 });
    await lead.ask(routes.updates.report, { params, body: { status: 'on_track', narrative: 'Going better', deliveryConfidence: 'high' } });
    await stage.owner.query('update assessment_setting set grace_days = 3');
    expect(await lead.ask(page, { params: { id: cycleId } })).toEqual(then);
    await stage.owner.query('update assessment_setting set grace_days = 0');
  });

  it('keep that an owner had too much to do, and not how much', async () => {
    const lead = await stage.person(['lead'], 'northmoor', (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: 'Moor Valley', kind: 'nhs_trust', aliases: [] } })).id);
    const { cycleId, actionId } = await aCadence(lead);
    await stage.owner.query(`update action set owner_id = $2, due_on = today() + 30 where id = $1`, [actionId, lead.personId]);
    await stage.owner.query(`insert into load_verdict (locality_id, action_id, due_on, owner_id, owner_minutes, owner_given_minutes) select locality_id, id, due_on, owner_id, 4050, 2250 from action where id = $1`, [actionId]);
    expect((await lead.ask(routes.actions.page, { params: { id: actionId } })).assessment.facts).toMatchObject({ isOwnerOver: true, ownerDays: 9, ownerGivenDays: 5 });
    await lead.ask(freeze, { params: { id: cycleId } });
    await stage.owner.query('delete from load_verdict');
    expect((await lead.ask(page, { params: { id: cycleId } })).items[0]).toMatchObject({ flags: expect.arrayContaining(['owner_over']) as string[], facts: { isOwnerOver: true, ownerDays: null, ownerGivenDays: null } });
    // What was frozen before capacity spoke says nothing of it.
    await stage.owner.query('alter table cycle_part disable trigger user');
    await stage.owner.query(`update cycle_part set content = case when action_id is null then content #- '{lines,resourceDays}' else content #- '{facts,unstaffedDays}' #- '{facts,isOwnerOver}' #- '{facts,ownerDays}' #- '{facts,ownerGivenDays}' end where cycle_id = $1`, [cycleId]);
    await stage.owner.query('alter table cycle_part enable trigger user');
    expect(await lead.ask(page, { params: { id: cycleId } })).toMatchObject({ lines: { resourceDays: 90 }, items: [{ facts: { unstaffedDays: null, isOwnerOver: false } }] });
  });

  it('that were frozen before reports kept more than the status still read', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId } = await aCadence(lead);
    await stage.owner.query('alter table cycle_part disable trigger user');
    await lead.ask(freeze, { params: { id: cycleId } });
    await stage.owner.query(`update cycle_part set state = state - '{assessed,flags,overridden,deliveryConfidence,outcomeConfidence,milestones,doubtful,byAssessed,frozenOn}'::text[], content = content - '{facts,overrides,milestones,lines}'::text[] where cycle_id = $1`, [cycleId]);
    await stage.owner.query('alter table cycle_part enable trigger user');
    expect(await lead.ask(page, { params: { id: cycleId } })).toMatchObject({ figures: { doubtful: null }, lines: null, frozenOn: null, items: [{ status: 'not_started', assessed: null, flags: [], overrides: [], facts: null, deliveryConfidence: null, milestones: null }] });
  });

  it('put the amendments before the board that are made since it approved the plan', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, planId, actionId } = await aCadence(lead);
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: await aBoard(lead), approvedOn: londonDay(new Date()) } });
    await lead.ask(routes.actions.edit, { params: { id: actionId }, body: { theme: 'Flow', reason: 'Asked for by the chair', version: 1 } });
    await lead.ask(freeze, { params: { id: cycleId } });
    expect(await lead.ask(page, { params: { id: cycleId } })).toMatchObject({ amendmentCount: 1, amendmentsSince: 'Version 1, approved by Delivery board', amendments: [{ field: 'theme', before: null, after: 'Flow', why: 'Asked for by the chair', decision: null, withheld: false }] });
  });

  it('are a locality’s own, and kept by leads and administrators', async () => {
    const lead = await stage.person(['lead']);
    const { cycleId, planId } = await aCadence(lead, { to: 'published' });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    for (const asked of [elsewhere.try(desk, { params: { id: planId } }), elsewhere.try(page, { params: { id: cycleId } }), elsewhere.try(freeze, { params: { id: cycleId } })]) expect((await asked).problem.code).toBe('not_found');
    const executive = await stage.person(['executive']);
    expect((await executive.ask(page, { params: { id: cycleId } })).state).toBe('published');
    expect((await executive.try(setCadence, { params: { id: planId }, body: MONTHLY })).problem.code).toBe('not_permitted');
  });

  /** As the API's own role, in the locality. */
  async function asApi(sql: string): Promise<void> {
    const { rows } = await stage.owner.query<{ id: string }>(`select id from locality where slug = 'northmoor'`);
    await stage.owner.query('begin');
    try {
      await stage.owner.query('set local role followthrough_api');
      await stage.owner.query(`select set_config('app.locality', $1, true)`, [rows[0]?.id]);
      await stage.owner.query(sql);
    } finally {
      await stage.owner.query('rollback');
    }
  }
});
