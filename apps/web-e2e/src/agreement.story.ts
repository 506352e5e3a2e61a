import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('a plan as an agreement', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is signed by partners, kept to the wording they signed, and reported to boards', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Home sooner' } });
    const [council, trust] = [await caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } }), await caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } })];
    await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '1.1', title: 'One front door', horizon: 'quick_win', accountableOrganisationId: council.id, contributingIds: [trust.id] } });

    await page.goto('/northmoor/plan');
    await page.getByRole('navigation', { name: 'Views of the plan' }).getByRole('link', { name: 'Agreement' }).click();
    await page.getByText('Partners sign the aim once it is here.').waitFor();
    await shots(page, 'agreement-empty');
    await page.getByRole('button', { name: 'Say the aim' }).click();
    await field(page, 'Aim').fill('Nobody stays in hospital because something outside it is not ready.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Plan saved.').waitFor();

    await page.getByRole('button', { name: 'Record the signature of Northmoor Council' }).click();
    await field(page, 'Signed by').fill('Ruth Penhale');
    await page.getByRole('textbox', { name: 'Role' }).fill('Chief executive');
    await field(page, 'Signed on').fill('01/09/2026');
    await shots(page, 'agreement-sign');
    await page.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await page.getByText('Northmoor Council signed.').waitFor();
    await page.getByText('1 of 2 partners have signed the aim as it reads').first().waitFor();

    await page.getByRole('button', { name: 'Add a sponsor' }).click();
    await page.getByLabel('Organisation', { exact: true }).selectOption('Northmoor Council');
    await page.getByRole('textbox', { name: /^Role/ }).fill('Director of adult social care');
    await page.getByRole('button', { name: 'Add the sponsor' }).click();
    await page.getByText('Sponsor added.').waitFor();
    await page.getByRole('button', { name: 'Add a board' }).click();
    await field(page, 'Board').fill('Health and Wellbeing Board');
    await page.getByRole('button', { name: 'Add the board' }).click();
    await page.getByRole('button', { name: 'Add a date on which Health and Wellbeing Board meets' }).click();
    await field(page, 'Meets on').fill('10/12/2090');
    await page.getByRole('button', { name: 'Add the date' }).click();
    await page.getByText('Meets next on 10 Dec 2090').waitFor();
    await page.getByRole('button', { name: 'Add a step' }).click();
    await field(page, 'Who with').fill('The carers’ forum');
    await field(page, 'What is done together').fill('They read the plan aloud with us and choose what is asked in the survey.');
    await field(page, 'When').fill('15/01/2027');
    await page.getByRole('button', { name: 'Add the step' }).click();
    await page.getByText('Step added.').waitFor();

    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await field(page, 'Aim').fill('Nobody stays in hospital because something outside it is not ready, at weekends too.');
    await page.getByText('Another wording keeps those signatures').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Signed an earlier wording').waitFor();
    await page.getByText('“Nobody stays in hospital because something outside it is not ready.”').waitFor();
    await shots(page, 'agreement');

    const reader = await theatre.person(['executive']);
    await reader.page.goto(page.url());
    await reader.page.getByText('Signed an earlier wording').waitFor();
    expect(await reader.page.getByRole('button', { name: /^(Record|Add|Edit|Take)/ }).count()).toBe(0);
  });

  it('says what it lacks, and each line opens the form that mends it', async () => {
    const { page, caller } = await theatre.person(['lead'], { locality: 'eastvale' });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Living well at home' } });
    for (const [ref, title] of [['2.1', 'Two assessors at each site'], ['2.2', 'One front door for carers'], ['2.10', 'A rota that both hospitals keep']] as const)
      await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'quick_win' } });
    await page.goto('/eastvale/plan');
    await page.getByRole('link', { name: 'Plan health' }).click();
    await page.getByText('3 open actions have no owner.').waitFor();
    await page.getByText('3 quick wins and nothing deep-rooted: the causes stay as they are.').waitFor();
    await shots(page, 'plan-health');

    await page.getByRole('link', { name: /^Mend 2\.10/ }).nth(3).click();
    await field(page, 'Success measure').fill('No shift without an assessor');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Success measure saved.').waitFor();
    await page.goBack();
    await page.getByText('2 open actions do not say how success is seen.').waitFor();
    await page.getByRole('link', { name: 'See all 2 in the plan' }).click();
    await page.getByText('2 actions that match').waitFor();
    await page.getByRole('button', { name: 'Take off: Missing: success measures' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Say the aim' }).click();
    await field(page, 'Aim').waitFor();

    await page.goto(`/eastvale/plan/health?plan=${plan.id}`);
    await page.getByRole('link', { name: /^Mend 2\.1\s?Two/ }).last().click();
    await field(page, 'Who with').waitFor();
    await page.goto('/eastvale/programmes');
    await page.getByRole('heading', { name: 'No programmes yet' }).waitFor();
    await page.getByRole('button', { name: 'Add a programme' }).click();
    await field(page, 'Name').fill('Ageing Well');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Ageing Well' }).waitFor();
    await shots(page, 'programmes');
  });
});
