import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('findings', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead write down what a review said and link the action that answers it', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.1', title: 'Discharge to assess on every ward', horizon: 'quick_win' } });

    await page.goto('/northmoor/findings');
    await page.getByRole('heading', { name: 'No findings yet' }).waitFor();
    await shots(page, 'findings-empty');
    await page.getByRole('link', { name: 'Add a review' }).click();
    await page.getByLabel('Framework').selectOption({ label: 'Local system review, 2017–18 (Care Quality Commission)' });
    await page.getByLabel('Title').fill('System review 2026');
    await page.getByLabel('Reviewed by').fill('Care Quality Commission');
    await page.getByLabel('Fieldwork from', { exact: false }).first().fill('02/03/2026');
    await page.getByLabel('Fieldwork to', { exact: false }).first().fill('06/03/2026');
    await page.getByLabel('Report published', { exact: false }).first().fill('01/03/2026');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The report cannot be published before the fieldwork is over').waitFor();
    await shots(page, 'reviews-refused');
    await page.getByLabel('Report published', { exact: false }).first().fill('11/05/2026');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'System review 2026' }).waitFor();
    await page.getByRole('link', { name: 'All reviews' }).click();
    await page.getByRole('rowheader', { name: 'System review 2026' }).waitFor();
    await shots(page, 'reviews-list');

    await page.getByRole('link', { name: 'All findings' }).click();
    await page.getByRole('heading', { name: 'Findings', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Add a finding' }).click();
    await page.getByLabel('Ref', { exact: true }).fill('3.2');
    await page.getByLabel('Page', { exact: false }).first().fill('24');
    await page.getByLabel('Quotation').fill('People told us that they were ready to go home and nobody knew who would decide. On two wards the wait was longer than the treatment.');
    await page.getByLabel('Must or should').selectOption({ label: 'Must' });
    await page.getByLabel('Themes').fill('Discharge');
    // The theme is still half typed: what its box shows once it is left must not move the button from under the pointer.
    await page.getByRole('button', { name: 'Add', exact: true }).click({ delay: 150 });
    await page.getByRole('heading', { name: 'Finding 3.2' }).waitFor();
    await page.getByText('No action answers this yet.').waitFor();
    await page.getByRole('button', { name: 'Link an action' }).click();
    await page.getByLabel('Which action answers it?').fill('2.1');
    await page.getByRole('button', { name: '2.1 Discharge to assess' }).click();
    await page.getByText('2.1 answers this finding.').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Crisis management: Is it responsive?').check();
    await shots(page, 'finding-edit');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Crisis management: Is it responsive?').waitFor();
    await shots(page, 'finding-page');
  });

  it('shows the findings that nothing answers in one click, and the frameworks behind them', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { items } = await caller.ask(routes.reviews.list);
    for (const [ref, kind, force] of [['3.10', 'challenge', 'must'], ['3.9', 'area_for_improvement', 'should'], ['4.1', 'strength', 'should']] as const)
      await caller.ask(routes.findings.add, { body: { reviewId: items[0]?.id ?? '', ref, quotation: `What the review said in ${ref}: staff were kind, and worked round a system that did not know what each part of it was doing.`, kind, force, themes: ['Workforce'] } });
    const { criteria } = (await caller.ask(routes.frameworks.list)).items[2] ?? { criteria: [] };
    for (const [ref, at] of [['3.10', 1], ['4.1', 0]] as const) {
      const id = (await caller.ask(routes.findings.list)).items.find((one) => one.ref === ref)?.id ?? '';
      await caller.ask(routes.findings.edit, { params: { id }, body: { addCriteria: [criteria[at]?.id ?? ''], version: 1 } });
    }
    await page.goto('/northmoor/findings?kind=challenge');
    await page.getByText('1 finding shown, worst first').waitFor();
    await page.goto('/northmoor/findings');
    await page.getByRole('rowheader').nth(3).waitFor();
    await page.getByText('Where they fall: by criterion and kind').click();
    await shots(page, 'findings-grid');
    await page.getByRole('button', { name: '1 with no action, Is it effective?' }).click();
    await page.getByText('1 finding shown, worst first').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('4 findings, worst first').waitFor();
    const table = page.getByRole('table', { name: 'Findings, worst first' });
    await until(async () => expect(await table.getByRole('row').locator('td:first-child').allTextContents()).toEqual(['3.10', '3.9', '3.2', '4.1']));
    await shots(page, 'findings-list');
    await page.getByRole('button', { name: 'With no action (2)' }).click();
    await page.getByText('2 findings shown, worst first').waitFor();
    expect(page.url()).toContain('unanswered=true');
    await until(async () => expect(await table.getByRole('row').locator('td:first-child').allTextContents()).toEqual(['3.10', '3.9']));
    await page.getByRole('link', { name: 'Frameworks' }).click();
    await page.getByText('How it is scored').click();
    await page.getByRole('cell', { name: 'Requires improvement' }).first().waitFor();
    await shots(page, 'frameworks');
  });

  it('leads from a finding that nothing answers to a new action that does', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/findings?unanswered=true');
    await page.getByRole('link', { name: /in 3\.10/ }).click();
    await page.getByRole('link', { name: 'add an action' }).click();
    await page.getByText('It will answer finding 3.10', { exact: false }).waitFor();
    await page.getByLabel('Ref', { exact: true }).fill('3.1');
    await page.getByLabel('Title').fill('Name one owner for the market');
    await page.getByRole('button', { name: 'Add the action' }).click();
    await page.getByRole('link', { name: 'Finding 3.10' }).click();
    await page.getByRole('link', { name: 'Name one owner for the market' }).waitFor();
    expect(await page.getByRole('button', { name: 'Withdraw this finding' }).count()).toBe(0);
  });

  it('lets a critical friend challenge an action, a lead answer it, and the friend close it', async () => {
    const [friend, lead] = [await theatre.person(['critical_friend']), await theatre.person(['lead'])];
    const { items } = await lead.caller.ask(routes.actions.list);
    const address = `/northmoor/actions/${items[0]?.id}`;
    await friend.page.goto(address);
    await friend.page.getByRole('button', { name: 'Comment or challenge' }).click();
    await friend.page.getByLabel('What is it?').selectOption({ label: 'Challenge' });
    await friend.page.getByLabel('What you want to say').fill('Who owns this across the council and the trust? The plan names nobody.');
    await friend.page.getByLabel('Answer needed by', { exact: false }).first().fill('01/12/2030');
    await field(friend.page, 'Bring it to').fill('lead');
    await friend.page.getByRole('option', { name: 'Test lead' }).last().click();
    await friend.page.getByRole('button', { name: 'Take out Test lead' }).waitFor();
    await shots(friend.page, 'thread-bring');
    await friend.page.getByRole('button', { name: 'Raise it' }).click();
    await friend.page.getByText('Answer needed by 1 Dec 2030').waitFor();

    await lead.page.goto('/northmoor/my-work');
    await lead.page.getByRole('heading', { name: 'Brought to you' }).waitFor();
    await lead.page.getByText('1 mention waits').waitFor();
    await shots(lead.page, 'my-work-brought');
    await lead.page.getByRole('link', { name: items[0]?.title ?? '' }).first().click();
    await lead.page.getByText('Brought to Test lead').waitFor();
    await lead.page.getByRole('button', { name: 'Answer the challenge' }).click();
    await lead.page.getByLabel('Your answer').selectOption({ label: 'Partly accepted' });
    await lead.page.getByLabel('What you want to say').fill('The director of integrated care owns it from January.');
    await field(lead.page, 'Bring it to').fill('critical');
    await lead.page.getByRole('option', { name: 'Test critical_friend' }).last().click();
    await shots(lead.page, 'thread-answer');
    await lead.page.getByRole('button', { name: 'Send' }).click();
    await lead.page.getByText('Answered', { exact: true }).waitFor();

    // Who answers has seen it; of what is only to be seen one says so.
    await lead.page.goto('/northmoor/my-work');
    await lead.page.getByRole('heading', { name: 'My work' }).waitFor();
    await until(async () => expect(await lead.page.getByRole('heading', { name: 'Brought to you' }).count()).toBe(0));
    await friend.page.goto('/northmoor/my-work');
    await friend.page.getByRole('button', { name: 'Seen what Test lead said' }).click();
    await until(async () => expect(await friend.page.getByRole('button', { name: 'Seen what Test lead said' }).count()).toBe(0));
    await friend.page.goto(address);
    await friend.page.getByText('The director of integrated care owns it from January.').waitFor();
    await friend.page.getByRole('button', { name: 'Close the challenge' }).click();
    await friend.page.getByText('Closed', { exact: true }).waitFor();
    await shots(friend.page, 'thread-closed');
  });
});
