import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { anAction } from '../testing/plan-builder';

const { list, add, edit } = routes.plans;

describe('plans', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('counts the actions of a plan, those that are overdue and those whose date nobody has resolved', async () => {
    const lead = await stage.person(['lead']);
    const plan = await lead.ask(add, { body: { title: 'Response to the review' } });
    expect(plan).toMatchObject({ title: 'Response to the review', aim: null, actions: 0, version: 1 });
    await anAction(lead, plan.id, { dueOn: '2020-01-31' });
    await anAction(lead, plan.id, { dueText: 'Ongoing' });
    expect((await lead.ask(list)).items.find((one) => one.id === plan.id)).toMatchObject({ actions: 2, openActions: 2, overdueActions: 1, unresolvedDates: 1 });
  });

  it('refuses two plans of one title, and shows nothing of a plan elsewhere', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { title: 'Only once' } });
    expect((await lead.try(add, { body: { title: 'only ONCE' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'title' }] });
    expect(await lead.ask(edit, { params: { id }, body: { aim: 'Home sooner', version: 1 } })).toMatchObject({ aim: 'Home sooner', version: 2 });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(edit, { params: { id }, body: { aim: 'Mine', version: 1 } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(add, { body: { title: 'X' } })).problem.code).toBe('not_permitted');
  });
});
