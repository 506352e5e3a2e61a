import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('people', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead add the owner of an action who never signs in, and change them where they stand', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await caller.ask(routes.organisations.add, { body: { name: 'Moor Council', kind: 'council', aliases: [] } });
    await page.goto('/northmoor/people');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Priya Hill');
    await page.getByLabel('Job title').fill('Head of discharge');
    await page.getByLabel('E-mail address').fill('not an address');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('must be an e-mail address, like name@example.org').waitFor();
    await shots(page, 'people-add');
    await page.getByLabel('E-mail address').fill('');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Priya Hill added.').waitFor();
    await page.getByRole('button', { name: 'Edit Priya Hill' }).click();
    await page.locator('ft-person-form').getByLabel('Organisation').selectOption('Moor Council');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Priya Hill/ }).getByText('Moor Council').waitFor();
    // A lead may not invite: there is no button for it.
    expect(await page.getByRole('button', { name: /Invite/ }).count()).toBe(0);
    await page.getByLabel('Find').fill('discharge');
    await page.waitForURL(/find=discharge/);
    await page.getByText('1 person').waitFor();
    await page.getByLabel('Find').fill('nobody like that');
    await page.getByRole('heading', { name: 'Nobody like that' }).waitFor();
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await page.getByText('2 people').waitFor();
  });

  it('shows a long list page after page', async () => {
    const { page } = await theatre.person(['executive'], { locality: 'eastvale' });
    await theatre.stage.owner.query(`insert into person (locality_id, name) select id, 'Person ' || n from locality, generate_series(1, 60) n where slug = 'eastvale'`);
    await page.goto('/eastvale/people');
    await page.getByText('50 or more people').waitFor();
    await page.getByRole('button', { name: 'Show more people' }).click();
    await page.getByText('61 people').waitFor();
  });
});
