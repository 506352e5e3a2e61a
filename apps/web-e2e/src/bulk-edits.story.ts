import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('changing several actions at once', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('shows what becomes of six, refuses by name what somebody else changed meanwhile, changes the rest together and takes it back', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const other = await theatre.stage.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Winter' } });
    const ids: string[] = [];
    for (let n = 1; n <= 8; n += 1) ids.push((await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `1.${n}`, title: `Ward ${n} discharges before noon`, horizon: 'medium', theme: 'Flow', ...(n === 6 ? {} : { dueOn: '2090-03-01' }) } })).id);
    const dues = async () => Promise.all(ids.map(async (id) => (await caller.ask(routes.actions.page, { params: { id } })).dueOn));
    const themes = async () => Promise.all(ids.map(async (id) => (await caller.ask(routes.actions.page, { params: { id } })).theme));
    await page.goto('/northmoor/plan');
    await page.getByRole('button', { name: 'Change several' }).click();
    // The first, and by Shift all up to the sixth.
    await page.getByRole('checkbox', { name: /^Select 1\.1/ }).click();
    await page.getByRole('checkbox', { name: /^Select 1\.6/ }).click({ modifiers: ['Shift'] });
    await page.getByText('6 selected').waitFor();
    await shots(page, 'bulk-select');
    await page.getByRole('button', { name: 'Change them' }).click();

    await page.getByRole('heading', { name: 'Change 6 actions at once' }).waitFor();
    await page.getByRole('button', { name: 'See what becomes of each' }).click();
    await page.getByText('Choose what to change').waitFor();
    await page.getByRole('checkbox', { name: 'Theme' }).check();
    await until(async () => expect(await page.getByText('Choose what to change').count()).toBe(0));
    await page.getByRole('checkbox', { name: 'Due date' }).check();
    await field(page, 'Theme').and(page.locator('input[type=text]')).fill('Winter');
    await field(page, 'Or by so many days').fill('14');
    await field(page, 'Why').selectOption('funding');
    await field(page, 'Agreed by').fill('Delivery board');
    await shots(page, 'bulk-form');
    await page.getByRole('button', { name: 'See what becomes of each' }).click();

    await page.getByRole('heading', { name: 'What becomes of each' }).waitFor();
    await page.getByText('Cannot be changed: It has no due date yet').waitFor();
    await page.getByText('The one that cannot be changed is left out.').waitFor();
    await shots(page, 'bulk-preview');
    const [, second = ''] = ids;
    await other.ask(routes.actions.edit, { params: { id: second }, body: { theme: 'Carers', version: 1 } });
    await page.getByRole('button', { name: 'Change 5 actions' }).click();
    await page.getByText('The theme of action 1.2 was changed by Test lead meanwhile').waitFor();
    await shots(page, 'bulk-refused');
    expect(await themes()).toEqual(['Flow', 'Carers', ...Array<string>(6).fill('Flow')]);

    await page.getByRole('button', { name: 'Look again' }).click();
    await until(async () => expect(await page.getByText('was Carers').count()).toBe(1));
    await page.getByRole('button', { name: 'Change 5 actions' }).click();
    await page.getByText('5 actions changed.').waitFor();
    expect(await themes()).toEqual([...Array<string>(5).fill('Winter'), ...Array<string>(3).fill('Flow')]);
    expect(await dues()).toEqual([...Array<string>(5).fill('2090-03-15'), null, '2090-03-01', '2090-03-01']);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: all of it is as before.').waitFor();
    expect(await themes()).toEqual(['Flow', 'Carers', ...Array<string>(6).fill('Flow')]);
    expect(await dues()).toEqual([...Array<string>(5).fill('2090-03-01'), null, '2090-03-01', '2090-03-01']);
  });

  it('shows what waits for those that move, leaves it or takes it along as one chooses, by keyboard, and puts all of it back', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Same day care' } });
    const titles = ['Agree the hours with the hubs', 'Recruit the co-ordinators', 'Open the first hub', 'Open the second hub', 'Tell practices'];
    const ids: string[] = [];
    for (const [n, title] of titles.entries()) ids.push((await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `4.${n + 1}`, title, horizon: 'medium', dueOn: `2090-03-${10 + n}` } })).id);
    for (const [first, then, kind] of [[0, 2, 'blocks'], [1, 2, 'blocks'], [2, 3, 'blocks'], [1, 4, 'enables']] as const) await caller.ask(routes.dependencies.add, { params: { id: ids[then] ?? '' }, body: { otherId: ids[first] ?? '', otherComes: 'first', kind } });
    const dues = async () => Promise.all(ids.map(async (id) => (await caller.ask(routes.actions.page, { params: { id } })).dueOn?.slice(5)));
    await page.goto(`/northmoor/plan?plan=${plan.id}`);
    const ask = async () => {
      await page.getByRole('button', { name: 'Change several' }).click();
      for (const ref of [/^Select 4\.1/, /^Select 4\.2/]) await page.getByRole('checkbox', { name: ref }).check();
      await page.getByRole('button', { name: 'Change them' }).click();
      await page.getByRole('checkbox', { name: 'Due date' }).check();
      await field(page, 'Or by so many days').fill('30');
      await field(page, 'Why').selectOption('capacity');
      await field(page, 'Agreed by').fill('Delivery board');
      await page.getByRole('button', { name: 'See what becomes of each' }).click();
      await page.getByText('2 other actions can then no longer keep their dates').waitFor();
    };
    await ask();
    await page.getByText(/They were to open the way to 4\.5/).waitFor();
    await page.getByRole('button', { name: 'Change 2 actions and move 2 along' }).waitFor();
    await shots(page, 'bulk-knock-on');
    await page.getByRole('checkbox', { name: /^Move these too/ }).focus();
    await page.keyboard.press('Space');
    await page.getByText('due before what has to be done first').waitFor();
    await page.getByRole('button', { name: 'Change 2 actions', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 actions changed.').waitFor();
    expect(await dues()).toEqual(['04-09', '04-10', '03-12', '03-13', '03-14']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: all of it is as before.').waitFor();

    await ask();
    // Somebody makes one more wait for them before it is done.
    const late = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '4.6', title: 'Publish the rota', horizon: 'medium', dueOn: '2090-03-20' } });
    await caller.ask(routes.dependencies.add, { params: { id: late.id }, body: { otherId: ids[0] ?? '', otherComes: 'first', kind: 'blocks' } });
    await page.getByRole('button', { name: 'Change 2 actions and move 2 along' }).click();
    await page.getByText('has changed since you looked').waitFor();
    expect(await dues()).toEqual(['03-10', '03-11', '03-12', '03-13', '03-14']);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Change 2 actions and move 3 along' }).click();
    await page.getByText('2 actions changed, and 3 moved along.').waitFor();
    expect(await dues()).toEqual(['04-09', '04-10', '04-10', '04-10', '03-14']);

    await page.goto('/northmoor/plan/bulk-edits');
    await page.getByText('2 actions: 4.1, 4.2, and 3 that waited for them').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByText('5 actions are as before.').waitFor();
    expect(await dues()).toEqual(['03-10', '03-11', '03-12', '03-13', '03-14']);
  });

  it('takes all that match by keyboard, asks why where a board has approved, and keeps the way back on its own page', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Carers' } });
    for (let n = 1; n <= 3; n += 1) await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `7.${n}`, title: `Carers’ offer ${n}`, horizon: 'medium' } });
    const board = await caller.ask(routes.boards.add, { body: { name: 'Place board' } });
    await caller.ask(routes.versions.approve, { params: { id: plan.id }, body: { boardId: board.id, approvedOn: '2026-01-05' } });
    await page.goto(`/northmoor/plan?plan=${plan.id}&text=offer`);
    await page.getByRole('button', { name: 'Change several' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'All 3 that match' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('All 3 selected').waitFor();
    await page.getByRole('button', { name: 'Change them' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Priority' }).focus();
    await page.keyboard.press('Space');
    await field(page, 'Priority').and(page.locator('select')).selectOption('high');
    await page.getByRole('button', { name: 'See what becomes of each' }).click();
    await page.getByText('Place board approved this plan').waitFor();
    await page.getByRole('button', { name: 'Change 3 actions' }).click();
    await page.locator('.nhsuk-error-message').getByText('Say why it changes: the board will read it').waitFor();
    await field(page, 'Why it changes').fill('The board asked for it');
    await page.getByRole('button', { name: 'Change 3 actions' }).click();
    await page.getByText('3 actions changed.').waitFor();

    await page.goto('/northmoor/plan/bulk-edits');
    await page.locator('b').getByText('Priority: high').waitFor();
    await shots(page, 'bulk-edits');
    await page.getByRole('button', { name: /^Undo.*Priority/ }).click();
    await page.getByText('3 actions are as before.').waitFor();
    await page.locator('li', { hasText: 'Priority: high' }).getByText(/undone by Test lead/).waitFor();
  });
});
