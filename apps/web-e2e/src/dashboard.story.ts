import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Page } from 'playwright-core';
import { openTheatre, shots, type Theatre } from './harness';

const { add } = routes.actions;

describe('the executive dashboard', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const sql = async (text: string, values: readonly unknown[] = []): Promise<string> => (await theatre.stage.owner.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '';

  it('says what to do where there is no plan yet', async () => {
    const { page } = await theatre.person(['lead'], { locality: 'eastvale' });
    await page.goto('/eastvale/dashboard');
    await page.getByRole('heading', { name: 'There is nothing to show yet' }).waitFor();
    await shots(page, 'dashboard-empty');
  });

  it('shows an executive what changed when a lead reported, and opens the list behind a number', async () => {
    const lead = (await theatre.person(['lead'])).caller;
    const friend = (await theatre.person(['critical_friend'])).caller;
    const first = await plan(lead, friend);
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/dashboard');
    await page.getByRole('heading', { name: 'Are we delivering, and can we?' }).waitFor();
    await page.getByText('Delivery of 24 actions').waitFor();
    await page.getByText('Agree £420k bed funding for winter').waitFor();
    await page.getByRole('region', { name: 'Can we deliver it?' }).getByText('have no estimate').waitFor();
    await shots(page, 'dashboard');
    await page.getByText('The figures as a table').click();
    await page.getByRole('region', { name: 'Actions by status over twelve months' }).getByRole('row').nth(13).waitFor();
    await page.emulateMedia({ media: 'print' });
    // Two sides of A4.
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.setViewportSize({ width: 703, height: 1032 });
    await page.screenshot({ path: '.data/screenshots/dashboard-print.png', fullPage: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });

    const worst = page.getByRole('region', { name: 'Worst first' });
    expect(await worst.getByText('2.10 Shared care record').count()).toBe(0);
    await lead.ask(routes.updates.report, { params: { id: first }, body: { status: 'off_track', narrative: 'The supplier has left', pathToGreen: 'Sign with another', decision: { what: 'Name another supplier', fromWhom: 'The board', neededBy: '2099-01-01' } } });
    await page.reload();
    await worst.getByText('2.10 Shared care record').waitFor();
    await page.getByText('Name another supplier').waitFor();

    await page.getByRole('region', { name: 'What needs somebody' }).getByRole('link', { name: /actions/ }).first().click();
    await page.waitForURL(/\/northmoor\/plan\?overdue=true/);
  });

  it('opens behind every number the list that it counts, for all plans and for one', async () => {
    const { page, caller } = await theatre.person(['executive']);
    const lead = (await theatre.person(['lead'])).caller;
    const { plans } = await caller.ask(routes.dashboard.show);
    const other = await lead.ask(routes.plans.add, { body: { title: 'Another plan' } });
    await lead.ask(add, { body: { planId: other.id, ref: '1', title: 'Elsewhere', horizon: 'medium', daysNeeded: 4 } });
    for (const plan of ['', `?plan=${plans[0]?.id ?? ''}`]) {
      await page.goto(`/northmoor/dashboard${plan}`);
      await page.getByRole('region', { name: 'Can we deliver it?' }).getByText('have no estimate').waitFor();
      const numbers = await numbersOn(page);
      expect(numbers.length).toBeGreaterThan(30);
      expect(await Promise.all(numbers.map(async ({ href }) => ({ href, number: await counted(caller, href) })))).toEqual(numbers);
      // What stands alone in a table is a zero, or a month's load; the past is no list.
      expect(await page.locator('.ft-dashboard :is(ft-delivery-card, ft-organisations-card, ft-capacity-card) td.ft-number:not(:has(a)):not(.ft-load)').allTextContents()).toEqual(expect.not.arrayContaining([expect.stringMatching(/[1-9]/)]));
      // And the screens say the same.
      for (const path of ['plan', 'decisions', 'threads']) {
        const one = numbers.find(({ href }) => href.startsWith(`/northmoor/${path}`) && (path !== 'plan' || href.includes('movedFor')));
        await page.goto(one?.href ?? '');
        await page.locator('.ft-head').getByRole('status').filter({ hasText: new RegExp(`^\\s*${one?.number ?? ''} `) }).waitFor();
      }
    }
    await page.goto('/northmoor/threads?byFriends=true');
    await page.getByText('Whose record is it').waitFor();
    await shots(page, 'threads');
    await page.goto('/northmoor/threads?state=closed');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await shots(page, 'threads-empty');
  });

  it('lets an executive narrow the decisions to who is asked, and defer and take one in its place', async () => {
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/dashboard');
    await page.getByRole('link', { name: 'Decisions', exact: true }).click();
    await page.waitForURL(/decisions/);
    const supplier = page.getByText('Name another supplier', { exact: true });
    await supplier.waitFor();
    await shots(page, 'decisions');
    await page.getByRole('link', { name: /^Health and Wellbeing Board/ }).click();
    await supplier.waitFor({ state: 'hidden' });
    await page.waitForURL(/fromWhom=/);
    await page.getByRole('button', { name: /^Defer the decision: Agree £420k/ }).click();
    await page.getByRole('textbox', { name: /Why it has to wait/ }).fill('Until the budget is set');
    await page.getByRole('button', { name: 'Defer it' }).click();
    await page.getByRole('heading', { name: 'No decision is waiting' }).waitFor();
    await shots(page, 'decisions-none');
    await page.getByRole('button', { name: 'Deferred', exact: true }).click();
    await page.getByText('Until the budget is set').waitFor();
    await page.getByRole('button', { name: /^Take the decision/ }).click();
    await page.getByRole('textbox', { name: /What was decided/ }).fill('Agreed in full');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('heading', { name: 'Nothing was put off' }).waitFor();
    await page.getByRole('button', { name: 'Taken', exact: true }).click();
    await page.getByText('Agreed in full').waitFor();
    await shots(page, 'decisions-taken');
  });

  it('finds 2.10 by its ref and by words, from the header and on the page', async () => {
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/dashboard');
    await page.getByRole('heading', { name: 'Are we delivering, and can we?' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('shared rec');
    await page.getByRole('option', { name: '2.10 Shared care record' }).waitFor();
    await page.screenshot({ path: '.data/screenshots/search-box.png' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/actions\/[0-9a-f-]+$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Are we delivering, and can we?' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('2.10');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?text=2\.10/);
    await page.getByRole('link', { name: '2.10 Shared care record' }).waitFor();
    const box = page.getByRole('searchbox', { name: 'Ref or words' });
    await box.fill('records shared');
    await box.press('Enter');
    await page.waitForURL(/records/);
    await page.getByRole('link', { name: '2.10 Shared care record' }).waitFor();
    await shots(page, 'search');
    await box.fill('xylophone');
    await box.press('Enter');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await shots(page, 'search-nothing');
  });

  /** A plan with a year behind it. Returns the action 2.10. */
  async function plan(lead: Caller, friend: Caller): Promise<string> {
    const place = await sql(`select id from locality where slug = 'northmoor'`);
    const planId = await sql(`with p as (insert into plan (locality_id, title) values ($1, 'Local system review plan') returning id), b as (insert into board (locality_id, name) values ($1, 'Health and Wellbeing Board') on conflict (locality_id, lower(name)) do update set name = excluded.name returning id), m as (insert into board_meeting (locality_id, board_id, held_on) select $1, b.id, today() + 12 from b on conflict do nothing), l as (insert into plan_board (locality_id, plan_id, board_id) select $1, p.id, b.id from p, b) select id from p`, [place]);
    const organisations = await Promise.all(['Northmoor Council', 'Moor Valley NHS FT', 'ICB place team'].map((name) => sql(`insert into organisation (locality_id, name, kind) values ($1, $2, 'other') returning id`, [place, name])));
    const sheet = await sql(`insert into import (locality_id, file_name, size, digest) values ($1, 'plan.xlsx', 1, '') returning id`, [place]);
    await theatre.stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, horizon, accountable_organisation_id, due_on, due_text, days_needed, created_on)
       select $1, $2, (1 + n / 12) || '.' || (1 + n % 12), (array['Discharge to assess every day of the week', 'Trusted assessor in every ward', 'Workforce strategy', 'Carers’ voice', 'Home-care market'])[1 + n % 5],
         (array['quick_win', 'medium', 'deep_rooted'])[1 + n % 3], ($3::uuid[])[1 + n % 3], case when n % 11 = 0 then null else today() - 40 + n * 9 end, case when n % 11 = 0 then 'Ongoing' end, case when n % 4 = 0 then null else 5 + n end, today() - 380 + n * 3
       from generate_series(0, 22) n`,
      [place, planId, organisations],
    );
    await theatre.stage.owner.query(
      `with said as (
         insert into status_update (locality_id, action_id, status, as_of, narrative, path_to_green, import_id)
         select locality_id, id, (array['on_track', 'at_risk', 'off_track', 'on_track', 'complete', 'on_track'])[1 + (ascii(right(ref, 1)) + k) % 6], greatest(created_on, today() - 330 + k * 60), 'As the sheet said', 'A way back', $2
         from action, generate_series(0, 4) k where plan_id = $1 and ref not like '%.5' returning action_id, id, status, as_of),
       last as (select distinct on (action_id) * from said order by action_id, as_of desc, id desc)
       update action set status = last.status, status_on = last.as_of, last_update_id = last.id from last where action.id = last.action_id`,
      [planId, sheet],
    );
    await theatre.stage.owner.query(`insert into due_move (locality_id, action_id, from_on, to_on, reason, agreed_by, moved_on) select locality_id, id, due_on - 30, due_on, (array['capacity', 'capacity', 'decision', 'funding'])[1 + ascii(right(ref, 1)) % 4], 'Programme board', today() - 9 from action where plan_id = $1 and due_on is not null and ref like '1%'`, [planId]);
    await theatre.stage.owner.query(`insert into decision_request (locality_id, action_id, what, from_whom, needed_by, asked_on) select locality_id, id, 'Agree £420k bed funding for winter', 'Health and Wellbeing Board', today() - 3, today() - 24 from action where plan_id = $1 and ref = '1.2'`, [planId]);
    await theatre.stage.owner.query(`insert into confirmed_days (locality_id, organisation_id, month, days) select $1, o, date_trunc('month', today())::date + m * interval '1 month', 12 + m from unnest($2::uuid[]) o, generate_series(0, 5) m`, [place, organisations.slice(0, 2)]);
    const id = (await lead.ask(add, { body: { planId, ref: '2.10b', title: 'Shared care record for home-care providers', horizon: 'deep_rooted' } })).id;
    await theatre.stage.owner.query(`update action set ref = '2.99' where plan_id = $1 and ref = '2.10'`, [planId]);
    await theatre.stage.owner.query(`update action set ref = '2.10' where id = $1`, [id]);
    await friend.ask(routes.threads.raise, { body: { actionId: id, kind: 'challenge', text: 'Whose record is it, and who may correct it?' } });
    return id;
  }
});

/** Every number on the dashboard that opens a list. */
const numbersOn = (page: Page): Promise<{ href: string; number: number }[]> =>
  page.locator('.ft-dashboard a').evaluateAll((links) =>
    links
      .map((link) => ({ href: link.getAttribute('href') ?? '', number: Number(/\d+/.exec(link.textContent)?.[0] ?? Number.NaN) }))
      .filter(({ href }) => /^\/northmoor\/(plan|decisions|threads)(\?|$)/.test(href)),
  );

/** How long the list at an address is: the address has the names that the API uses. */
async function counted(caller: Caller, href: string): Promise<number | null> {
  const { pathname, searchParams } = new URL(href, 'http://x');
  const query = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key).length > 1 ? searchParams.getAll(key) : searchParams.get(key)]));
  if (pathname.endsWith('decisions')) return (await caller.ask(routes.decisions.list, { query })).total;
  if (pathname.endsWith('threads')) return (await caller.ask(routes.threads.list, { query: { state: 'open', ...query } })).total;
  return (await caller.ask(routes.actions.list, { query })).total;
}
