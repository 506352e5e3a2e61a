import { routes } from '@followthrough/contracts';
import { dayAfter, lastWeekOf, londonDay } from '@followthrough/domain';
import { openStage, type Stage } from '../testing/stage';

const { mine, of, say } = routes.daysChecks;
const week = lastWeekOf(londonDay(new Date()));
const DAY = 450;

describe('how a week went', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  /** Somebody of an organisation of their own with two days a week of work, of which last week is a part; and a lead there. */
  const stand = async () => {
    const organisationId = (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
    const me = await stage.person(['executive'], 'northmoor', organisationId);
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const id = me.personId ?? '';
    await lead.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 450, 450], fullTimeMinutes: 450 } });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent: 100, fundedUntil: null } });
    const plan = await lead.ask(routes.plans.add, { body: { title: `Plan ${many}` } });
    const action = await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: '1', title: 'Work', horizon: 'medium', startOn: week, dueOn: dayAfter(week, 6) } });
    const { items } = await lead.ask(routes.demand.add, { params: { id: action.id }, body: { purpose: 'deliver', lowMinutes: 2 * DAY, likelyMinutes: 2 * DAY, highMinutes: 2 * DAY, shape: 'even' } });
    await lead.ask(routes.demand.request, { params: { id: items[0]?.id ?? '' }, body: { personId: id, minutes: 2 * DAY } });
    return { me, lead, id };
  };

  it('is said by one press, beside what was planned, and again until the week is over', async () => {
    const { me } = await stand();
    expect(await me.ask(mine)).toMatchObject({ isMe: true, week, planned: 2 * DAY, personDay: DAY, weeks: [] });
    expect(await me.ask(say, { body: { week, answer: 'as_planned' } })).toMatchObject({ weeks: [{ week, answer: 'as_planned', plannedMinutes: 2 * DAY, minutes: 2 * DAY }] });
    expect(await me.ask(say, { body: { week, answer: 'less', minutes: DAY } })).toMatchObject({ weeks: [{ answer: 'less', plannedMinutes: 2 * DAY, minutes: DAY }] });
    expect((await me.ask(say, { body: { week, answer: 'more', minutes: 3 * DAY } })).weeks).toHaveLength(1);
    const { rows } = await stage.owner.query<{ many: string }>('select count(*) as many from days_check where person_id = $1', [me.personId]);
    expect(rows[0]?.many).toBe('1');
  });

  it('refuses what contradicts itself, another week, and what is no answer', async () => {
    const { me } = await stand();
    const refusal = async (body: object) => (await me.try(say, { body: body as never })).problem;
    expect(await refusal({ week, answer: 'less', minutes: 2 * DAY })).toMatchObject({ code: 'rule', fields: [{ field: 'minutes' }] });
    expect(await refusal({ week, answer: 'less' })).toMatchObject({ code: 'rule', fields: [{ field: 'minutes' }] });
    expect(await refusal({ week: dayAfter(week, 7), answer: 'as_planned' })).toMatchObject({ code: 'rule', fields: [{ field: 'week' }] });
    expect(await refusal({ week: dayAfter(week, -7), answer: 'as_planned' })).toMatchObject({ code: 'rule', fields: [{ field: 'week' }] });
    expect(await refusal({ week, answer: 'more', minutes: -1 })).toMatchObject({ code: 'bad_input' });
    expect(await refusal({ week, answer: 'more', minutes: 100_000 })).toMatchObject({ code: 'bad_input' });
    expect(await refusal({ week, answer: 'well' })).toMatchObject({ code: 'bad_input' });
    expect((await me.ask(mine)).weeks).toEqual([]);
  });

  it('keeps what was planned when it was said, whatever becomes of the plan', async () => {
    const { me } = await stand();
    await me.ask(say, { body: { week, answer: 'as_planned' } });
    await stage.owner.query('update effort set withdrawn_at = now() where id in (select effort_id from assignment where person_id = $1)', [me.personId]);
    expect(await me.ask(mine)).toMatchObject({ planned: 0, weeks: [{ plannedMinutes: 2 * DAY }] });
  });

  it('is told to them and the leads of their employer, who cannot say it for them, and to nobody else', async () => {
    const { me, lead, id } = await stand();
    await me.ask(say, { body: { week, answer: 'less', minutes: DAY } });
    expect(await lead.ask(of, { params: { id } })).toMatchObject({ isMe: false, weeks: [{ answer: 'less' }] });
    const { lead: outside } = await stand();
    const administrator = await stage.person(['administrator']);
    const elsewhere = await stage.person(['lead', 'administrator'], 'eastvale');
    for (const who of [outside, administrator, elsewhere]) expect((await who.try(of, { params: { id } })).problem.code).toBe('not_found');
    for (const role of ['executive', 'critical_friend', 'expert'] as const) expect((await (await stage.person([role])).try(of, { params: { id } })).problem.code).toBe('not_permitted');
    expect((await lead.ask(mine)).weeks).toEqual([]);
    // By SQL too.
    await stage.owner.query('begin');
    await stage.owner.query(`select set_config('app.person', $1, true)`, [lead.personId]);
    await expect(stage.owner.query(`update days_check set answer = 'as_planned', minutes = null where person_id = $1`, [id])).rejects.toThrow('Only they themselves');
    await stage.owner.query('rollback');
    await expect(stage.owner.query(`insert into days_check (locality_id, person_id, week, planned_minutes, answer) select locality_id, id, $2, 450, 'as_planned' from person where id = $1`, [id, dayAfter(week, 8)])).rejects.toThrow('week');
  });
});
