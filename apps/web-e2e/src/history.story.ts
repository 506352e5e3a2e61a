import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre, until } from './harness';

describe('the history', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('says who changed an action, and narrows to a kind, a person and days in the address', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.goto('/northmoor/history?kind=board_meeting');
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
    await shots(page, 'history-empty');

    const plan = await caller.ask(routes.plans.add, { body: { title: 'Home sooner' } });
    const action = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.2', title: 'Trusted assessor at both sites', horizon: 'quick_win', ownerId: caller.personId, description: 'One assessment that every home on both sites accepts.' } });
    await caller.ask(routes.actions.edit, { params: { id: action.id }, body: { horizon: 'deep_rooted', description: 'One assessment that every care home and home-care provider accepts, at both hospital sites, seven days a week.', version: 1 } });
    await caller.ask(routes.updates.report, { params: { id: action.id }, body: { status: 'off_track', narrative: 'Second post out to advert for the third time.', pathToGreen: 'Fund the post for two years.', decision: { what: 'Fund a second assessor', fromWhom: 'Chief officers', neededBy: '2090-12-10' } } });
    await page.goto(`/northmoor/actions/${action.id}`);
    await page.getByRole('link', { name: 'History of this action' }).click();
    await page.getByRole('heading', { level: 1, name: 'History of 2.2 Trusted assessor at both sites' }).waitFor();
    await page.getByText('Second post out to advert for the third time.').waitFor();
    await page.getByRole('heading', { name: /^Action changed:? ?2\.2 Trusted assessor at both sites/ }).first().waitFor();
    await shots(page, 'history-of-action');

    // Two edits of one thing by one person in one sitting are one; the life of the action is there for all who read the plan.
    const { version } = await caller.ask(routes.actions.page, { params: { id: action.id } });
    await caller.ask(routes.actions.edit, { params: { id: action.id }, body: { theme: 'Discharge', version } });
    await caller.ask(routes.milestones.add, { params: { id: action.id }, body: { title: 'Contract signed', dueOn: '2090-05-01' } });
    const reader = await theatre.person(['expert']);
    await reader.page.goto(`/northmoor/actions/${action.id}`);
    await reader.page.getByRole('link', { name: 'Its whole life, in one line of time' }).click();
    await reader.page.getByText('edits, the last').waitFor();
    await reader.page.getByRole('heading', { name: 'Milestone added' }).waitFor();
    await shots(reader.page, 'action-life');
    await reader.page.getByLabel('What was agreed').uncheck();
    await reader.page.waitForURL(/of=reports/);
    await until(async () => expect(await reader.page.getByRole('heading', { name: 'Action changed' }).count()).toBe(0));
    await reader.page.getByRole('heading', { name: 'Milestone added' }).waitFor();

    await page.getByLabel('Kind of thing').selectOption('Decision needed');
    await page.waitForURL(/kind=decision_request/);
    await page.getByText('Fund a second assessor').waitFor();
    await until(async () => expect(await page.getByText('Second post out to advert').count()).toBe(0));
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByRole('heading', { level: 1, name: 'History', exact: true }).waitFor();
    await page.getByRole('heading', { name: /^Plan added:? ?Home sooner/ }).waitFor();
    await shots(page, 'history');

    await page.goto('/northmoor/history?from=2090-02-01&to=2090-01-01');
    await page.getByText('To must be the same day as From, or later').first().waitFor();
    await shots(page, 'history-refused');
  });

  it('goes on to earlier changes, and is closed to who may not read it', async () => {
    const { page, caller } = await theatre.person(['administrator'], { size: 'phone' });
    for (let n = 1; n <= 52; n += 1) await caller.ask(routes.programmes.add, { body: { name: `Programme ${n}` } });
    await page.goto('/northmoor/history?kind=programme');
    await page.getByText('Programme 52', { exact: true }).first().waitFor();
    expect(await page.getByText('Programme 1', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show earlier changes' }).click();
    await page.getByText('Programme 1', { exact: true }).first().waitFor();

    const { page: closed } = await theatre.person(['executive']);
    await closed.goto('/northmoor/history');
    await closed.getByText('Your role here does not allow that').first().waitFor();
    await shots(closed, 'history-closed');
  });
});
