import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, writeCells } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import type { Page } from 'playwright-core';
import { openTheatre, shots, type Theatre, until } from './harness';

/** A plan with so many actions of somebody's, ref 1.1 onwards. */
async function planOf(caller: Caller, title: string, count: number): Promise<{ readonly id: string; readonly actions: readonly string[] }> {
  const plan = await caller.ask(routes.plans.add, { body: { title } });
  await caller.ask(routes.plans.reportTo, { params: { id: plan.id }, body: { name: 'Delivery board' } });
  const actions: string[] = [];
  for (let n = 1; n <= count; n += 1) actions.push((await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `1.${n}`, title: `Agree how ward ${n} tells families when somebody goes home`, horizon: 'medium', ownerId: caller.personId, dueOn: '2027-03-31' } })).id);
  return { id: plan.id, actions };
}

const cell = (page: Page, row: number, column: string) => page.locator(`[role=row][aria-rowindex="${row + 1}"] .ft-cells__cell--${column}`);
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id.replace(/^sheet-.{36}-/, '') ?? '');

describe('the update sheet', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('takes sixty cells from Excel, two of them wrong: the right ones are saved at once, the others are kept and mended', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const plan = await planOf(caller, 'Response', 20);
    await page.goto(`/northmoor/update-sheet?which=open&plan=${plan.id}`);
    await page.getByText('20 open actions').waitFor();
    await shots(page, 'update-sheet-empty');

    // As Excel copies it: tabs, line ends of its own, and a cell of two lines in quotes.
    const sheet = Array.from({ length: 20 }, (_, n) => [n % 4 === 3 ? 'at risk' : 'On track', `Ward ${n + 1}: agreed with the sister.\nFamilies told “from Monday”.`, n % 4 === 3 ? 'The matron asks the two wards that are missing' : '']);
    sheet[4] = ['Ambr', sheet[4]?.[1] ?? '', ''];
    sheet[7] = ['At risk', sheet[7]?.[1] ?? '', ''];
    await page.evaluate((text) => navigator.clipboard.writeText(text), writeCells(sheet));
    await cell(page, 1, 'status').click();
    await page.keyboard.press('Control+V');
    await page.getByText('60 cells pasted. 2 cells need mending.').waitFor();
    await shots(page, 'update-sheet-pasted');
    await cell(page, 1, 'narrative').click();
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.keyboard.press('Control+Y');

    await page.getByRole('button', { name: 'Save the 18 that are right' }).click();
    await page.getByText('18 updates saved.').waitFor();
    expect((await caller.ask(routes.actions.page, { params: { id: plan.actions[0] ?? '' } })).updates).toMatchObject([{ status: 'on_track', narrative: 'Ward 1: agreed with the sister.\nFamilies told “from Monday”.' }]);
    expect((await caller.ask(routes.actions.page, { params: { id: plan.actions[4] ?? '' } })).updates).toEqual([]);

    // The tab was closed: what is wrong is still there, where it was.
    await page.reload();
    await page.getByText('What you typed before is back. 2 cells need mending.').waitFor();
    const wrong = page.getByRole('gridcell', { name: /Ambr/ });
    await wrong.waitFor();
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`[id="${(await wrong.getAttribute('aria-describedby')) ?? ''}"]`).textContent()).toContain('That is no word of this scale: Not started, On track');
    await page.getByRole('button', { name: 'Next of 2 cells to mend' }).click();
    await until(async () => expect(await focused(page)).toBe('status'));
    await page.keyboard.type('O');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Go to the cell to mend' }).click();
    await until(async () => expect(await focused(page)).toBe('pathToGreen'));
    await page.keyboard.press('F2');
    await page.keyboard.type('The matron asks them');
    // A window made narrow and wide again keeps what was half typed.
    await shots(page, 'update-sheet-typing');
    await page.getByRole('button', { name: 'Save 2 updates' }).click();
    await page.getByText('2 updates saved.').waitFor();
    await page.reload();
    await cell(page, 5, 'last').getByText('Ward 5: agreed with the sister.').waitFor();
    await cell(page, 8, 'last').getByText('At risk').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    const seen = await caller.ask(routes.updateSheet.read, { query: { which: 'open', plan: plan.id } });
    expect(seen.items.map((one) => one.status)).toEqual(Array.from({ length: 20 }, (_, n) => (n % 4 === 3 ? 'at_risk' : 'on_track')));
  });

  it('is worked by the keyboard alone: moving, typing over, leaving as it was, filling down, copying, and out again', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const plan = await planOf(caller, 'Homes', 6);
    await page.goto(`/northmoor/my-work`);
    await page.getByRole('link', { name: 'All on one sheet' }).click();
    await page.getByText('6 updates are due from you').waitFor();
    await cell(page, 1, 'status').focus();
    await page.keyboard.type('Off');
    await page.keyboard.press('Tab');
    await until(async () => expect(await focused(page)).toBe('narrative'));
    await page.keyboard.type('No beds');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('until March?');
    await page.keyboard.press('Enter');
    expect(await cell(page, 1, 'narrative').textContent()).toContain('No beds\nuntil March?');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    expect(await cell(page, 1, 'narrative').textContent()).toContain('No beds\nuntil March?');
    for (const text of ['Buy ten more', 'Fund ten beds']) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowLeft');
    }
    // The board that meets next is there already; whoever is asked, the day has to be said.
    expect(await cell(page, 1, 'fromWhom').textContent()).toContain('Delivery board');
    expect(await cell(page, 1, 'neededBy').textContent()).toContain('Say by when the decision is needed');
    await cell(page, 1, 'neededBy').focus();
    const soon = dayAfter(londonDay(new Date()), 9);
    await page.keyboard.type(soon);
    await page.keyboard.press('Enter');
    await until(async () => expect(await cell(page, 1, 'neededBy').textContent()).toContain(soon.split('-').toReversed().join('/')));

    // The first row into the next two, and back again.
    await cell(page, 1, 'status').focus();
    for (const key of ['Shift+End', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Save 3 updates' }).waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: 'Save 1 update' }).waitFor();
    await page.keyboard.press('Control+Y');
    await cell(page, 1, 'status').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+C');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Off track\t"No beds\r?\nuntil March\?"\r?\n$/);
    await cell(page, 3, 'status').focus();
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Save 2 updates' }).waitFor();
    // With their refs before them, rows find their place from anywhere.
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'Ref\tStatus\r\n1.6\ton track\r\n1.5\ton track\r\n');
    await cell(page, 1, 'action').focus();
    await page.keyboard.press('Control+V');
    await page.getByText('2 cells pasted, each row where its ref stands. 1 cell did not fit').waitFor();
    await page.getByRole('button', { name: 'Save 4 updates' }).waitFor();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Escape');
    await until(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save 2 updates'));
    await page.keyboard.press('Enter');
    await page.getByText('2 updates saved.').waitFor();
    await page.getByText('4 updates are due from you').waitFor();
    expect(await caller.ask(routes.actions.page, { params: { id: plan.actions[1] ?? '' } })).toMatchObject({ status: 'off_track', decisions: [{ what: 'Fund ten beds', fromWhom: 'Delivery board', neededBy: soon }] });
  });

  it('has columns to choose: how sure one is of the outcome, and evidence, which comes by itself where something is complete', async () => {
    const { page, caller } = await theatre.person(['lead']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const plan = await planOf(caller, 'Equipment', 3);
    await page.goto('/northmoor/update-sheet');
    await cell(page, 1, 'status').waitFor();
    const heads = async () => (await page.getByRole('columnheader').allTextContents()).slice(2);
    expect(await heads()).not.toContain('Confidence in the outcome');
    await page.locator('summary', { hasText: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Confidence in the outcome' }).check();
    for (const name of ['Path back to green', 'Decision needed', 'When will it be done?']) await page.getByRole('checkbox', { name }).uncheck();
    await shots(page, 'update-sheet-columns');
    await page.locator('summary', { hasText: 'Columns' }).click();
    expect(await heads()).toEqual(['How is it going?', 'What happened', 'Confidence in delivery', 'Confidence in the outcome', 'Out of the public version']);
    // The choice is in the address, and a block is laid on the columns that are seen.
    await page.reload();
    await cell(page, 1, 'status').focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'complete\tIn use on all wards\tHIGH\tmedium\r\nComplete\tIn use\thigh\tvery\r\n');
    await page.keyboard.press('Control+V');
    await page.getByText('8 cells pasted. 3 cells need mending.').waitFor();
    expect((await heads()).slice(5)).toEqual(['Kind of evidence', 'Who stands behind it', 'What the evidence is', 'Where it is', 'Evidence in words']);
    expect(await cell(page, 1, 'outcomeConfidence').textContent()).toContain('Medium');
    expect(await cell(page, 2, 'outcomeConfidence').textContent()).toContain('Say High, Medium or Low');
    expect(await cell(page, 1, 'proofTitle').textContent()).toContain('Give evidence that shows it is done');
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'testimony\t2nd line\tThe ward sisters\t\tAll four said on 2 November that it works\r\n');
    await cell(page, 1, 'proofKind').focus();
    await page.keyboard.press('Control+V');
    await until(async () => expect(await cell(page, 1, 'proofLine').textContent()).toContain('Second line'));
    await shots(page, 'update-sheet-evidence');
    // What is in use is not hidden.
    await page.locator('summary', { hasText: 'Columns' }).click();
    expect(await page.getByRole('checkbox', { name: /^Evidence/ }).isDisabled()).toBe(true);
    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.getByRole('button', { name: 'Save the one that is right' }).click();
    await page.getByText('1 update saved.').waitFor();
    const [first = ''] = plan.actions;
    expect(await caller.ask(routes.actions.page, { params: { id: first } })).toMatchObject({ status: 'complete', closureState: 'claimed', updates: [{ narrative: 'In use on all wards', deliveryConfidence: 'high', outcomeConfidence: 'medium' }] });
    expect((await caller.ask(routes.closures.show, { params: { id: first } })).evidence).toMatchObject([{ kind: 'testimony', line: 'second', title: 'The ward sisters', words: 'All four said on 2 November that it works' }]);
  });

  it('says so when somebody else has reported meanwhile, saves nothing, and saves once that was read', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await planOf(caller, 'Transport', 2);
    await page.goto('/northmoor/update-sheet');
    await cell(page, 1, 'status').focus();
    await page.keyboard.type('On');
    await page.keyboard.press('Enter');
    const other = await theatre.stage.person(['lead']);
    await other.ask(routes.updates.report, { params: { id: plan.actions[0] ?? '' }, body: { status: 'on_track', narrative: 'Two buses run' } });
    await page.getByRole('button', { name: 'Save 1 update' }).click();
    await page.getByText('1.1: Test lead has reported on it meanwhile').waitFor();
    await shots(page, 'update-sheet-overtaken');
    const updates = async (): Promise<number> => (await caller.ask(routes.actions.page, { params: { id: plan.actions[0] ?? '' } })).updates.length;
    expect(await updates()).toBe(1);
    // It is owed no more, and what was typed is not lost.
    await page.getByText('You also typed on an action not shown here').waitFor();
    await page.getByRole('button', { name: 'Show all open actions' }).click();
    await page.getByRole('button', { name: 'Save 1 update' }).click();
    await page.getByText('1 update saved.').waitFor();
    expect(await updates()).toBe(2);
  });

  it('has five hundred rows and draws those that are seen', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await planOf(caller, 'Large', 1);
    await theatre.stage.owner.query(`insert into action (locality_id, plan_id, ref, title, horizon) select locality_id, plan_id, '2.' || n, 'One of many', 'medium' from action, generate_series(1, 519) n where id = $1`, [plan.actions[0]]);
    await page.goto(`/northmoor/update-sheet?which=open&plan=${plan.id}`);
    await page.getByText('These are the first 500 of 520').waitFor();
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe('501');
    const drawn = () => page.locator('[role=row]').count();
    expect(await drawn()).toBeLessThan(40);
    await cell(page, 1, 'narrative').focus();
    await page.keyboard.press('Control+End');
    await cell(page, 500, 'restricted').waitFor();
    expect(await focused(page)).toBe('restricted');
    expect(await drawn()).toBeLessThan(40);
    // Scrolled far away, the focus stays where it was.
    await page.locator('.ft-cells__scroll').evaluate((one) => one.scrollTo(0, 0));
    await cell(page, 1, 'narrative').waitFor();
    expect(await focused(page)).toBe('restricted');
  });

  it('is a list of forms on a phone', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const plan = await planOf(caller, 'Pharmacy', 3);
    await page.goto('/northmoor/update-sheet');
    await page.getByRole('button', { name: /^1\.1 / }).click();
    await page.getByLabel('How is it going?').selectOption('At risk');
    await page.getByLabel('What happened').fill('The chemist closed');
    await page.getByLabel('Path back to green').focus();
    await page.getByText('Say what will bring it back on track').waitFor();
    await shots(page, 'update-sheet-form');
    await page.getByLabel('Path back to green').fill('Another opens in May');
    await page.getByLabel('When will it be done?').fill('31/5/27');
    await page.getByLabel('When will it be done?').blur();
    await page.getByRole('button', { name: 'Save 1 update' }).last().click();
    await page.getByText('1 update saved.').waitFor();
    await page.getByText('2 updates are due from you').waitFor();
    await page.getByRole('button', { name: /^1\.2 / }).click();
    await page.getByLabel('How is it going?').selectOption('Complete');
    await page.getByLabel('Confidence in the outcome').selectOption('High');
    expect(await page.getByLabel('Kind of evidence').inputValue()).toBe('Document');
    await page.getByLabel('What the evidence is').fill('The new hours');
    await page.getByLabel('Where it is').fill('https://pharmacy.example/hours');
    await shots(page, 'update-sheet-form-evidence');
    await page.getByLabel('Where it is').blur();
    await page.getByRole('button', { name: 'Save 1 update' }).last().click();
    await until(async () => expect((await caller.ask(routes.closures.show, { params: { id: plan.actions[1] ?? '' } })).evidence).toMatchObject([{ kind: 'document', line: 'first', title: 'The new hours', url: 'https://pharmacy.example/hours' }]));
    expect((await caller.ask(routes.actions.page, { params: { id: plan.actions[0] ?? '' } })).updates).toMatchObject([{ status: 'at_risk', narrative: 'The chemist closed', pathToGreen: 'Another opens in May', forecastOn: '2027-05-31' }]);
  });
});
