import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { openTheatre, shots, type Theatre } from './harness';

const NAME = 'northmoor-action-plan.xlsx';
const PLAN = readFileSync(join(import.meta.dirname, '../../api/src/database/demo', NAME));

/** The same workbook with one cell changed, as the lead would send it a month later. */
function decemberPlan(): Buffer {
  const book = xlsx.read(PLAN, { cellNF: true });
  const sheet = book.Sheets['Action Plan v7 FINAL'];
  if (sheet) sheet['J8'] = { t: 's', v: 'Red' };
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const choose = async (page: Page, buffer: Buffer, name = NAME): Promise<void> => {
  await page.goto('/northmoor/imports');
  await page.getByLabel('Choose a file, or drop it here').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('heading', { name, level: 1 }).waitFor();
};
const next = (page: Page, name: string) => page.getByRole('link', { name: `Next: ${name}` }).click();
const saved = (page: Page) => page.getByText('Saved. You can leave and come back.').waitFor();

describe('importing a plan', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('takes a lead from a messy workbook to a plan, back again, and shows one change when one cell changed', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/imports');
    await page.getByText('Nothing imported yet').waitFor();
    await shots(page, 'imports-empty');
    await choose(page, PLAN);
    await page.getByRole('button', { name: /take row 4 for/ }).waitFor();
    await shots(page, 'import-sheet');

    await next(page, 'Columns');
    await page.getByLabel('Title of the new plan').fill('Local system review action plan');
    await page.getByLabel('Title of the new review').fill('CQC local system review');
    await page.keyboard.press('Tab');
    await saved(page);
    await shots(page, 'import-columns');

    await next(page, 'Status words');
    await page.getByText('Key: Blue = delivered, Green = on track').waitFor();
    await page.getByRole('button', { name: 'Use what the key and the words say for 10 of them' }).click();
    await page.getByLabel('Amber/Red means').selectOption('Off track');
    await page.getByLabel('B means', { exact: true }).and(page.locator('select')).waitFor();
    await saved(page);
    await shots(page, 'import-words');

    await next(page, 'People and partners');
    await page.getByRole('button', { name: 'Create all of them' }).first().click();
    await page.getByText('18 to decide.').waitFor({ state: 'hidden' });
    await page.getByLabel('All partners: what to do').selectOption('Means every partner');
    await page.getByLabel('all: what to do', { exact: true }).selectOption('Means every partner');
    await page.getByRole('button', { name: 'Create all of them' }).click();
    await page.getByText('to decide.').waitFor({ state: 'hidden' });
    await shots(page, 'import-names');

    await next(page, 'Questions');
    await page.getByRole('button', { name: 'Use this ref' }).click();
    await page.getByRole('button', { name: 'Make 2 actions' }).click();
    await page.getByRole('button', { name: 'Yes, 31 Mar 2027' }).click();
    await page.getByRole('button', { name: 'Yes, 31 Mar 2027' }).waitFor({ state: 'hidden' });
    await saved(page);
    await shots(page, 'import-questions');

    await next(page, 'Check and import');
    await page.getByText('Ready.').waitFor();
    await page.getByRole('button', { name: /^All rows/ }).click();
    await page.getByRole('rowheader', { name: /Falls pick-up with the fire service/ }).waitFor();
    await shots(page, 'import-check');
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.getByRole('heading', { name: 'Imported into Local system review action plan' }).waitFor();
    await page.getByText('2.4b Sunday brokerage').waitFor();
    await shots(page, 'import-result');

    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('What it made is withdrawn').waitFor();

    // The very same file again: what was chosen for it is still there.
    await choose(page, PLAN);
    await page.getByRole('link', { name: /Check and import/ }).first().click();
    await page.getByText('Ready.').waitFor();
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.getByRole('heading', { name: /^Imported into/ }).waitFor();

    await choose(page, decemberPlan(), 'december.xlsx');
    await page.getByRole('link', { name: /Check and import/ }).first().click();
    await page.getByText('0 new, 1 changed, 19 unchanged').waitFor();
    await page.getByRole('button', { name: /^Change 1/ }).click();
    await page.getByRole('row', { name: /1\.3.*On track.*Off track/ }).waitFor();
    await shots(page, 'import-one-change');
  }, 300_000);

  it('shows how far a long file has come to whoever comes back, until it is there', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { owner } = theatre.stage;
    // A file takes seconds at most: one that stands still is easier to look at.
    await owner.query(`insert into kernel.import_progress (locality_id, import_id, step, percent, file_name, started_by) select m.locality_id, uuidv7(), 'reading', 20, 'a-long-plan.xlsx', m.user_id from membership m where m.person_id = $1`, [caller.personId]);
    await page.goto('/northmoor/plan');
    await page.goto('/northmoor/imports');
    await page.getByRole('progressbar', { name: /^a-long-plan\.xlsx: reading the file/ }).waitFor();
    await owner.query(`update kernel.import_progress set step = 'understanding', percent = 65`);
    await page.getByText('65 %').first().waitFor();
    await shots(page, 'imports-under-way');
    await owner.query('delete from kernel.import_progress');
    await page.getByRole('heading', { name: 'On its way' }).waitFor({ state: 'hidden' });

    const rows = Array.from({ length: 3_000 }, (_, row) => `8.${row},Action ${row},What it is for and why it matters`);
    await page.getByLabel('Choose a file, or drop it here').setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(['Ref,Action,Description', ...rows].join('\n')) });
    await page.getByRole('heading', { name: 'long.csv', level: 1 }).waitFor({ timeout: 60_000 });
  }, 120_000);

  it('says plainly why a file cannot be taken', async () => {
    const { page } = await theatre.person(['lead'], { size: 'phone' });
    await page.goto('/northmoor/imports');
    await page.getByLabel('Choose a file, or drop it here').setInputFiles({ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') });
    await page.getByRole('alert').getByText('minutes.pdf: This is not a spreadsheet that we can read.').waitFor();
    await shots(page, 'import-refused');
  });
});
