import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('the plan', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is filtered, grouped and sorted, and the address brings a colleague to the same rows', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.goto('/northmoor/plan');
    await page.getByRole('heading', { name: 'No actions yet' }).waitFor();
    await shots(page, 'plan-empty');

    const plan = await caller.ask(routes.plans.add, { body: { title: 'Response to the system review', board: 'Health and Wellbeing Board' } });
    const council = await caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    const titles = ['Trusted assessor in place at both hospital sites', 'Discharge to assess for every ward', 'One front door for carers', 'Workforce plan across care and hospital'];
    for (let n = 0; n < 130; n += 1) {
      const action = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `${1 + Math.floor(n / 12)}.${1 + (n % 12)}`, title: `${titles[n % 4]}${n < 4 ? '' : `, part ${n}`}`, horizon: 'quick_win', theme: ['Flow', 'Carers', 'Workforce'][n % 3] ?? null, dueOn: n % 5 === 0 ? '2025-03-31' : '2027-03-31', ...(n % 2 ? { ownerId: caller.personId } : {}), accountableOrganisationId: council.id } });
      if (n % 7 === 0) await caller.ask(routes.updates.report, { params: { id: action.id }, body: { status: 'at_risk', narrative: 'Recruited to one of two posts; the second is out to advert again.', pathToGreen: 'Share the post' } });
    }
    await page.reload();
    await page.getByText('130 actions').waitFor();
    await shots(page, 'plan');
    await page.mouse.move(600, 500);
    // Page after page comes as somebody scrolls, and the rows far above are not drawn any more.
    for (let n = 0; n < 30 && (await page.getByText('11.10', { exact: true }).count()) === 0; n += 1) {
      await page.mouse.wheel(0, 2_000);
      await page.waitForTimeout(150);
    }
    await page.getByText('11.10', { exact: true }).waitFor();
    await page.mouse.wheel(0, 20_000);
    await page.waitForFunction(() => document.querySelectorAll('.ft-plan__ref').length < 130);
    await page.mouse.wheel(0, -20_000);

    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('checkbox', { name: 'At risk' }).check();
    await page.getByText('19 actions that match').waitFor();
    await page.getByLabel('Group by').selectOption('Theme');
    await page.getByRole('rowheader', { name: /^Flow/ }).waitFor();
    await page.getByRole('button', { name: 'Due' }).click();
    await page.getByLabel('Contains').fill('discharge');
    await page.keyboard.press('Enter');
    await page.getByText(/actions? that match/).waitFor();
    await shots(page, 'plan-filtered');
    expect(new URL(page.url()).searchParams.get('group')).toBe('theme');

    const colleague = await theatre.person(['executive']);
    await colleague.page.goto(page.url());
    await colleague.page.getByRole('button', { name: 'Take off: At risk' }).waitFor();
    await colleague.page.getByText('Contains “discharge”').waitFor();
    const refs = async (of: typeof page) => of.locator('.ft-plan__ref').allTextContents();
    expect(await refs(colleague.page)).toEqual(await refs(page));
    await colleague.page.getByRole('button', { name: 'Take all off' }).click();
    await colleague.page.getByText('130 actions', { exact: true }).waitFor();
    expect(await colleague.page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
  });

  it('lets a lead start a plan and add its first action', async () => {
    const { page } = await theatre.person(['lead'], { locality: 'eastvale' });
    await page.goto('/eastvale/actions/new');
    await page.getByLabel('Title').fill('Eastvale improvement plan');
    await page.getByRole('button', { name: 'Add the plan' }).click();
    await page.getByRole('textbox', { name: 'Ref', exact: true }).fill('1.1');
    await page.getByLabel('Title').fill('One front door');
    await page.getByRole('textbox', { name: /^Due date/ }).fill('31/03/2027');
    await shots(page, 'action-add');
    await page.getByRole('button', { name: 'Add the action' }).click();
    await page.getByRole('heading', { name: '1.1 One front door' }).waitFor();
  });
});
