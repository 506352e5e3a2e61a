import { routes } from '@followthrough/contracts';
import type { Page } from 'playwright-core';
import { openTheatre, shots, type Theatre, until } from './harness';

/** Tabs until the wanted control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const here = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '');
      return label.trim().replace(/\s+/g, ' ');
    });
    if (name.test(here)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
}

describe('reporting an update', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('takes a phone and a keyboard: the way back and the decision are asked for when they are needed, and the draft stays', async () => {
    const { page, caller } = await theatre.person(['lead'], { size: 'phone' });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Response' } });
    const make = (ref: string, title: string) => caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'quick_win', ownerId: caller.personId, dueOn: '2027-01-31' } });
    const first = await make('2.2', 'Trusted assessor in place at both hospital sites');
    const second = await make('2.4', 'Discharge to assess');
    await page.goto('/northmoor/my-work');
    await page.getByText('2 updates are due from you').waitFor();
    await shots(page, 'my-work');

    await tabTo(page, /^Report on 2\.2/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^2\.2 Trusted assessor/ }).waitFor();
    await page.waitForURL(new RegExp(`${first.id}/update`));
    await tabTo(page, /^Not started/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText('The decision it waits for').waitFor();
    await tabTo(page, /^What happened so far/);
    await page.keyboard.type('Second post out to advert for the third time.');
    await page.getByText(/Draft saved/).waitFor();

    // The connection went, the tab was closed: what was typed is there again.
    await page.reload();
    await page.getByText('Your draft from before is back').waitFor();
    await until(async () => expect(await page.getByLabel('What happened so far').inputValue()).toBe('Second post out to advert for the third time.'));

    await tabTo(page, /^Report and go to 2\.4/);
    await page.keyboard.press('Enter');
    await page.getByText('Say what will bring it back on track').waitFor();
    await shots(page, 'update-refused');
    await tabTo(page, /^Path back to green/);
    await page.keyboard.type('Share the assessor at St Anne’s until the post is filled.');
    await tabTo(page, /^What has to be decided/);
    await page.keyboard.type('Fund a second post until March');
    await tabTo(page, /^From whom/);
    await page.keyboard.type('Delivery board');
    await tabTo(page, /^Needed by/);
    await page.keyboard.type('31/01/2027');
    await tabTo(page, /^When will it be done/);
    await page.keyboard.type('30/04/2027');
    await page.keyboard.press('Tab');
    await shots(page, 'update');
    await tabTo(page, /^Report and go to 2\.4/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^2\.4 Discharge to assess/ }).waitFor();

    const seen = await caller.ask(routes.actions.page, { params: { id: first.id } });
    expect(seen).toMatchObject({ status: 'off_track', updates: [{ narrative: 'Second post out to advert for the third time.', forecastOn: '2027-04-30' }], decisions: [{ what: 'Fund a second post until March', neededBy: '2027-01-31' }] });
    expect((await caller.ask(routes.actions.page, { params: { id: second.id } })).updates).toEqual([]);

    await page.goto(`/northmoor/actions/${first.id}`);
    await page.getByText('Fund a second post until March', { exact: true }).waitFor();
    await shots(page, 'action-off-track');

    await page.getByRole('link', { name: 'Correct it' }).click();
    await page.getByText('This corrects an earlier update').waitFor();
    await page.getByRole('radio', { name: /On track/ }).check();
    await page.getByRole('button', { name: 'Report and stop' }).or(page.getByRole('button', { name: 'Report', exact: true })).first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/update'));
    expect((await caller.ask(routes.actions.page, { params: { id: first.id } })).updates).toMatchObject([{ status: 'on_track', correctsId: seen.updates[0]?.id }, { status: 'off_track' }]);
  });

  it('lets an executive take the decision, and a lead chase those who owe', async () => {
    const executive = await theatre.person(['executive']);
    await executive.page.goto('/northmoor/my-work');
    await executive.page.getByRole('button', { name: /^Take/ }).first().click();
    await executive.page.getByLabel('What was decided').fill('Funded until March');
    await shots(executive.page, 'decision-take');
    await executive.page.getByRole('button', { name: 'Record the decision' }).click();
    await executive.page.getByText('Decision recorded.').waitFor();

    const lead = await theatre.person(['lead']);
    await lead.page.goto('/northmoor/chases');
    await lead.page.getByText('can report').waitFor();
    await shots(lead.page, 'chases');
    await lead.page.getByRole('button', { name: /^Mail the one|^Mail all/ }).click();
    await lead.page.getByText('1 mail sent.').waitFor();
    await lead.page.getByText('mailed today', { exact: false }).first().waitFor();
  });
});
