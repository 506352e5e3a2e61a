import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Locator, Page } from 'playwright-core';
import { field, openTheatre, shots, type Theatre, until } from './harness';

/** A whole summit: a facilitator, a moderator with a projector, an executive, and two phones, one of which loses its network. */
describe('a whole summit', () => {
  let theatre: Theatre;
  /** The facilitator's screen, and the same person at the API; a moderator's, with the projector in another window; an executive's. */
  let page: Page;
  let lead: Caller;
  let desk: Page;
  let projector: Page;
  let executive: Page;
  let phones: readonly [Page, Page];
  let address: string;
  beforeAll(async () => {
    theatre = await openTheatre();
    ({ page, caller: lead } = await theatre.person(['lead']));
    ({ page: desk } = await theatre.person(['lead']));
    ({ page: executive } = await theatre.person(['executive']));
    phones = [await theatre.nobody('phone'), await theatre.nobody('phone')];
    await lead.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    await lead.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const plan = await lead.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.4', title: 'Weekend brokerage', horizon: 'medium' } });
    const { items } = await lead.ask(routes.frameworks.list);
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: items[0]?.id ?? '', title: 'System review 2026' } });
    await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '3.2', quotation: 'People were ready to go home and nobody knew who would decide.', kind: 'challenge', force: 'must', themes: [] } });
  });
  afterAll(() => theatre.close());

  const comeIn = async (page: Page, code: string, name: string) => {
    await page.goto(`/join/${code}`);
    await field(page, 'Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('Connected').waitFor();
  };
  const ask = async (page: Page, text: string) => {
    await field(page, 'Ask a question').fill(text);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
  };

  it('is prepared: an agenda, people who are asked, and what they read', async () => {
    await page.goto('/northmoor/summits?open=new');
    await field(page, 'Title').fill('Leaders’ summit');
    await field(page, 'Held on').fill('12/05/2026');
    await field(page, 'Starts at').fill('09:30');
    await field(page, 'Place').fill('Town Hall');
    await field(page, 'What it is for').fill('To agree why people wait, and what each of us will do about it.');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Being prepared. Open it on the day').waitFor();
    await page.getByRole('button', { name: 'Add an item' }).click();
    await field(page, 'What it is about').fill('Welcome');
    await field(page, 'Minutes').fill('15');
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await page.getByRole('button', { name: 'Add an item' }).click();
    await field(page, 'What it is about').fill('Why people wait to go home');
    await field(page, 'Minutes').fill('75');
    await page.getByRole('combobox', { name: 'Findings to discuss' }).fill('ready to go');
    await page.getByRole('option', { name: /3\.2/ }).click();
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    await page.getByText('09:30 to 11:00, 1 h 30 min').waitFor();
    // The order, by keyboard.
    await page.getByRole('button', { name: /^Up ?: Why people/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Why people wait to go home is now number 1.').waitFor();
    await page.getByRole('button', { name: /^Down ?: Why people/ }).click();
    await page.getByText('Why people wait to go home is now number 2.').waitFor();
    // By mouse, and by finger on a phone.
    const titles = () => page.locator('.ft-agenda h3').allInnerTexts();
    const grip = (title: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) }).locator('.ft-grip');
    const [from, to] = [await middleOf(grip('Why people wait')), await middleOf(grip('Welcome'))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await until(async () => expect(await titles()).toEqual(['Why people wait to go home', 'Welcome']));
    await dragByFinger(page, grip('Why people wait'), grip('Welcome'));
    await until(async () => expect(await titles()).toEqual(['Welcome', 'Why people wait to go home']));
    await page.getByRole('button', { name: 'Ask somebody' }).click();
    await field(page, 'Who should come?').fill('executive');
    await until(async () => expect(await page.locator('.ft-picks li').count()).toBe(1));
    await page.getByRole('button', { name: 'Test executive' }).click();
    await page.getByText('Test executive is on the list.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Send the invitations' }).click();
    await page.getByText('1 invitation is on the way.').waitFor();
    await page.getByRole('button', { name: 'Add a file or a link' }).click();
    await page.getByLabel('Attach a file: choose it, or drop it here').setInputFiles({ name: 'What the review said.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 the review') });
    await page.getByRole('link', { name: 'What the review said.pdf' }).waitFor();
    await shots(page, 'summit-prepare');
    address = new URL(page.url()).pathname;

    await executive.goto(address);
    await executive.getByRole('button', { name: 'I will come' }).click();
    await executive.getByText('You said: coming.').waitFor();
    expect(await executive.getByRole('button', { name: 'Open the summit' }).count()).toBe(0);
    await shots(executive, 'summit-invited');

  });

  it('is held: two phones ask, one through a lost network, and the moderator keeps the queue by keyboard', async () => {
    await page.getByRole('button', { name: 'Open the summit' }).click();
    await page.getByRole('button', { name: 'Note an organisation' }).click();
    await field(page, 'Organisation').selectOption({ label: 'Moor Valley NHS FT' });
    await field(page, 'People there').fill('3');
    await page.getByRole('button', { name: 'Note it' }).click();
    await page.getByText('3 people of 1 organisation').waitFor();
    await desk.goto(`${address}/room`);
    await desk.getByRole('button', { name: 'Open the room' }).click();
    await desk.getByText('Live.').waitFor();
    const code = (await desk.locator('.ft-join-code__code').innerText()).replace('-', '');
    projector = await desk.context().newPage();
    await projector.goto(`${address}/projector`);
    await projector.getByText('Ask, vote, and say what you think').waitFor();
    await shots(projector, 'projector-waiting');

    const [one, two] = phones;
    await comeIn(one, code, 'Robin Guest');
    await comeIn(two, code, 'Sasha Guest');
    await ask(one, 'Who decides when somebody can go home at the weekend?');
    await desk.getByText('Who decides when somebody can go home at the weekend?').waitFor();
    await two.context().setOffline(true);
    await two.getByText('No connection. What you do is kept on this phone').waitFor();
    await ask(two, 'Who decides at weekends?');
    await ask(two, '<b>Where</b> is the car park?');
    await two.context().setOffline(false);
    await desk.getByText('<b>Where</b> is the car park?').waitFor();
    await shots(desk, 'moderator-waiting');

    // The queue by keyboard: approve the first, merge the same question into it, park the last.
    const first = desk.getByRole('listitem').filter({ hasText: 'go home at the weekend' });
    await first.focus();
    await desk.keyboard.press('a');
    await desk.getByRole('button', { name: 'Approved 1' }).waitFor();
    await desk.getByRole('listitem').filter({ hasText: 'Who decides at weekends?' }).focus();
    await desk.keyboard.press('m');
    await desk.getByRole('combobox', { name: 'Merge it into' }).fill('go home');
    await desk.getByRole('option', { name: /go home at the weekend/ }).click();
    await desk.getByRole('button', { name: 'Waiting 1' }).waitFor();
    await desk.getByRole('listitem').filter({ hasText: 'car park' }).focus();
    await desk.keyboard.press('p');
    await desk.getByRole('button', { name: 'Parked 1' }).waitFor();
    await desk.getByRole('button', { name: 'Approved 1' }).click();
    const shown = desk.getByRole('listitem').filter({ hasText: 'go home at the weekend' });
    await shown.getByText('Raised by 2.').waitFor();
    await shown.focus();
    await desk.keyboard.press('s');
    await projector.getByText('Raised by 2', { exact: true }).waitFor();
    await shots(projector, 'projector-question');
    expect(await projector.getByText('Robin Guest').count()).toBe(0);

  });

  it('is held: the hall answers a poll, and what is agreed is captured in seconds', async () => {
    await desk.getByRole('button', { name: 'Prepare a poll' }).click();
    await field(desk, 'Question').fill('What do we do first?');
    for (const choice of ['One number to ring', 'Weekend teams', 'A shared record']) {
      await field(desk, 'Choices').fill(choice);
      await desk.keyboard.press('Enter');
    }
    await desk.getByRole('button', { name: 'Prepare the poll' }).click();
    await desk.getByRole('button', { name: 'Ask it now' }).click();
    await desk.getByRole('button', { name: 'Show on the projector' }).click();
    for (const phone of phones) {
      await phone.getByText('One number to ring').click();
      await phone.getByRole('button', { name: 'Vote', exact: true }).click();
    }
    await projector.getByText('2 people have voted, of 2 who joined').waitFor();
    await shots(projector, 'projector-poll');
    await desk.getByRole('button', { name: 'Close the vote' }).click();
    await desk.getByText('Closed', { exact: true }).waitFor();
    await shots(desk, 'moderator');

    // From a question, from the poll, and by itself.
    await page.getByRole('link', { name: 'Capture what is agreed' }).click();
    await page.getByRole('button', { name: 'Begin Why people wait to go home' }).click();
    await page.getByText('Why people wait to go home has begun.').waitFor();
    await page.getByRole('button', { name: /^Make an outcome of it ?: Who decides/ }).click();
    await field(page, 'What was agreed').fill('A named manager decides at weekends, and answers one phone.');
    await page.getByLabel('Moor Valley NHS FT').check();
    await shots(page, 'summit-capture');
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('1 outcome so far').waitFor();
    await page.getByRole('button', { name: /^Make an outcome of the result/ }).click();
    await field(page, 'Kind').selectOption({ label: 'Quick win' });
    await page.getByLabel('Northmoor Council').check();
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('2 outcomes so far').waitFor();
    await field(page, 'What was agreed').fill('We meet again in November.');
    await field(page, 'Kind').selectOption({ label: 'Decision' });
    await page.getByLabel('Northmoor Council').check();
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('3 outcomes so far').waitFor();

  });

  it('is settled and published: every outcome is an action with its origin', async () => {
    await page.getByRole('link', { name: 'Back to the summit' }).click();
    await page.getByRole('button', { name: 'Close the summit' }).click();
    await page.getByText('3 outcomes have no action and no reason why none.').waitFor();
    await phones[0].getByText(/closed/i).first().waitFor();
    const outcome = (text: string) => page.getByRole('article', { name: new RegExp(text) });
    await outcome('A named manager').getByRole('button', { name: 'Make an action of it' }).click();
    await outcome('A named manager').getByRole('button', { name: 'Make the action' }).click();
    await page.getByRole('link', { name: /^S1 A named manager/ }).waitFor();
    await outcome('One number to ring').getByRole('button', { name: 'Link an action that is there' }).click();
    await field(page, 'Which action comes from it?').fill('brokerage');
    await page.getByRole('button', { name: '2.4 Weekend brokerage' }).click();
    await page.getByRole('link', { name: '2.4 Weekend brokerage' }).waitFor();
    await outcome('We meet again').getByRole('button', { name: 'Make an action of it' }).click();
    await outcome('We meet again').getByRole('button', { name: 'Make the action' }).click();
    await page.getByText('Ready to publish.').waitFor();
    await shots(page, 'summit-settled');
    await page.getByRole('button', { name: 'Publish the record' }).click();
    await page.getByText('Published', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit the summit' }).count()).toBe(0);

    await executive.goto(`${address}/record`);
    await executive.getByRole('heading', { name: 'The day as it went' }).waitFor();
    for (const step of ['Poll opened', 'Poll closed']) await executive.getByText(`${step}: What do we do first?`).waitFor();
    await executive.getByText('raised by 2, voted first at the summit of 12 May 2026').waitFor();
    expect(await executive.getByText('Robin Guest').count()).toBe(0);
    await shots(executive, 'summit-record');

    const { outcomes } = await lead.ask(routes.summits.page, { params: { id: address.split('/').at(-1) ?? '' } });
    expect(outcomes.map((each) => [each.actions.length, each.origins.length])).toEqual([[1, 1], [1, 1], [1, 0]]);
    await page.getByRole('link', { name: '2.4 Weekend brokerage' }).click();
    await page.getByText('“One number to ring”, voted first with 2 votes in a poll at the summit of 12 May 2026').waitFor();
  });
});

/** The middle of what one takes hold of, in the window. */
async function middleOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await thing.scrollIntoViewIfNeeded();
  const box = await thing.boundingBox();
  if (!box) throw new Error('There is nothing to take hold of.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** As a finger does it on a phone: the browser sends touches, and no mouse. */
async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const finger = await page.context().newCDPSession(page);
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const [first, last] = [await middleOf(from), await middleOf(to)];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
  for (const part of [0.3, 0.6, 1]) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: first.x, y: first.y + (last.y - first.y) * part }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await finger.detach();
  if (before) await page.setViewportSize(before);
}
