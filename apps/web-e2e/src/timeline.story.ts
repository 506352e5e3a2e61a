import { type BodyOf, routes } from '@followthrough/contracts';
import type { Page } from 'playwright-core';
import { openTheatre, shots, type Theatre, until } from './harness';

/** A day so many days from today. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const uk = (said: string): string => new Date(`${said}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).replace('Sept', 'Sep');

describe('the timeline', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const barOf = (page: Page, ref: string) => page.locator('.ft-time__row', { hasText: new RegExp(`^\\s*${ref} `) }).locator('.ft-time__bar');
  /** Where the bar of an action ends, in pixels of the picture. */
  const endOf = (page: Page, ref: string): Promise<number> =>
    barOf(page, ref).evaluate((bar) => Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')));

  it('shows a plan over time, moves the third of a chain by keyboard with what follows, and says the same as a table', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = async (ref: string, title: string, more: Partial<BodyOf<typeof routes.actions.add>>) => (await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', ...more } })).id;
    const before = (id: string, otherId: string, kind: 'enables' | 'blocks' = 'blocks') => caller.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind } });
    const milestone = async (id: string, title: string, dueOn: string) => (await caller.ask(routes.milestones.add, { params: { id }, body: { title, dueOn } })).milestones.find((one) => one.title === title)?.id ?? '';
    const theme = 'Discharge and flow';
    const one = await action('2.1', 'Criteria-led discharge on four wards', { theme, startOn: day(-120), dueOn: day(-20) });
    const two = await action('2.2', 'Trusted assessor in place at both hospital sites', { theme, startOn: day(-60), dueOn: day(20) });
    const three = await action('2.3', 'Seven-day therapy rota on frailty wards', { theme, startOn: day(10), dueOn: day(60) });
    const four = await action('2.4', 'Discharge to assess on every ward, every day of the week', { theme, horizon: 'deep_rooted', startOn: day(65), dueOn: day(80) });
    const five = await action('2.5', 'One hub for all ways out of hospital', { theme, horizon: 'deep_rooted', startOn: day(30), dueOn: day(100) });
    const market = await action('3.1', 'Guaranteed-hours pilot with three home-care agencies', { theme: 'Home care market', dueOn: day(45) });
    await action('3.2', 'Re-commission home care with neighbourhood zones', { theme: 'Home care market', horizon: 'deep_rooted', startOn: day(-30), dueOn: day(200) });
    await action('3.3', 'Talk with carers about what matters', { theme: 'Home care market', dueText: 'Ongoing' });
    await before(two, one);
    await before(three, two);
    await before(four, three);
    await before(five, four);
    await before(five, market, 'enables');
    await caller.ask(routes.actions.moveDue, { params: { id: two }, body: { dueOn: day(40), reason: 'capacity', agreedBy: 'Delivery board' } });
    await caller.ask(routes.milestones.done, { params: { id: await milestone(two, 'Posts approved', day(-30)) }, body: { doneOn: day(-32) } });
    await milestone(two, 'Everybody in post', day(-5));
    const inUse = await milestone(two, 'In use on every ward', day(25));
    await caller.ask(routes.milestones.move, { params: { id: inUse }, body: { dueOn: day(38), reason: 'capacity', agreedBy: 'Delivery board' } });
    await theatre.stage.owner.query(`update action set status = 'on_track' where id = any ($1)`, [[two, three, market]]);
    await theatre.stage.owner.query(`update action set status = 'at_risk' where id = $1`, [one]);

    await page.goto(`/northmoor/plan?plan=${plan.id}&group=theme`);
    await page.getByRole('link', { name: 'Timeline' }).click();
    await page.getByText('8 actions', { exact: true }).waitFor();
    await page.getByText('Critical chain').first().waitFor();
    expect(await page.locator('.ft-critical').innerText()).toContain(`the last is due ${uk(day(100))}`);
    expect(await page.locator('.ft-time__bar').count()).toBeGreaterThan(6);
    await page.locator('.ft-time__note', { hasText: /^20 days late$/ }).waitFor();
    await shots(page, 'timeline');

    // By keyboard alone: to the third of the chain, a week later, and see what follows.
    await page.locator('.ft-critical').getByRole('button', { name: '2.1' }).focus();
    await page.keyboard.press('Enter');
    await until(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('2.1 Criteria-led'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await until(async () => expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(`2.3 Seven-day therapy rota on frailty wards. On track. ${uk(day(10))} to ${uk(day(60))}. Waits for 2.2. Holds up 2.4. On the critical chain`));
    await shots(page, 'timeline-row');
    await page.getByRole('link', { name: /^2.3 Seven-day/ }).focus();
    const ends = await Promise.all(['2.3', '2.4', '2.5'].map((ref) => endOf(page, ref)));
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const dialog = page.getByRole('dialog', { name: 'Move the due date' });
    const field = dialog.getByRole('textbox', { name: /^New due date/ });
    expect(await field.inputValue()).toBe(day(67).split('-').reverse().join('/'));
    await field.fill(day(90).split('-').reverse().join('/'));
    await page.keyboard.press('Tab');
    await dialog.getByText('1 action can then no longer keep its date').waitFor();
    await dialog.getByLabel('Why').selectOption('Capacity');
    await dialog.getByLabel('Agreed by').fill('Delivery board');
    await shots(page, 'timeline-move');
    await dialog.getByRole('button', { name: 'Move the date' }).click();
    await page.getByText('Due date moved, and 1 more with it.').waitFor();
    // Three pixels a day: the bars end where the dates are now, and the last had days to spare.
    await until(async () => expect((await Promise.all(['2.3', '2.4', '2.5'].map((ref) => endOf(page, ref)))).map((end, at) => end - (ends[at] ?? 0))).toEqual([90, 30, 0]));
    await until(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('2.3 Seven-day'));
    await page.locator('.ft-time__note', { hasText: '30 days later than planned' }).waitFor();

    // A pointer does the same, and Escape lets go of it.
    const box = await barOf(page, '2.5').boundingBox();
    if (!box) throw new Error('the bar is not drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 42, y, { steps: 4 });
    await page.getByText(`${uk(day(114))}, 14 days later`).waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await dialog.count()).toBe(0);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 6, y, { steps: 2 });
    await page.mouse.up();
    expect(await field.inputValue()).toBe(day(98).split('-').reverse().join('/'));
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('group', { name: 'Scale' }).getByRole('button', { name: 'Weeks' }).click();
    await until(async () => expect(new URL(page.url()).searchParams.get('scale')).toBe('weeks'));
    await shots(page, 'timeline-weeks');
    await page.getByRole('button', { name: 'Quarters' }).click();
    await shots(page, 'timeline-quarters');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const row = page.getByRole('row', { name: /^2.2/ });
    expect(await row.innerText()).toContain(`moved once from ${uk(day(20))}`);
    expect(await row.innerText()).toContain('Everybody in post');
    expect(await page.getByRole('row', { name: /^2.5/ }).innerText()).toContain('3.1 opens the way');
    await shots(page, 'timeline-table');
    await page.goto(`/northmoor/plan/timeline?plan=${plan.id}&overdue=true`);
    await page.getByText('1 action that match').waitFor();

    // Who may not move dates cannot drag or press them, and a phone has a list.
    const phone = await theatre.person(['executive'], { size: 'phone' });
    await phone.page.goto(`/northmoor/plan/timeline?plan=${plan.id}`);
    await phone.page.getByText(`${uk(day(10))} to ${uk(day(90))}, moved once from ${uk(day(60))}`).waitFor();
    expect(await phone.page.locator('.ft-time__scroller').count()).toBe(0);
    await phone.page.setViewportSize({ width: 1280, height: 800 });
    await phone.page.locator('.ft-time__name a').first().focus();
    await phone.page.keyboard.press('Alt+ArrowRight');
    expect(await phone.page.getByRole('dialog').count()).toBe(0);

    const empty = await caller.ask(routes.plans.add, { body: { title: 'Nothing yet' } });
    await page.goto(`/northmoor/plan/timeline?plan=${empty.id}`);
    await page.getByText('Nothing to show yet').waitFor();
    await shots(page, 'timeline-empty');
  });

  it('draws of a long plan what is near, and reads on as somebody goes down', async () => {
    const { page, caller } = await theatre.person(['executive']);
    const lead = await theatre.person(['lead']);
    const plan = await lead.caller.ask(routes.plans.add, { body: { title: 'Six hundred steps' } });
    await theatre.stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, horizon, start_on, due_on, baseline_due_on) select p.locality_id, p.id, n::text, 'Step ' || n, 'medium', current_date + n - 60, current_date + n, current_date + n from plan p, generate_series(1, 620) n where p.id = $1`,
      [plan.id],
    );
    expect((await caller.ask(routes.timeline.show, { query: { plan: plan.id } })).items).toHaveLength(500);
    await page.goto(`/northmoor/plan/timeline?plan=${plan.id}`);
    await page.getByText('620 actions', { exact: true }).waitFor();
    const rows = page.locator('.ft-time__row');
    const drawn = await rows.count();
    expect([drawn > 10, drawn < 60]).toEqual([true, true]);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.locator('.ft-time__name a').first().focus();
    await page.keyboard.press('End');
    await until(async () => expect(await focused()).toBe('500 Step 500'));
    // The rest is here by now, or comes; the last row is its last.
    await until(async () => {
      await page.keyboard.press('End');
      expect(await focused()).toBe('620 Step 620');
    });
    expect(await rows.count()).toBeLessThan(60);
    await page.getByText('Step 620').first().waitFor();
    // Its bar is in the window, ten months from now.
    const [bar, window] = [await barOf(page, '620').boundingBox(), await page.locator('.ft-time__scroller').boundingBox()];
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThan((window?.x ?? 0) + (window?.width ?? 0));
    await page.keyboard.press('Home');
    await until(async () => expect(await focused()).toBe('1 Step 1'));
  });
});
