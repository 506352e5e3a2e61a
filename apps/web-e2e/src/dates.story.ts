import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('dates', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('a lead keeps milestones on an action: adds, reorders, moves with a reason, and says what is done', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.1', title: 'Discharge to assess on every ward', horizon: 'deep_rooted', dueOn: '2090-06-30' } });
    await page.goto(`/northmoor/actions/${action.id}?edit=milestones`);
    const card = page.getByRole('region', { name: 'Milestones' });
    const add = async (title: string, day: string) => {
      await card.getByRole('textbox', { name: /^Milestone/ }).fill(title);
      await card.getByRole('textbox', { name: /^Due date/ }).fill(day);
      await card.getByRole('button', { name: 'Add the milestone' }).click();
      await card.locator('b', { hasText: title }).waitFor();
    };
    await add('Contract signed', '3/3/2090');
    await card.getByRole('button', { name: /^Add.*a milestone/ }).click();
    await add('Tender out', '31/1/2090');
    await card.getByRole('button', { name: /^Up.*Tender out/ }).click();
    await card.locator('li').first().locator('b', { hasText: 'Tender out' }).waitFor();
    await card.getByRole('button', { name: /^Done.*Tender out/ }).click();
    await card.getByRole('button', { name: 'It is done' }).click();
    await card.getByText('1 of 2 done').waitFor();
    await card.getByRole('button', { name: /^Move.*Contract signed/ }).click();
    await card.getByRole('textbox', { name: /^New date/ }).fill('31/7/2090');
    await page.keyboard.press('Tab');
    await card.getByText('1 action can then no longer keep its date').waitFor();
    await card.getByLabel('Why').selectOption('Funding');
    await card.getByLabel('Agreed by').fill('Delivery board');
    await shots(page, 'milestone-move');
    await card.getByRole('button', { name: 'Move the date', exact: true }).click();
    await card.getByText('baseline 3 Mar 2090, moved once').waitFor();
    await page.goto(`/northmoor/actions/${action.id}`);
    await page.getByText('Contract signed:').waitFor();
    await page.getByText('due 31 Jul 2090').first().waitFor();
    await shots(page, 'milestones');
    await page.goto(`/northmoor/plan?plan=${plan.id}&columns=status+due+milestones`);
    await page.getByText('1 of 2').waitFor();
    await page.getByText('next: Contract signed 31 Jul 2090').waitFor();
    await shots(page, 'plan-milestones');
  });

  it('moving the third of a chain of twelve shows what it does to the rest, and does just that', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'A chain of twelve' } });
    const ids: string[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const dueOn = new Date(Date.UTC(2090, 0, n * 10)).toISOString().slice(0, 10);
      ids.push((await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `4.${n}`, title: `Step ${n} of the way to care at home`, horizon: 'medium', dueOn } })).id);
      if (n > 1) await caller.ask(routes.dependencies.add, { params: { id: ids[n - 1] ?? '' }, body: { otherId: ids[n - 2] ?? '', otherComes: 'first', kind: 'blocks' } });
    }
    await page.goto(`/northmoor/actions/${ids[2]}?edit=dueOn`);
    const dialog = page.getByRole('dialog', { name: 'Move the due date' });
    await dialog.getByRole('textbox', { name: /^New due date/ }).fill('15/3/2090');
    await page.keyboard.press('Tab');
    await dialog.getByText('4 actions can then no longer keep their dates').waitFor();
    const shown = await dialog.locator('.ft-knock-on li').allTextContents();
    expect(shown.map((one) => /4\.\d+/.exec(one)?.[0])).toEqual(['4.4', '4.5', '4.6', '4.7']);
    expect(shown[0]).toContain('9 Feb 2090 → 15 Mar 2090, 34 days later · waits for 4.3');
    await dialog.getByLabel('Why').selectOption('Capacity');
    await dialog.getByLabel('Agreed by').fill('Delivery board');
    await shots(page, 'knock-on');
    await dialog.getByRole('button', { name: 'Move the date' }).click();
    await page.getByText('Due date moved, and 4 more with it.').waitFor();
    const dues = await Promise.all(ids.map(async (id) => (await caller.ask(routes.actions.page, { params: { id } })).dueOn));
    expect(dues.slice(2, 8)).toEqual(['2090-03-15', '2090-03-15', '2090-03-15', '2090-03-15', '2090-03-15', '2090-03-21']);
    await page.goto(`/northmoor/actions/${ids[3]}`);
    await page.getByText('Waits for 4.3').waitFor();
  });
});
