import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { override, endOverride, doubts, setting, editSetting } = routes.assessments;
const { list, page } = routes.actions;

describe('reported and assessed', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const today = londonDay(new Date());

  it('lets a lead say why a flag does not count, by name and until a day, and leaves the report alone', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { dueOn: dayAfter(today, -5) });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: 'Signed' } });
    const row = async () => (await lead.ask(list, { query: { plan } })).items[0];
    expect(await row()).toMatchObject({ status: 'on_track', assessed: 'at_risk', flags: ['past_due', 'no_owner'] });
    const { overrides } = await lead.ask(override, { params: { id }, body: { flag: 'past_due', reason: 'The board moved it last night' } });
    expect(overrides).toMatchObject([{ flag: 'past_due', reason: 'The board moved it last night', personName: 'Test lead', untilOn: dayAfter(today, 35) }]);
    await lead.ask(override, { params: { id }, body: { flag: 'no_owner', reason: 'The post is out to advert' } });
    expect(await row()).toMatchObject({ status: 'on_track', assessed: 'on_track', flags: [] });
    expect(await lead.ask(doubts, { query: { plan } })).toMatchObject({ overridden: 1, statuses: [{ status: 'on_track', actions: 1, doubtful: 0 }], flags: [{ flag: 'past_due', actions: 0, overridden: 1 }, { flag: 'no_owner', actions: 0, overridden: 1 }] });
    expect((await lead.try(override, { params: { id }, body: { flag: 'past_due', reason: 'Again' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'flag' }] });
    expect((await lead.try(override, { params: { id }, body: { flag: 'silent', reason: 'Just in case' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'flag' }] });
    const ended = await lead.ask(endOverride, { params: { id, override: overrides[0]?.id ?? '' } });
    expect(ended.overrides.map((one) => one.flag)).toEqual(['no_owner']);
    expect(await row()).toMatchObject({ assessed: 'at_risk', flags: ['past_due'] });
    expect((await lead.try(endOverride, { params: { id, override: overrides[0]?.id ?? '' } })).problem.code).toBe('not_found');
    expect((await lead.ask(page, { params: { id } })).status).toBe('on_track');
  });

  it('counts an override no longer once its day has passed, and keeps it', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan);
    await stage.owner.query(`insert into flag_override (locality_id, action_id, flag, reason, until_on) select locality_id, id, 'no_owner', 'Known', $2 from action where id = $1`, [id, dayAfter(today, -1)]);
    expect((await lead.ask(list, { query: { plan } })).items[0]).toMatchObject({ flags: ['no_owner'], assessed: 'at_risk' });
    await expect(stage.owner.query(`update flag_override set until_on = $2 where action_id = $1`, [id, today])).rejects.toThrow(/append-only/);
  });

  it('keeps the confidence that a report gives, beside it', async () => {
    const lead = await stage.person(['lead']);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ownerId: lead.personId });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: 'Signed', deliveryConfidence: 'high', outcomeConfidence: 'low' } });
    const seen = await lead.ask(page, { params: { id } });
    expect(seen.updates[0]).toMatchObject({ deliveryConfidence: 'high', outcomeConfidence: 'low', reportedByName: 'Test lead' });
    expect((await lead.ask(list, { query: { plan, doubtful: true } })).items).toMatchObject([{ id, deliveryConfidence: 'high', outcomeConfidence: 'low', flags: ['low_confidence'] }]);
    expect((await lead.ask(routes.updates.desk, { params: { id } })).assessment).toEqual(seen.assessment);
    expect((await lead.try(routes.updates.report, { params: { id }, body: { status: 'on_track', deliveryConfidence: 'certain' } })).problem.code).toBe('bad_input');
  });

  it('lets an administrator alone move the lines, within reason, and shows nothing of another locality', async () => {
    const administrator = await stage.person(['administrator']);
    const lead = await stage.person(['lead']);
    const { version } = await lead.ask(setting);
    expect((await lead.try(editSetting, { body: { movesTooMany: 3, version } })).problem.code).toBe('not_permitted');
    expect((await administrator.try(editSetting, { body: { movesTooMany: 0, version } })).problem.code).toBe('bad_input');
    expect(await administrator.ask(editSetting, { body: { movesTooMany: 3, silentRhythms: 2.5, version } })).toMatchObject({ movesTooMany: 3, silentRhythms: 2.5, version: version + 1 });
    expect((await administrator.try(editSetting, { body: { movesTooMany: 5, version } })).problem).toMatchObject({ code: 'stale' });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect(await elsewhere.ask(setting)).toMatchObject({ movesTooMany: 2, silentRhythms: 1.5 });
    const params = { id: await anAction(lead, await aPlan(lead)) };
    expect((await elsewhere.try(override, { params, body: { flag: 'no_owner', reason: 'Mine' } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(override, { params, body: { flag: 'no_owner', reason: 'Mine' } })).problem.code).toBe('not_permitted');
  });
});
