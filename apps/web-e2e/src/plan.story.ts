import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('the plan', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('says what to do while there is none', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/plan');
    await page.getByRole('heading', { name: 'No actions yet' }).waitFor();
    await shots(page, 'plan-empty');
  });

  it('comes page after page as somebody scrolls, and draws only the rows near the window', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Response to the system review' } });
    const council = await caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    // Many at once, as an import makes them.
    await theatre.stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, horizon, theme, due_on, baseline_due_on, owner_id, accountable_organisation_id)
       select p.locality_id, p.id, (1 + n / 12) || '.' || (1 + n % 12), (array['Trusted assessor in place at both hospital sites', 'Discharge to assess for every ward', 'One front door for carers', 'Workforce plan across care and hospital'])[1 + n % 4] || case when n < 4 then '' else ', part ' || n end,
         'quick_win', (array['Flow', 'Carers', 'Workforce'])[1 + n / 12 % 3], d.due, d.due, case when n % 2 = 1 then $2::uuid end, $3
       from plan p, generate_series(0, 129) n, lateral (select case when n % 5 = 0 then date '2025-03-31' else date '2027-03-31' end as due) d where p.id = $1`,
      [plan.id, caller.personId, council.id],
    );
    await theatre.stage.owner.query(
      `with told as (insert into status_update (locality_id, action_id, status, narrative, path_to_green)
         select locality_id, id, 'at_risk', 'Recruited to one of two posts; the second is out to advert again.', 'Share the post' from action where plan_id = $1 and ref ~ '\\.[17]$' returning locality_id, id, action_id, as_of)
       update action a set status = 'at_risk', status_on = told.as_of, last_update_id = told.id from told where a.locality_id = told.locality_id and a.id = told.action_id`,
      [plan.id],
    );
    await page.goto('/northmoor/plan');
    await page.getByText('130 actions').waitFor();
    await page.mouse.move(600, 500);
    for (let n = 0; n < 30 && (await page.getByText('11.10', { exact: true }).count()) === 0; n += 1) {
      await page.mouse.wheel(0, 2_000);
      await page.waitForTimeout(150);
    }
    await page.getByText('11.10', { exact: true }).waitFor();
    await page.mouse.wheel(0, 20_000);
    await page.waitForFunction(() => document.querySelectorAll('.ft-plan__ref').length < 130);
  });

  it('is filtered, grouped and sorted, and the address brings a colleague to the same rows', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/plan');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('checkbox', { name: 'At risk' }).check();
    await page.getByText('22 actions that match').waitFor();
    await page.getByLabel('Group by').selectOption('Theme');
    await page.getByRole('rowheader', { name: /^Flow/ }).waitFor();
    await page.getByRole('button', { name: 'Due' }).click();
    await page.getByLabel('Contains').fill('front door');
    await page.keyboard.press('Enter');
    await page.getByText('11 actions that match').waitFor();
    await shots(page, 'plan-filtered');
    expect(new URL(page.url()).searchParams.get('group')).toBe('theme');

    const [workbook] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as Excel' }).click()]);
    expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/);

    const colleague = await theatre.person(['executive']);
    await colleague.page.goto(page.url());
    await colleague.page.getByRole('button', { name: 'Take off: At risk' }).waitFor();
    await colleague.page.getByText('Contains “front door”').waitFor();
    const refs = async (of: typeof page) => of.locator('.ft-plan__ref').allTextContents();
    expect(await refs(colleague.page)).toHaveLength(11);
    expect(await refs(colleague.page)).toEqual(await refs(page));
    await colleague.page.getByRole('button', { name: 'Take all off' }).click();
    await colleague.page.getByText('130 actions', { exact: true }).waitFor();
    // On paper are all of them, however far somebody has scrolled.
    await colleague.page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-on-paper', String(document.querySelectorAll('.ft-plan__ref').length));
    });
    await colleague.page.getByRole('button', { name: 'Print' }).click();
    await colleague.page.locator('[data-on-paper="130"]').waitFor({ state: 'attached' });
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

    await page.goto('/eastvale/plan');
    await page.getByRole('link', { name: 'Edit the plan' }).click();
    await page.getByRole('textbox', { name: /^Aim/ }).fill('People are asked once');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('People are asked once').waitFor();
    await shots(page, 'plan-one');
  });
});
