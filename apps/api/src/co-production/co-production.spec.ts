import { routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { add, edit, remove } = routes.coProduction;
const STEP = { withWhom: 'The carers’ forum', what: 'They rewrite the discharge letter', happensOn: '2027-02-01' };

describe('co-production', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('keeps who with, what and when, of a plan or of an action, soonest first', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const actionId = await anAction(lead, planId);
    await lead.ask(add, { body: { ...STEP, planId } });
    const { items } = await lead.ask(add, { body: { ...STEP, planId, happensOn: '2027-01-01' } });
    expect(items).toMatchObject([{ happensOn: '2027-01-01' }, STEP]);
    expect((await lead.ask(routes.plans.page, { params: { id: planId } })).coProduction).toEqual(items);
    const ofAction = await lead.ask(add, { body: { ...STEP, actionId } });
    expect(ofAction.items).toHaveLength(1);
    const id = ofAction.items[0]?.id ?? '';
    expect((await lead.ask(edit, { params: { id }, body: { what: 'They choose the words', version: 1 } })).items).toMatchObject([{ what: 'They choose the words', withWhom: STEP.withWhom, version: 2 }]);
    expect((await lead.ask(remove, { params: { id } })).items).toEqual([]);
    expect((await lead.try(remove, { params: { id } })).problem.code).toBe('not_found');
  });

  it('refuses a step of both, of neither and of what is not here', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const actionId = await anAction(lead, planId);
    for (const body of [{ ...STEP, planId, actionId }, STEP]) expect((await lead.try(add, { body })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'actionId' }] });
    expect((await lead.try(add, { body: { ...STEP, planId: actionId } })).problem.fields).toMatchObject([{ field: 'planId', message: 'That plan is not here' }]);
  });
});
