import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('capacity', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead confirm days, and the month changes from unknown to a figure', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const ids: string[] = [];
    for (const [name, kind] of [['Moor Valley NHS FT', 'nhs_trust'], ['Northmoor Council', 'council'], ['Northmoor Care Association', 'care_provider'], ['Northmoor Integrated Care Board', 'icb']] as const)
      ids.push((await caller.ask(routes.organisations.add, { body: { name, kind, aliases: [] } })).id);
    const [trust = '', council = '', care = ''] = ids;
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const { months } = await caller.ask(routes.capacity.page);
    const month = (index: number) => months[index] ?? '';
    let ref = 0;
    const action = (organisation: string | undefined, daysNeeded: number | undefined, from: number, to: number, title: string) =>
      caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `1.${(ref += 1)}`, title, horizon: 'medium', ...(organisation ? { accountableOrganisationId: organisation } : {}), ...(daysNeeded === undefined ? {} : { daysNeeded }), startOn: `${month(from)}-01`, dueOn: `${month(to)}-28` } });
    await action(trust, 24, 1, 4, 'Discharge to assess on every ward');
    await action(trust, 9.5, 1, 1, 'Trusted assessor in place');
    await action(council, 30, 1, 6, 'One brokerage team, seven days a week');
    await action(care, 12, 2, 5, 'Shared recruitment for home care');
    await action(undefined, 4, 1, 2, 'Workforce strategy');
    await action(council, undefined, 1, 3, 'Carers’ assessment in every locality');

    await page.goto('/northmoor/capacity');
    await page.getByRole('rowheader', { name: 'Moor Valley NHS FT' }).waitFor();
    const trustRow = page.getByRole('row', { name: /Moor Valley NHS FT/ });
    await trustRow.getByText(/Not known: .* days needed/).first().waitFor({ state: 'attached' });
    await shots(page, 'capacity-unknown');

    await page.getByRole('button', { name: 'Confirm days' }).click();
    const box = (row: number, column: number) => page.locator(`#days-${row}-${column}`);
    await box(0, 1).fill('1.25');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Days confirmed must be a number with at most 1 decimal places').waitFor();
    await shots(page, 'capacity-editor');
    for (const [column, days] of ['', '14', '10', '7', '6.5', '5'].entries()) await box(0, column).fill(days);
    for (let column = 0; column < 12; column += 1) await box(1, column).fill('0');
    for (let column = 0; column < 5; column += 1) await box(3, column).fill('6.2');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The days are confirmed.').waitFor();
    await trustRow.getByText(/\d+ per cent, over/).first().waitFor({ state: 'attached' });
    await page.getByRole('row', { name: /Northmoor Care Association/ }).getByText(/No days for this work/).first().waitFor({ state: 'attached' });
    await trustRow.getByRole('button').first().click();
    await page.getByRole('link', { name: 'Trusted assessor in place' }).waitFor();
    await shots(page, 'capacity');
    expect(page.url()).toContain('month=');
  });

  it('asks before a figure that somebody else changed is written over', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.goto('/northmoor/capacity');
    await page.getByRole('button', { name: 'Confirm days' }).click();
    const box = page.locator('#days-2-11');
    await box.fill('5');
    const { rows } = await caller.ask(routes.capacity.page);
    const [row] = rows.filter((one) => one.name === 'Northmoor Council');
    await caller.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: row?.organisationId ?? '', month: row?.months[11]?.month ?? '', days: 9, was: row?.months[11]?.confirmed ?? null }] } });
    await page.getByLabel(/^Northmoor Council, /).last().fill('7');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('they wrote 9, you wrote 7').waitFor();
    await shots(page, 'capacity-clash');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByText('The days are confirmed.').waitFor();
  });
});
