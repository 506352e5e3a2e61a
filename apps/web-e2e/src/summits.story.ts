import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre, until } from './harness';

describe('summits', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead record what was agreed, make an action of it and walk both ways', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    await caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.4', title: 'Weekend brokerage', horizon: 'medium' } });
    const { items } = await caller.ask(routes.frameworks.list);
    const review = await caller.ask(routes.reviews.add, { body: { frameworkId: items[2]?.id ?? '', title: 'System review 2026' } });
    const finding = await caller.ask(routes.findings.add, { body: { reviewId: review.id, ref: '3.2', quotation: 'People were ready to go home and nobody knew who would decide.', kind: 'challenge', force: 'must', themes: [] } });

    await page.goto('/northmoor/summits');
    await page.getByRole('heading', { name: 'No summits yet' }).waitFor();
    await shots(page, 'summits-empty');
    await page.getByRole('button', { name: 'Add a summit' }).click();
    await page.getByLabel('Title').fill('Leaders’ summit');
    await page.getByLabel('Held on', { exact: true }).fill('10/06/2026');
    await page.getByLabel('Place').fill('Town hall');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'Leaders’ summit' }).waitFor();

    await page.getByRole('button', { name: 'Outcomes 0' }).click();
    await page.getByRole('button', { name: 'Record an outcome' }).click();
    await page.getByLabel('What was agreed').fill('One discharge team for the whole place, seven days a week, from October.');
    await page.getByLabel('Kind').selectOption({ label: 'Quick win' });
    await page.getByRole('combobox', { name: /^Finding/ }).fill('ready to go');
    await page.getByRole('option', { name: /3\.2/ }).click();
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('Say at least one organisation that agreed').waitFor();
    await shots(page, 'summit-outcome-refused');
    await page.getByLabel('Moor Valley NHS FT').check();
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('No action yet').waitFor();

    await page.getByRole('button', { name: 'Make an action of it' }).click();
    await until(async () => expect(await page.getByLabel('Title').inputValue()).toBe('One discharge team for the whole place, seven days a week, from October.'));
    await shots(page, 'summit-make-action');
    await page.getByRole('button', { name: 'Make the action' }).click();
    await page.getByRole('link', { name: 'S1 One discharge team' }).click();
    // The action knows where it comes from, and the way back.
    await page.getByRole('heading', { level: 1, name: /One discharge team/ }).waitFor();
    await page.getByText('“People were ready to go home and nobody knew who would decide.”', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Leaders’ summit' }).click();
    await page.getByRole('link', { name: 'S1 One discharge team' }).waitFor();
    await page.getByRole('button', { name: 'Link an action that is there' }).click();
    await page.getByLabel('Which action comes from it?').fill('brokerage');
    await page.getByRole('button', { name: '2.4 Weekend brokerage' }).click();
    await page.getByRole('link', { name: '2.4 Weekend brokerage' }).waitFor();
    await shots(page, 'summit-page');

    // From the finding one can walk to the summit, and to the action that the outcome became.
    await page.getByRole('link', { name: /3\.2 · People were ready/ }).click();
    await page.getByRole('heading', { name: 'Finding 3.2' }).waitFor();
    expect(page.url()).toContain(finding.id);
    await page.getByRole('table', { name: 'Actions that answer finding 3.2' }).getByRole('link', { name: 'One discharge team for the whole place' }).waitFor();
    await page.getByRole('link', { name: 'Leaders’ summit' }).click();
    await page.getByRole('heading', { name: 'Leaders’ summit' }).waitFor();
    await page.getByRole('link', { name: 'All summits' }).click();
    await page.getByRole('rowheader', { name: 'Leaders’ summit' }).waitFor();
    await shots(page, 'summits-list');
  });

  it('shows a critical friend what was agreed, and offers nothing that would be refused', async () => {
    const { page } = await theatre.person(['critical_friend']);
    await page.goto('/northmoor/summits');
    await page.getByRole('link', { name: 'Leaders’ summit' }).click();
    await page.getByText('One discharge team for the whole place, seven days a week, from October.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Make an action of it' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Record an outcome' }).count()).toBe(0);
  });
});
