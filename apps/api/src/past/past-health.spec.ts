import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { aCadence } from '../testing/cycle-builder';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { health } = routes.past;
const { show } = routes.planHealth;
const today = londonDay(new Date());
const yesterday = dayAfter(today, -1);

describe('what a plan lacked', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** Something of everything that the list asks for, and one action that has none of it. */
  async function arranged(planId: string, actionId: string) {
    const lead = await stage.person(['lead']);
    const council = await lead.ask(routes.organisations.add, { body: { name: `Council of ${planId}`, kind: 'council', aliases: [] } });
    await lead.ask(routes.actions.edit, { params: { id: actionId }, body: { ownerId: lead.personId, accountableOrganisationId: council.id, successMeasure: 'Fewer waits', evidenceKind: 'data', daysNeeded: 3, version: (await lead.ask(routes.actions.page, { params: { id: actionId } })).version } });
    await lead.ask(routes.measures.add, { body: { title: `Days of ${planId}`, unit: 'days', direction: 'down', actionIds: [actionId] } });
    await lead.ask(routes.milestones.add, { params: { id: actionId }, body: { title: 'Signed', dueOn: '2090-01-01' } });
    await lead.ask(routes.coProduction.add, { body: { actionId, withWhom: 'Carers', what: 'Read it', happensOn: '2027-01-01' } });
    const { version } = await lead.ask(routes.plans.page, { params: { id: planId } });
    await lead.ask(routes.plans.edit, { params: { id: planId }, body: { aim: 'Home sooner', version } });
    await lead.ask(routes.plans.addSponsor, { params: { id: planId }, body: { organisationId: council.id, role: 'Leader' } });
    const { boards } = await lead.ask(routes.plans.reportTo, { params: { id: planId }, body: { name: `Board of ${planId}` } });
    await lead.ask(routes.boards.addMeeting, { params: { id: boards[0]?.id ?? '' }, body: { heldOn: '2090-01-01' } });
    await lead.ask(routes.plans.sign, { params: { id: planId }, body: { organisationId: council.id, signedBy: 'Ruth Penhale', role: 'Leader', signedOn: '2026-01-31', version: version + 1 } });
    await anAction(lead, planId, { title: 'Bare', horizon: 'deep_rooted' });
    return lead;
  }

  /** What was there is gone, and what was missing is there. */
  async function everythingChanges(planId: string, actionId: string): Promise<void> {
    for (const sql of [
      `update action set owner_id = null, accountable_organisation_id = null, success_measure = null, days_needed = null, horizon = 'quick_win' where id = '${actionId}'`,
      `delete from action_measure where action_id = '${actionId}'`,
      `update milestone set withdrawn_at = now() where action_id = '${actionId}'`,
      `delete from co_production_step where action_id = '${actionId}'`,
      `update plan set aim = 'Another aim', title = title || ' renamed' where id = '${planId}'`,
      `delete from plan_sponsor where plan_id = '${planId}'`,
      `delete from board_meeting where board_id in (select board_id from plan_board where plan_id = '${planId}')`,
      `update action set title = 'Renamed', success_measure = 'Fewer waits', days_needed = 9 where plan_id = '${planId}' and title = 'Bare'`,
    ]) await stage.owner.query(sql);
  }

  it('as at a day and a report is what was said then', async () => {
    const other = await stage.person(['lead']);
    const reported = await aCadence(other, { title: 'Reported' });
    const plain = await aPlan(other);
    const action = await anAction(other, plain);
    const lead = await arranged(plain, action);
    await arranged(reported.planId, reported.actionId);
    const now = { plain: await lead.ask(show, { params: { id: plain } }), reported: await lead.ask(show, { params: { id: reported.planId } }) };
    expect(now.plain.items.filter((one) => one.count === 0).length).toBeGreaterThan(4);
    expect(now.plain.items.find((one) => one.key === 'owner')).toMatchObject({ count: 1, of: 2, cases: [{ name: 'Bare' }] });

    await lead.ask(routes.cycles.freeze, { params: { id: reported.cycleId } });
    await everythingChanges(reported.planId, reported.actionId);
    await lead.ask(routes.cycles.publish, { params: { id: reported.cycleId } });
    expect(await lead.ask(health, { params: { id: reported.planId }, query: { at: reported.cycleId } })).toEqual({ ...now.reported, asAt: expect.objectContaining({ cycleId: reported.cycleId }) as unknown });

    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = at - interval '7 days'`);
    await stage.owner.query('alter table audit enable trigger user');
    await everythingChanges(plain, action);
    expect(await lead.ask(health, { params: { id: plain }, query: { at: yesterday } })).toEqual({ ...now.plain, asAt: expect.objectContaining({ on: yesterday }) as unknown });
    expect(await lead.ask(show, { params: { id: plain } })).not.toEqual(now.plain);
  });

  it('is not there before the plan was, nor in another locality', async () => {
    const lead = await stage.person(['lead']);
    const id = await aPlan(lead);
    const [params, query] = [{ id }, { at: '2019-05-01' }];
    expect((await lead.try(health, { params, query })).problem.code).toBe('not_found');
    expect((await lead.try(health, { params, query: { at: today } })).problem.code).toBe('rule');
    expect((await (await stage.person(['lead'], 'eastvale')).try(health, { params, query: { at: yesterday } })).problem.code).toBe('not_found');
  });
});
