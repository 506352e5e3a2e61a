import { routes } from '@followthrough/contracts';
import { dayAfter, isWorkingDay, londonDay, workingDayAfter } from '@followthrough/domain';
import { aCadence, openOf } from '../testing/cycle-builder';
import { anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';
import { CycleClock } from './cycle-clock';

const { desk } = routes.cycles;

describe('the clock of reporting cycles', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const today = londonDay(new Date());
  const mails = async () => (await stage.owner.query<{ recipient: string; subject: string; body: string }>('select recipient, subject, body from kernel.outbox order by id')).rows;
  /** Only on working days is anybody mailed. */
  const day = isWorkingDay(today) ? today : workingDayAfter(today, 1);
  const tick = () => stage.app.get(CycleClock).tick({ fromHour: 0, day });

  it('mails each person once a day with all that they owe, the accountable person once the days of grace are over, and never at night', async () => {
    const [lead, owner, accountable] = [await stage.person(['lead']), await stage.person(['lead']), await stage.person(['executive'])];
    const { planId, open } = await aCadence(lead);
    const owed = [await anAction(lead, planId, { ref: '1.1', title: 'Waits', ownerId: owner.personId, accountablePersonId: accountable.personId }), await anAction(lead, planId, { ref: '1.2', ownerId: owner.personId })];
    await stage.owner.query(`update action set owned_since = today() - 365 where id = any ($1)`, [owed]);
    // The day before it is due.
    const dueOn = workingDayAfter(day, 1);
    await stage.owner.query('update reporting_cycle set due_on = $2, escalates_on = $3, freezes_on = $3, publishes_on = $3, adjusted = true where id = $1', [open.id, dueOn, workingDayAfter(dueOn, 1)]);
    // What the owner has put off is not in the mail.
    const asleep = await anAction(lead, planId, { ref: '1.3', title: 'Asleep', ownerId: owner.personId });
    await stage.owner.query('update action set owned_since = today() - 365 where id = $1', [asleep]);
    await owner.ask(routes.snoozes.snooze, { body: { kind: 'update', thingId: asleep, untilOn: dayAfter(today, 1) } });
    expect(await stage.app.get(CycleClock).tick({ fromHour: 24, day })).toBe(0);
    expect(await stage.app.get(CycleClock).tick({ fromHour: 0, day: '2026-12-25' })).toBe(0);
    const [one, two] = await Promise.all([tick(), tick()]);
    expect(one + two).toBe(1);
    expect(await tick()).toBe(0);
    const first = await mails();
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ subject: 'Northmoor: 2 actions wait for your update' });
    expect(first[0]?.body).toContain(`1.1 Waits (by `);
    expect(first[0]?.body).toContain(`for the ${open.name} report)`);

    // Two working days after: the mail of that day goes to both.
    await stage.owner.query('update reporting_cycle set opens_on = $2, due_on = $2, escalates_on = $3, freezes_on = $3, publishes_on = $3 where id = $1', [open.id, workingDayAfter(day, -2), workingDayAfter(day, -1)]);
    await stage.owner.query('alter table chase disable trigger append_only');
    await stage.owner.query('update chase set chased_on = chased_on - 1');
    await stage.owner.query('alter table chase enable trigger append_only');
    expect(await tick()).toBe(2);
    const late = (await mails()).find((mail) => mail.subject.includes('late'));
    expect(late).toMatchObject({ subject: 'Northmoor: one report is late', body: expect.stringContaining('1.1 Waits') });
  });

  it('opens what was planned when its day has come and the one before is frozen', async () => {
    const lead = await stage.person(['lead']);
    const { planId, cycleId } = await aCadence(lead);
    const { items } = await lead.ask(desk, { params: { id: planId } });
    const next = items.filter((one) => one.state === 'planned').at(-1);
    await stage.owner.query('update reporting_cycle set opens_on = today(), adjusted = true where id = $1', [next?.id]);
    await tick();
    expect(openOf(await lead.ask(desk, { params: { id: planId } })).id).toBe(cycleId);
    await lead.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await tick();
    expect(openOf(await lead.ask(desk, { params: { id: planId } }))).toMatchObject({ id: next?.id, number: 2 });
    // What changed since belongs to that one.
    expect((await lead.try(routes.cycles.reopen, { params: { id: cycleId }, body: { reason: 'A slip' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('open by now') });
  });

  it('stays within each locality and goes on where one fails', async () => {
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const { planId } = await aCadence(elsewhere);
    const broken = await aCadence(await stage.person(['lead']));
    await stage.owner.query(`update reporting_cadence set starts_on = '2026-01-31' where plan_id = $1`, [broken.planId]);
    await stage.owner.query(`delete from reporting_cycle where plan_id = $1 and state = 'planned'`, [planId]);
    await tick();
    expect((await elsewhere.ask(desk, { params: { id: planId } })).items.filter((one) => one.state === 'planned')).toHaveLength(4);
  });
});
