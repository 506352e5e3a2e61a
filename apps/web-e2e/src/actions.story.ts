import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('an action', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  async function arranged(more: Record<string, unknown> = {}) {
    const one = await theatre.person(['lead']);
    const plan = await one.caller.ask(routes.plans.add, { body: { title: `Plan ${Math.random()}` } });
    const action = await one.caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.2', title: 'Trusted assessor at both sites', horizon: 'quick_win', ownerId: one.caller.personId, dueOn: '2026-09-30', description: 'Two assessors, one at each site.', ...more } });
    return { ...one, action };
  }

  it('merges what two people change in different fields, and loses nothing when both change one', async () => {
    const { page, action } = await arranged();
    const other = await theatre.person(['lead']);
    const address = `/northmoor/actions/${action.id}`;
    await page.goto(address);
    await other.page.goto(address);
    await other.page.getByRole('button', { name: /^Add Theme/ }).waitFor();

    await page.getByRole('button', { name: /^Change Title/ }).click();
    await field(page, 'Title').fill('Trusted assessors at both hospital sites');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2.2 Trusted assessors at both hospital sites' }).waitFor();

    await other.page.getByRole('button', { name: /^Add Theme/ }).click();
    await field(other.page, 'Theme').fill('Flow');
    await other.page.keyboard.press('Enter');
    await other.page.getByText('Theme saved.').waitFor();
    await other.page.getByRole('heading', { name: '2.2 Trusted assessors at both hospital sites' }).waitFor();

    await page.getByRole('button', { name: /^Add Success measure/ }).click();
    await field(page, 'Success measure').fill('Eleven of fourteen homes accept the assessment');
    await other.page.getByRole('button', { name: /^Add Success measure/ }).click();
    await field(other.page, 'Success measure').fill('All homes accept it');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await other.page.getByText('Success measure saved.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Somebody else changed this too' }).waitFor();
    await shots(page, 'action-conflict');
    await page.getByText('All homes accept it').waitFor();
    await page.getByRole('dialog').getByText('Eleven of fourteen homes accept the assessment').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /Success measure: Eleven of fourteen/ }).waitFor();
  });

  it('moves its due date with a reason, and every move stays in sight', async () => {
    const { page, action } = await arranged();
    await page.goto(`/northmoor/actions/${action.id}`);
    await page.getByRole('button', { name: 'Move the due date' }).click();
    await page.getByRole('button', { name: 'Move the date' }).click();
    await page.getByText('Why is needed').or(page.getByText(/Why must be/)).first().waitFor();
    await page.getByRole('textbox', { name: /^New due date/ }).fill('18/12/2026');
    await page.getByLabel('Why').selectOption('Capacity');
    await page.getByLabel('Agreed by').fill('Delivery board, 12 November');
    await shots(page, 'action-move');
    await page.getByRole('button', { name: 'Move the date' }).click();
    await page.getByText('30 Sep 2026 → 18 Dec 2026').waitFor();
    await page.getByText('Agreed by Delivery board, 12 November').waitFor();
    await shots(page, 'action');
  });

  it('keeps what is restricted from an expert, and offers no button that would be refused', async () => {
    const { action } = await arranged({ risks: 'A provider may close', restricted: ['risks'] });
    const expert = await theatre.person(['expert']);
    await expert.page.goto(`/northmoor/actions/${action.id}`);
    await expert.page.getByText('Restricted').first().waitFor();
    expect(await expert.page.getByText('A provider may close').count()).toBe(0);
    expect(await expert.page.getByRole('button', { name: /Change|Move|Report/ }).count()).toBe(0);
    await shots(expert.page, 'action-expert');
  });
});
