import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Page } from 'playwright-core';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('reports that are begun, and reports without a connection', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const owing = async (caller: Caller, ...titles: string[]) => {
    const plan = await caller.ask(routes.plans.add, { body: { title: `Response ${titles[0] ?? ''}` } });
    const ids: string[] = [];
    for (const [n, title] of titles.entries()) ids.push((await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: `${n + 1}.1`, title, horizon: 'quick_win', ownerId: caller.personId, dueOn: '2027-01-31' } })).id);
    return ids;
  };
  const choose = (page: Page, state: RegExp) => page.getByRole('radio', { name: state }).check();
  const narrative = (page: Page) => page.getByLabel('What happened so far');
  const said = async (caller: Caller, id = '') => (await caller.ask(routes.actions.page, { params: { id } })).updates.map((one) => one.narrative);

  it('lets an owner report three on a phone, the second in a tunnel: nothing is lost and nothing is doubled', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const ids = await owing(caller, 'Same-day assessment', 'Weekend discharge', 'Carers called back');
    await page.goto('/northmoor/my-work');
    const ahead = page.waitForResponse((one) => one.url().includes(`${ids[2] ?? ''}/update-desk`));
    await page.getByRole('link', { name: /^Report on 1\.1/ }).click();
    await page.getByRole('heading', { name: /^1\.1 Same-day/ }).waitFor();
    await ahead;
    await choose(page, /On track/);
    await narrative(page).fill('Both desks staffed from eight.');
    await page.getByRole('button', { name: /^Report and go to 2\.1/ }).click();
    await page.getByRole('heading', { name: /^2\.1 Weekend/ }).waitFor();

    await choose(page, /On track/);
    await narrative(page).fill('Two of three wards discharge on Saturdays.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /^Report and go to 3\.1/ }).click();
    await page.getByText('Your report on 2.1 waits on this device').waitFor();
    await page.getByRole('heading', { name: /^3\.1 Carers/ }).waitFor();
    await choose(page, /On track/);
    await narrative(page).fill('Called back the same day since Monday.');
    await page.getByText(/Draft saved on this device/).waitFor();
    await shots(page, 'update-offline');

    await page.context().setOffline(false);
    await page.getByText('2.1 reported, now that there is a connection.').waitFor();
    await until(async () => expect(await page.getByText('Your report on 2.1 waits').count()).toBe(0));
    expect(await narrative(page).inputValue()).toBe('Called back the same day since Monday.');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.waitForURL(/my-work/);
    await page.getByText('3.1 Carers called back').waitFor();
    expect(await page.getByText(/due from you/).count()).toBe(0);
    for (const [n, words] of ['Both desks staffed from eight.', 'Two of three wards discharge on Saturdays.', 'Called back the same day since Monday.'].entries()) expect(await said(caller, ids[n])).toEqual([words]);
  });

  it('sends a report once, though its answer is lost and the tab is closed', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const [id] = await owing(caller, 'Discharge lounge');
    await page.goto(`/northmoor/actions/${id ?? ''}/update`);
    await choose(page, /On track/);
    await narrative(page).fill('Open until ten.');
    // It arrives, and nobody hears of it.
    let arrived = 0;
    await page.route('**/updates', async (route) => {
      await route.fetch();
      arrived += 1;
      await route.abort();
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your report on 1.1 waits on this device').waitFor();
    expect(arrived).toBeGreaterThan(1);
    await page.unroute('**/updates');
    await page.reload();
    await page.getByText('1.1 reported, now that there is a connection.').waitFor();
    expect(await said(caller, id)).toEqual(['Open until ten.']);
  });

  it('gives back what the server will not have', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const [id] = await owing(caller, 'Night sitting');
    await page.goto(`/northmoor/actions/${id ?? ''}/update`);
    await choose(page, /On track/);
    await narrative(page).fill('Forty nights since May.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText('Your report on 1.1 waits on this device').waitFor();
    await caller.ask(routes.actions.withdraw, { params: { id: id ?? '' }, body: { reason: 'Twice in the plan' } });
    await page.context().setOffline(false);
    await page.getByText('1.1 was not taken').waitFor();
    await caller.ask(routes.actions.restore, { params: { id: id ?? '' }, body: { reason: 'It was the other one' } });
    await page.goto(`/northmoor/actions/${id ?? ''}/update`);
    await page.getByText('Your draft from before is back').waitFor();
    expect(await narrative(page).inputValue()).toBe('Forty nights since May.');
  });

  it('goes on with the newest draft of all devices, says so, and keeps the other', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const [id = ''] = await owing(caller, 'Falls clinic');
    await page.goto(`/northmoor/actions/${id}/update`);
    await narrative(page).fill('Eleven seen in the first');
    await page.getByText(/Draft saved .* for your other devices too/).waitFor();
    // A device that knows nothing of it.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText('You typed it on another device').waitFor();
    expect(await narrative(page).inputValue()).toBe('Eleven seen in the first');
    await narrative(page).fill('Eleven seen in the first week');
    await page.getByText(/Draft saved .* for your other devices too/).waitFor();

    await caller.ask(routes.updateDrafts.keep, { params: { id }, body: { said: { narrative: 'At the desk: fourteen seen' }, typedAt: new Date().toISOString() } });
    await page.reload();
    await page.getByText('It is the newer of two').waitFor();
    expect(await narrative(page).inputValue()).toBe('At the desk: fourteen seen');
    await shots(page, 'update-two-drafts');
    await page.getByRole('button', { name: 'Take the older one instead' }).click();
    await until(async () => expect(await narrative(page).inputValue()).toBe('Eleven seen in the first week'));

    await caller.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: 'Twelve seen' } });
    await page.reload();
    await page.getByText('Somebody has reported since you began it').waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await until(async () => expect(await page.getByLabel(/^What happened since/).inputValue()).toBe(''));
  });
});

describe('my work, put off', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('leaves the list until its day, counted honestly, and is back when asked for', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Winter' } });
    for (const ref of ['1.1', '1.2', '1.3']) await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title: `Ward ${ref}`, horizon: 'quick_win', ownerId: caller.personId, dueOn: '2090-01-31' } });
    await page.goto('/northmoor/my-work');
    await page.getByText('3 updates are due from you').waitFor();
    await page.getByRole('button', { name: /^Later.*1\.2/ }).click();
    await field(page, 'Or on another day').fill('31/12/2089');
    await page.getByRole('button', { name: 'Put it off' }).click();
    await page.getByText(/It can be put off until .* at the latest/).waitFor();
    await page.getByRole('button', { name: 'In a week' }).click();
    await shots(page, 'snooze');
    await page.getByRole('button', { name: 'Put it off' }).click();
    await page.getByText('2 updates are due from you, 1 put off').waitFor();
    await until(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('My work'));
    expect(await page.getByRole('link', { name: /^Report on 1\.2/ }).count()).toBe(0);
    await page.reload();
    await page.getByText('1 put off', { exact: true }).click();
    await shots(page, 'my-work-snoozed');
    await page.getByRole('button', { name: /^Have it back.*1\.2/ }).click();
    await page.getByText('3 updates are due from you').waitFor();
    await page.getByRole('link', { name: /^Report on 1\.2/ }).waitFor();
  });
});
