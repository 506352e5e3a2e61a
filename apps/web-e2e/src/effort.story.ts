import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre } from './harness';

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('what an action asks of people', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is said by a lead, asked of another organisation, and confirmed there in My work', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const partner = async (name: string, kind: 'nhs_trust' | 'care_provider') => (await caller.ask(routes.organisations.add, { body: { name, kind, aliases: [] } })).id;
    const trust = await partner('Moor Valley NHS FT', 'nhs_trust');
    await partner('Northmoor Home Care', 'care_provider');
    await caller.ask(routes.people.add, { body: { name: 'Priya Nair', jobTitle: 'Analyst', organisationId: trust } });
    const theirs = await theatre.person(['lead'], { organisationId: trust });
    await theatre.stage.owner.query(`update person set name = 'Joan Fairley' where id = $1`, [theirs.caller.personId]);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const { id } = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.4', title: 'Discharge to assess on every ward', horizon: 'medium', accountableOrganisationId: trust, startOn: day(5), dueOn: day(120) } });
    await caller.ask(routes.milestones.add, { params: { id }, body: { title: 'First ward goes live', dueOn: day(60) } });

    await page.goto(`/northmoor/actions/${id}`);
    const card = page.getByRole('region', { name: 'Effort' });
    await card.getByText('Not estimated, which is not zero.').waitFor();

    // By keyboard alone: one figure is enough.
    await card.getByRole('button', { name: 'Add a line of effort' }).focus();
    await page.keyboard.press('Enter');
    await field(page, 'Likely').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('12.5');
    await page.keyboard.press('Enter');
    await card.getByText('12.5 days', { exact: true }).first().waitFor();
    await page.getByText('Line added.').waitFor();

    await card.getByRole('button', { name: 'Add a line of effort' }).click();
    await field(page, 'Likely').fill('4');
    await field(page, 'At least').fill('6');
    await field(page, 'Skill').selectOption({ label: 'Data and analysis' });
    await field(page, 'Level needed').selectOption({ label: 'Able' });
    await field(page, 'When it falls').selectOption({ label: 'In equal parts up to each milestone' });
    await card.getByRole('button', { name: 'Add the line' }).click();
    await card.getByText('The least is more than what is likely').waitFor();
    await shots(page, 'effort-form');
    await field(page, 'At least').fill('2');
    await field(page, 'At most').fill('10');
    await card.getByRole('button', { name: 'Add the line' }).click();
    await card.getByText('4 days (2 to 10)', { exact: true }).waitFor();
    await card.getByText('16.5 days (14.5 to 22.5)').waitFor();

    await card.getByRole('button', { name: 'Add a line of effort' }).click();
    await field(page, 'What for').selectOption({ label: 'To take in what it changes' });
    await field(page, 'Which service takes it in').selectOption({ label: 'Northmoor Home Care' });
    await field(page, 'Likely').fill('30');
    await card.getByRole('button', { name: 'Add the line' }).click();
    await card.getByText('Taken in by Northmoor Home Care').waitFor();

    await card.getByRole('button', { name: 'Ask for somebody for 4 days' }).click();
    await field(page, 'Who').fill('priya');
    await page.keyboard.press('Enter');
    await card.getByText('The leads of Moor Valley NHS FT are asked to confirm it.').waitFor();
    await field(page, 'How much').fill('5');
    await card.getByText('It is 1 day more than the line needs, and meant').waitFor();
    await shots(page, 'effort-asking');
    await field(page, 'How much').fill('3');
    await card.getByRole('button', { name: 'Ask for them' }).click();
    await card.locator('b', { hasText: 'Priya Nair' }).waitFor();
    await card.getByText('Part of it: 3 days').waitFor();

    // Of an action with lines nobody types the days any more.
    expect(await card.getByRole('button', { name: /Change Days needed/ }).count()).toBe(0);
    await shots(page, 'effort');

    await theirs.page.goto('/northmoor/my-work');
    await theirs.page.getByRole('heading', { name: 'Days to confirm' }).waitFor();
    await shots(theirs.page, 'effort-my-work');
    await theirs.page.getByRole('button', { name: /^Confirm\W+Priya Nair, 3 days for 2\.4/ }).click();
    await theirs.page.getByText('Confirmed.', { exact: true }).waitFor();
    await theirs.page.getByRole('heading', { name: 'Days to confirm' }).waitFor({ state: 'detached' });
    await page.reload();
    await card.getByText('confirmed by Joan Fairley').waitFor();

    // An update says what was spent, and what is left follows.
    await page.getByRole('link', { name: 'Report an update' }).click();
    await page.getByRole('radio', { name: /On track/ }).check();
    await page.getByText('How many days did it take? If you know').click();
    await field(page, 'Days spent so far').fill('2.5');
    await shots(page, 'effort-update');
    await page.getByRole('button', { name: 'Report', exact: false }).first().click();
    await page.goto(`/northmoor/actions/${id}`);
    await card.getByText('Left to do').waitFor();
    expect(await card.locator('.ft-effort__sums').innerText()).toMatch(/Left to do\s+14 days/);

    // An executive sees the organisation, and no figure that would be one person's.
    const { page: board } = await theatre.person(['executive']);
    await board.goto(`/northmoor/actions/${id}`);
    const shown = board.getByRole('region', { name: 'Effort' });
    await shown.getByText('fewer than three people').waitFor();
    expect(await shown.getByText('Priya Nair').count()).toBe(0);
    await shots(board, 'effort-executive');

    await card.getByRole('button', { name: 'Take out 12.5 days, Anybody' }).click();
    await page.getByText('The line of 12.5 days is taken out.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.getByText('16.5 days (14.5 to 22.5)').waitFor();
  });

  it('asks for skills that the locality keeps, and people have to a level', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await caller.ask(routes.people.add, { body: { name: 'Sam Okafor', jobTitle: 'Improvement adviser' } });
    await page.goto('/northmoor/capacity');
    await page.getByRole('link', { name: 'Skills' }).click();
    await field(page, 'Another skill').fill('finance');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('There is already a skill with that name').waitFor();
    await field(page, 'Another skill').fill('Trusted assessment');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Skill added.').waitFor();
    await field(page, 'Name or organisation').fill('okafor');
    await page.getByRole('button', { name: 'Change the skills of Sam Okafor' }).click();
    await field(page, 'Trusted assessment').selectOption({ label: 'Can teach' });
    await page.getByText('Trusted assessment: can teach').waitFor();
    await shots(page, 'skills');
    await page.getByRole('button', { name: 'Take out Communications' }).click();
    await page.getByText('“Communications” is taken out of the list.').waitFor();
  });
});
