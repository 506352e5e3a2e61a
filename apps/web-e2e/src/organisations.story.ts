import { organisationRoutes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre, until } from './harness';

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

  it('merges edits of different fields, and asks about the same one without losing what was typed', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id } = await caller.ask(organisationRoutes.add, { body: { name: 'Care Association', kind: 'other', aliases: [] } });
    const typeName = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: /^Edit Care/ }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
    };
    await page.goto('/northmoor/organisations');
    await typeName('Care Association of Northmoor');
    await caller.ask(organisationRoutes.edit, { params: { id }, body: { kind: 'voluntary', version: 1 } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('row', { name: /Care Association of Northmoor Voluntary sector/ }).waitFor();

    await typeName('Care and Support Association');
    await caller.ask(organisationRoutes.edit, { params: { id }, body: { name: 'Care Alliance', version: 3 } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this too' });
    await dialog.getByText('Care Alliance').waitFor();
    await shots(page, 'conflict');
    await dialog.getByRole('button', { name: 'Back to what I typed' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await until(async () => expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Care and Support Association'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('rowheader', { name: 'Care and Support Association' }).waitFor();
  });

  it('keeps what was typed and not sent on the device, and offers it back', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/organisations?open=new');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Half a na');
    await page.reload();
    await page.getByText(/did not send it/).waitFor();
    expect(await name.inputValue()).toBe('');
    await shots(page, 'draft-offered');
    await page.getByRole('button', { name: 'Put it back' }).click();
    await until(async () => expect(await name.inputValue()).toBe('Half a na'));
    await name.fill('Half a name, finished');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('council');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Half a name, finished' }).waitFor();
    await page.getByRole('button', { name: 'Add an organisation' }).click();
    await name.waitFor();
    expect(await page.getByText(/did not send it/).count()).toBe(0);
  });
});
