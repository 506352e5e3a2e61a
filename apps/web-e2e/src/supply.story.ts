import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import { anOrganisation } from '../../api/src/testing/plan-builder';
import { field, openTheatre, shots, type Theatre, until } from './harness';

const today = londonDay(new Date());
const typed = (day: string): string => day.split('-').toReversed().join('/');
const next = monthsAfter(`${today.slice(0, 7)}-01`, 1);

describe('what people can give', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const organisation = async (name: string): Promise<string> => anOrganisation((await theatre.person(['lead'])).caller, name);

  it('is said by oneself in days and halves, and each month opens the way to its figure', async () => {
    const { page } = await theatre.person(['lead'], { organisationId: await organisation('Northmoor Council') });
    await page.goto('/northmoor/capacity');
    await page.getByRole('navigation', { name: 'Views of capacity' }).getByRole('link', { name: 'My load' }).click();
    await page.getByRole('heading', { name: 'Not known yet' }).waitFor();
    expect(await page.getByRole('cell', { name: 'Not known' }).count()).toBe(12);
    await shots(page, 'supply-unknown');

    await page.getByRole('button', { name: 'Say when you work' }).click();
    await page.getByRole('button', { name: 'Mon to Thu' }).click();
    await page.getByRole('combobox', { name: 'Friday' }).selectOption('Hours');
    await page.getByLabel('Hours on Friday').fill('25:00');
    await field(page, 'From').fill('01/01/2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Minutes a day must be 1,440 or less').waitFor();
    await page.getByLabel('Hours on Friday').fill('3.75');
    await page.getByText('33 h 45 a week, 0.9 FTE').waitFor();
    await shots(page, 'supply-pattern');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Mon to Thu, Fri half').waitFor();

    await page.getByRole('button', { name: 'Add days away' }).click();
    await field(page, 'First day').fill(typed(dayAfter(next, 7)));
    await field(page, 'Last day').fill(typed(dayAfter(next, 5)));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The last day must be on or after the first').waitFor();
    await field(page, 'Last day').fill(typed(dayAfter(next, 9)));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The days are entered.').waitFor();

    // Nothing is released: known, and nothing.
    const row = page.getByRole('row').nth(2);
    await row.getByText('0.0', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Release a share' }).click();
    await field(page, 'Per cent of their time').fill('40');
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByText('The release is confirmed.').waitFor();
    await row.getByRole('button', { name: /How/ }).click();
    await page.getByRole('row', { name: /Not released/ }).waitFor();
    await page.getByRole('row', { name: /Leave entered/ }).waitFor();
    await shots(page, 'supply-my-load');

    // What is taken out comes back by one press.
    await page.getByRole('button', { name: /Take out leave/ }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /Take out leave/ }).waitFor();
  });

  it('is asked for by another organisation’s lead, who sees no figures, and confirmed by their own in My work', async () => {
    const council = await organisation('Eastside Council');
    const asker = await theatre.person(['lead'], { organisationId: await organisation('Moor Valley NHS FT') });
    const own = await theatre.person(['lead'], { organisationId: council });
    const { id } = await own.caller.ask(routes.people.add, { body: { name: 'Priya Hill', jobTitle: 'Brokerage lead', profession: 'Social worker', organisationId: council } });
    await own.caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-05', toOn: null, minutes: [444, 444, 444, 0, 0, 0, 0], fullTimeMinutes: 444 } });
    await asker.page.goto('/northmoor/people?find=Priya');
    await asker.page.getByRole('link', { name: 'Time that Priya Hill can give' }).click();
    await asker.page.getByText(/When Priya Hill works and is away is seen by themselves/).waitFor();
    expect(await asker.page.getByText('Working pattern').count()).toBe(0);
    await asker.page.getByRole('button', { name: 'Ask for a share' }).click();
    await field(asker.page, 'Per cent of their time').fill('30');
    await asker.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await asker.page.getByText('Eastside Council is asked.').waitFor();
    await asker.page.getByRole('button', { name: /Take back/ }).waitFor();
    await shots(asker.page, 'supply-ask');

    await own.page.goto('/northmoor/my-work');
    await own.page.getByRole('heading', { name: 'Time asked of your organisation' }).waitFor();
    await own.page.getByText('1 request for your people’s time waits').waitFor();
    await shots(own.page, 'supply-my-work');
    await own.page.getByRole('button', { name: /Confirm 30 per cent of Priya Hill/ }).click();
    await own.page.getByText('30 per cent of Priya Hill’s time is confirmed.').waitFor();
    await until(async () => expect(await own.page.getByRole('heading', { name: 'Time asked of your organisation' }).count()).toBe(0));

    await own.caller.ask(routes.people.add, { body: { name: 'Occupational therapist, Band 7', profession: 'Occupational therapist', organisationId: council, expectedOn: next } });
    await own.page.goto('/northmoor/capacity/our-people');
    await own.page.getByRole('rowheader', { name: /Priya Hill/ }).waitFor();
    await own.page.getByText('2 of 3 have no working pattern yet').waitFor();
    await shots(own.page, 'supply-our-people');
    await own.page.getByRole('link', { name: 'Priya Hill' }).click();
    await own.page.getByRole('button', { name: /^End the release/ }).click();
    await field(own.page, 'Last day').fill(typed(dayAfter(today, -2)));
    await own.page.getByRole('button', { name: 'End it' }).click();
    await own.page.getByText(/say a day from the day before on/).waitFor();
    await field(own.page, 'Last day').fill(typed(dayAfter(today, 30)));
    await own.page.getByRole('button', { name: 'End it' }).click();
    await own.page.getByText('The release ends then.').waitFor();
    await shots(own.page, 'supply-person');
  });

  it('comes together in teams, with members from a day to a day', async () => {
    const { page, caller } = await theatre.person(['lead'], { organisationId: await organisation('Northmoor Council') });
    await caller.ask(routes.people.add, { body: { name: 'Sam Reed', profession: 'Nurse', organisationId: await organisation('Northmoor Council') } });
    await caller.ask(routes.people.add, { body: { name: 'Band 6 physiotherapist', profession: 'Physiotherapist', expectedOn: next } });
    await page.goto('/northmoor/capacity/teams');
    await page.getByRole('heading', { name: 'No teams yet' }).waitFor();
    await page.getByRole('button', { name: 'Add a team' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Home first group');
    await page.getByLabel('Kind').selectOption('Multi-disciplinary group');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    for (const name of ['Sam Reed', 'Band 6 physiotherapist']) {
      await page.getByRole('button', { name: 'Add a member to Home first group' }).click();
      await page.getByLabel('Who joins').fill(name);
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: 'Put into the team' }).click();
      await page.getByRole('rowheader', { name: new RegExp(name) }).waitFor();
    }
    await page.getByText('Multi-disciplinary group · 1 in it today · Nurse').waitFor();
    await page.getByText('Post being filled').waitFor();
    await shots(page, 'teams');
    await page.getByRole('button', { name: 'End Sam Reed’s time in Home first group' }).click();
    await field(page, 'Until').fill(typed(dayAfter(today, 60)));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Sam Reed’s time in Home first group is changed.').waitFor();
    await page.getByRole('button', { name: 'Change Home first group' }).click();
    await page.getByRole('button', { name: 'Take Home first group off the list' }).click();
    await page.getByRole('heading', { name: 'No teams yet' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('rowheader', { name: 'Sam Reed' }).waitFor();
  });

  it('follows from a year of working days, whose arithmetic is shown while it is typed', async () => {
    const { page } = await theatre.person(['administrator']);
    await page.goto('/northmoor/capacity/productive-time');
    await page.getByRole('row', { name: 'Left for such work 200' }).waitFor();
    await page.getByText('79.4 per cent').waitFor();
    await page.getByLabel('Training').fill('300');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Training must be 252 or less').waitFor();
    await page.getByLabel('Training').fill('15');
    await page.getByRole('row', { name: 'Left for such work 190' }).waitFor();
    await shots(page, 'supply-year');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The year is saved.', { exact: false }).waitFor();
    const lead = await theatre.person(['lead']);
    await lead.page.goto('/northmoor/capacity/productive-time');
    await lead.page.getByText('A programme administrator can change these days.').waitFor();
  });
});
