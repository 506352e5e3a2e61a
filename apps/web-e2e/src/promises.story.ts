import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import { anOrganisation } from '../../api/src/testing/plan-builder';
import { field, openTheatre, shots, type Theatre, until } from './harness';

const today = londonDay(new Date());
const first = `${today.slice(0, 7)}-01`;
const typed = (day: string): string => day.split('-').toReversed().join('/');

describe('promises', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const organisation = async (name: string): Promise<string> => anOrganisation((await theatre.person(['lead'])).caller, name);

  it('are asked of an organisation by a lead of another, and made by its own in My work', async () => {
    const council = await organisation('Northmoor Council');
    const asker = await theatre.person(['lead'], { organisationId: await organisation('Moor Valley NHS FT') });
    const own = await theatre.person(['lead'], { organisationId: council });
    await asker.page.goto('/northmoor/capacity');
    await asker.page.getByRole('navigation', { name: 'Views of capacity' }).getByRole('link', { name: 'Promises' }).click();
    await asker.page.getByRole('rowheader', { name: /Northmoor Council/ }).getByText('No promise is recorded').waitFor();
    await shots(asker.page, 'promises-none');
    await asker.page.getByRole('rowheader', { name: /Northmoor Council/ }).getByRole('link').click();
    await asker.page.getByRole('button', { name: 'Ask for a promise' }).click();
    await asker.page.getByRole('button', { name: 'Ask for it' }).click();
    await asker.page.getByText('Say days, money or a sponsor: a promise is of something').waitFor();
    await field(asker.page, 'Days a month').fill('10');
    await field(asker.page, 'Money, in pounds').fill('20,000');
    await field(asker.page, 'From').fill(typed(monthsAfter(first, -2)));
    await field(asker.page, 'Until').fill(typed(dayAfter(monthsAfter(first, -2), -1)));
    await asker.page.getByRole('button', { name: 'Ask for it' }).click();
    await asker.page.getByText('The last day must be on or after the first').waitFor();
    await field(asker.page, 'Until').fill(typed(monthsAfter(first, 12)));
    await shots(asker.page, 'promises-ask');
    await asker.page.getByRole('button', { name: 'Ask for it' }).click();
    await asker.page.getByText('Northmoor Council is asked.').waitFor();
    await asker.page.getByRole('button', { name: /Take back/ }).waitFor();

    await own.page.goto('/northmoor/my-work');
    await own.page.getByText('1 promise is asked of your organisation').waitFor();
    await shots(own.page, 'promises-my-work');
    await own.page.getByRole('button', { name: /^Promise it ?, 10 days a month and £20,000/ }).click();
    await own.page.getByText('Promised: 10 days a month and £20,000.').waitFor();
    await until(async () => expect(await own.page.getByRole('heading', { name: 'Promises asked of your organisation' }).count()).toBe(0));

    await own.page.goto(`/northmoor/capacity/promises/${council}`);
    await own.page.getByRole('button', { name: /^Money and sponsor/ }).click();
    await field(own.page, 'Of the money, confirmed so far').fill('20,001');
    await own.page.getByRole('button', { name: 'Save' }).click();
    await own.page.getByText('This is more than was promised').waitFor();
    await field(own.page, 'Of the money, confirmed so far').fill('20000');
    await own.page.getByRole('button', { name: 'Save' }).click();
    await own.page.getByText('£20,000 of £20,000 promised is confirmed').waitFor();
    await shots(own.page, 'promises-organisation');
  });

  it('stand beside who came to the boards, which a lead records', async () => {
    const council = await organisation('Northmoor Council');
    const { page, caller } = await theatre.person(['lead'], { organisationId: council });
    const board = await caller.ask(routes.boards.add, { body: { name: 'Delivery board' } });
    await caller.ask(routes.boards.addMeeting, { params: { id: board.id }, body: { heldOn: dayAfter(today, -7) } });
    await page.goto(`/northmoor/boards/${board.id}`);
    await page.getByRole('button', { name: /^Record who came/ }).click();
    await page.getByRole('combobox', { name: 'Northmoor Council' }).selectOption('Did not come');
    await page.getByRole('combobox', { name: 'Moor Valley NHS FT' }).selectOption('Came');
    await shots(page, 'board-attendance');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Came: Moor Valley NHS FT. Did not come: Northmoor Council.').waitFor();
    await page.goto('/northmoor/capacity/promises');
    await page.getByRole('row', { name: /Northmoor Council/ }).getByText('0 of 1').waitFor();
  });

  it('show an executive which is not kept, and no person’s load', async () => {
    const council = await organisation('Northmoor Council');
    const lead = await theatre.person(['lead'], { organisationId: council });
    const { id } = await lead.caller.ask(routes.people.add, { body: { name: 'Priya Hill', organisationId: council } });
    await lead.caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-05', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    await lead.caller.ask(routes.supply.release, { params: { id }, body: { fromOn: today, toOn: null, percent: 10, fundedUntil: null } });
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/capacity/promises');
    // One person gives: how little is theirs and their leads’ to see.
    await page.getByRole('row', { name: /Northmoor Council/ }).getByText('Fewer than three people make this up, so it is not shown to you').waitFor();
    for (const name of ['Sam Reed', 'Lee Ward']) {
      const person = await lead.caller.ask(routes.people.add, { body: { name, organisationId: council } });
      await lead.caller.ask(routes.supply.setPattern, { params: { id: person.id }, body: { fromOn: '2026-01-05', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await lead.caller.ask(routes.supply.release, { params: { id: person.id }, body: { fromOn: today, toOn: null, percent: 5, fundedUntil: null } });
    }
    await page.reload();
    await page.getByRole('rowheader', { name: /Northmoor Council/ }).getByText('Not kept').waitFor();
    await page.getByRole('rowheader', { name: /Northmoor Council/ }).getByText(/promised days are confirmed/).waitFor();
    expect(await page.getByText(/Priya Hill|Sam Reed|Lee Ward/).count()).toBe(0);
    await shots(page, 'promises-executive');
    await page.getByRole('link', { name: 'Northmoor Council' }).click();
    await page.getByRole('heading', { name: 'The signs' }).waitFor();
    expect(await page.getByText(/Priya Hill|Sam Reed|Lee Ward/).count()).toBe(0);
    expect(await page.getByRole('button', { name: /promise|End|Money/ }).count()).toBe(0);
    await shots(page, 'promises-executive-one');
  });

  it('count as kept from lines that an administrator draws', async () => {
    const { page } = await theatre.person(['administrator']);
    await page.goto('/northmoor/capacity/promises');
    await field(page, 'Kept in part from, per cent').fill('95');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“In part” begins at 90 per cent or less, where “kept” begins').waitFor();
    await field(page, 'Kept in part from, per cent').fill('10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The lines are saved.').waitFor();
    await shots(page, 'promises-lines');
  });
});
