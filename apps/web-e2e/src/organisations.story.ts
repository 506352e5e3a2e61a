import { openTheatre, shots, type Theatre } from './harness';

describe('organisations', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead add a partner organisation and rename it, by keyboard alone', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/organisations');
    await page.getByRole('heading', { name: 'No organisations yet' }).waitFor();
    await shots(page, 'organisations-empty');

    await page.getByRole('button', { name: 'Add an organisation' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Moor Valley NHS');
    await page.keyboard.press('Tab');
    await page.keyboard.type('NHS trust');
    await page.keyboard.press('Tab');
    await page.keyboard.type('MVFT');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take out MVFT' }).waitFor();
    await shots(page, 'organisations-add');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Moor Valley NHS' }).waitFor();

    const edit = page.getByRole('button', { name: 'Edit Moor Valley NHS' });
    await edit.waitFor();
    // The focus came back to the row just added.
    expect(await edit.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type(' FT');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Moor Valley NHS FT' }).waitFor();
    await page.getByText('Moor Valley NHS FT saved.').waitFor();
    await shots(page, 'organisations-list');
  });
});
