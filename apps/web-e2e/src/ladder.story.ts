import { type BodyOf, routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre, until } from './harness';

describe('the ladder', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is built on actions’ pages, refuses a circle, and shows which late rung holds up what', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = async (ref: string, title: string, more: Partial<BodyOf<typeof routes.actions.add>>) => (await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'quick_win', ownerId: caller.personId, ...more } })).id;
    const deep = await action('2.1', 'Discharge to assess on every ward, every day of the week', { horizon: 'deep_rooted', dueOn: '2090-03-31' });
    const assessor = await action('2.2', 'Trusted assessor in place at both hospital sites', { dueOn: '2026-09-30' });
    const rota = await action('2.3', 'Seven-day therapy rota on frailty wards', { horizon: 'medium', dueOn: '2090-01-31' });
    const huddle = await action('2.4', 'Board round at nine with the community team', { dueOn: '2090-01-15' });
    const market = await action('3.3', 'Guaranteed-hours pilot with three home-care agencies', { dueOn: '2090-06-30' });
    const recommission = await action('3.4', 'Re-commission home care with neighbourhood zones', { horizon: 'deep_rooted', dueOn: '2090-04-30' });
    await action('6.1', 'Two-hour urgent response', { horizon: 'deep_rooted' });
    const before = (id: string, otherId: string, kind: 'enables' | 'blocks' = 'enables') => caller.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind } });
    await before(rota, assessor);
    await before(deep, rota, 'blocks');
    await before(deep, huddle);
    await before(recommission, market);
    await theatre.stage.owner.query(`update action set status = 'complete' where id = $1`, [huddle]);

    await page.goto(`/northmoor/actions/${assessor}`);
    const card = page.getByRole('region', { name: 'Before and after' });
    await card.getByRole('button', { name: 'Add what comes before or after' }).click();
    await card.getByLabel('Which action?').fill('2.1');
    await card.getByRole('button', { name: /^2.1 Discharge/ }).click();
    await card.getByText('That would go round in a circle: 2.1 → 2.2 → 2.3 → 2.1').waitFor();
    await shots(page, 'dependencies-circle');
    await card.getByLabel('How does the other stand to this one?').selectOption('This one opens the way to it');
    await card.getByRole('button', { name: /^2.1 Discharge/ }).click();
    await page.getByText('2.1 added.').waitFor();

    await card.getByRole('link', { name: 'See it on the ladder' }).click();
    await page.getByText('2 ladders, 1 late rung').waitFor();
    await page.getByText('1 of 3 rungs done · 2.2 is late and holds it up').waitFor();
    expect((await page.locator('.ft-rungs').first().locator('li a').allTextContents()).map((one) => one.slice(0, 3))).toEqual(['2.2', '2.4', '2.3']);
    await page.getByText('Too late: due 30 Jun 2090, after what it opens').last().waitFor();
    await shots(page, 'ladder');
    await page.getByRole('button', { name: 'With a late rung' }).click();
    await page.getByRole('region', { name: /^3.4/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '1 deep-rooted action', exact: true }).click();
    await page.getByText('1 action that match').waitFor();

    const phone = await theatre.person(['executive'], { size: 'phone' });
    await phone.page.goto(`/northmoor/plan/ladder?plan=${plan.id}&top=${deep}`);
    await phone.page.getByText('2.2 is late and holds it up').waitFor();
    await until(async () => expect(await phone.page.locator('.ft-ladder').isVisible()).toBe(false));
    expect(await phone.page.getByRole('link', { name: /^Add a rung/ }).count()).toBe(0);
  });
});
