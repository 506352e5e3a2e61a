import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Locator, Page } from 'playwright-core';
import { anAction, aPlan } from '../../api/src/testing/plan-builder';
import { aCadence } from '../../api/src/testing/cycle-builder';
import { openTheatre, shots, type Theatre } from './harness';

const today = londonDay(new Date());

describe('a register as at a moment that has been', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** Two decisions, a measure with a year of figures and days for work: of a plan that is reported on, and a little of another. */
  async function arranged(title: string) {
    const { page, caller } = await theatre.person(['lead']);
    const { planId, cycleId, open } = await aCadence(caller, { title });
    const { id: boardId } = await caller.ask(routes.boards.add, { body: { name: `${title} board` } });
    const trust = await caller.ask(routes.organisations.add, { body: { name: `${title} Trust`, kind: 'nhs_trust', aliases: [] } });
    await caller.ask(routes.organisations.add, { body: { name: `${title} Council`, kind: 'council', aliases: [] } });
    const posts = await anAction(caller, planId, { title: 'Trusted assessor at both sites', accountableOrganisationId: trust.id, daysNeeded: 40, dueOn: dayAfter(today, 100), ownerId: caller.personId });
    const room = await anAction(caller, planId, { title: 'One discharge list for all', accountableOrganisationId: trust.id });
    const elsewhere = await anAction(caller, await aPlan(caller, { title: `${title} two` }), { title: 'Beds counted every morning', accountableOrganisationId: trust.id, daysNeeded: 9, dueOn: dayAfter(today, 20) });
    const ask = (id: string, what: string, of: object, days: number) => caller.ask(routes.updates.report, { params: { id }, body: { status: 'off_track', narrative: 'Nobody can decide it here.', pathToGreen: 'A decision', decision: { what, neededBy: dayAfter(today, days), ...of } } });
    const { decisionId } = await ask(posts, 'Fund two posts for a year', { boardId }, 9);
    await ask(room, 'Lend us a room at the Infirmary', { fromWhom: 'The chief executive' }, 40);
    const month = today.slice(0, 7);
    await caller.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: trust.id, month, days: 10, was: null }] } });
    const measure = await caller.ask(routes.measures.add, { body: { title: `${title}: days from ready to home`, unit: 'days', direction: 'down', target: 20, source: 'Daily discharge list', actionIds: [posts, elsewhere] } });
    const values = [40, 42, 41, 42, 40, 43, 41, 42, 40, 42, 41, 61];
    const { points } = await caller.ask(routes.measures.addPoints, { params: { id: measure.id }, body: { points: values.map((value, at) => ({ onDay: `2025-${String(at + 1).padStart(2, '0')}-28`, value })) } });

    const change = async (): Promise<void> => {
      await caller.ask(routes.decisions.settle, { params: { id: decisionId ?? '' }, body: { state: 'taken', note: 'Agreed for one year', version: 1 } });
      await caller.ask(routes.boards.edit, { params: { id: boardId }, body: { name: `${title} committee`, version: 1 } });
      await caller.ask(routes.measures.correct, { params: { id: measure.id, point: points[0]?.id ?? '' }, body: { onDay: '2025-12-28', value: 41, note: 'Two digits were swapped' } });
      await caller.ask(routes.measures.addPoints, { params: { id: measure.id }, body: { points: [{ onDay: '2026-01-28', value: 12 }] } });
      const { version } = await caller.ask(routes.measures.page, { params: { id: measure.id } });
      await caller.ask(routes.measures.edit, { params: { id: measure.id }, body: { title: `${title}: renamed`, target: 5, version } });
      await caller.ask(routes.measures.unlink, { params: { id: measure.id, other: posts } });
      await caller.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: trust.id, month, days: null, was: 10 }] } });
      const action = await caller.ask(routes.actions.page, { params: { id: posts } });
      await caller.ask(routes.actions.edit, { params: { id: posts }, body: { title: 'Quite another thing', daysNeeded: 1, version: action.version } });
    };
    return { page, caller, planId, cycleId, name: open.name, title, measure, elsewhere, change };
  }

  const publish = async ({ caller, cycleId }: Awaited<ReturnType<typeof arranged>>): Promise<void> => {
    await caller.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await caller.ask(routes.cycles.publish, { params: { id: cycleId } });
  };
  const edits = (main: Locator): Promise<number> => main.getByRole('button', { name: /Decide|Add|Correct|Paste|Edit|Unlink|Link|Confirm days|Retire|Withdraw/ }).count();
  const read = async (page: Page, address: string, heading: string): Promise<string> => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.locator('main table').first().waitFor();
    await page.locator('main ft-card ft-skeleton').first().waitFor({ state: 'detached' });
    return page.locator('main').innerText();
  };

  it('is seen as at a published report from every register, stays as it was while everything changes, and leads back to now', async () => {
    const there = await arranged('Home sooner');
    await publish(there);
    const { page, cycleId, name, title, measure, change } = there;

    await page.goto('/northmoor/decisions');
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${name} report` }).click();
    await page.getByText(`As at the ${name} report`).waitFor();
    await page.getByText('Decisions are not frozen with a report').waitFor();
    await page.getByText('Fund two posts for a year').waitFor();
    await shots(page, 'as-at-decisions');
    await page.goto('/northmoor/measures');
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${name} report` }).click();
    await page.getByText('Measures are not frozen with a report').waitFor();
    await shots(page, 'as-at-measures');
    await page.getByRole('link', { name: `${title}: days from ready to home` }).click();
    await page.getByText('One that was corrected later says what it said').waitFor();
    await shots(page, 'as-at-measure');
    // An action of the report leads to its page as it was frozen; one of another plan is named and leads nowhere.
    expect(await page.getByRole('link', { name: 'Beds counted every morning' }).count()).toBe(0);
    await page.getByText('Beds counted every morning').waitFor();
    await page.getByRole('link', { name: 'Trusted assessor at both sites' }).click();
    await page.getByRole('heading', { name: 'Three ratings, as the report has them' }).waitFor();
    await page.goto('/northmoor/capacity');
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${name} report` }).click();
    await page.getByText('Confirmed days are not frozen with a report').waitFor();
    await page.locator('.ft-heat button').first().click();
    await page.getByRole('table', { name: 'Actions that need days in this month' }).waitFor();
    await shots(page, 'as-at-capacity');
    const addresses = [
      [`/northmoor/decisions?at=${cycleId}`, 'Decisions'],
      [`/northmoor/measures?at=${cycleId}`, 'Measures'],
      [`/northmoor/measures/${measure.id}?at=${cycleId}`, `${title}: days from ready to home`],
      [page.url().replace(theatre.address, ''), 'Capacity'],
    ] as const;
    const before: string[] = [];
    for (const [address, heading] of addresses) {
      before.push(await read(page, address, heading));
      expect({ address, edits: await edits(page.locator('main')) }).toEqual({ address, edits: 0 });
    }
    expect(before[2]).toContain('61 days');
    expect(before[3]).toContain('Beds counted every morning');

    await change();
    for (const [at, [address, heading]] of addresses.entries()) expect(await read(page, address, heading)).toBe(before[at]);
    await page.goto(`/northmoor/measures/${measure.id}?at=${cycleId}`);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.getByRole('heading', { level: 1, name: `${title}: renamed` }).waitFor();
  });

  it('is seen as at a day: the dashboard leads there, and a time before the record is empty and says so', async () => {
    const there = await arranged('Care at home');
    const { page, planId, change, title } = there;
    // As if all of it had been a week ago.
    await theatre.stage.owner.query('alter table audit disable trigger user');
    await theatre.stage.owner.query(`update audit set at = at - interval '7 days'`);
    await theatre.stage.owner.query('alter table audit enable trigger user');
    await change();
    const day = dayAfter(today, -2);
    await page.goto(`/northmoor/dashboard?plan=${planId}&at=${day}`);
    await page.getByRole('heading', { name: 'Can we deliver it?' }).waitFor();
    await shots(page, 'as-at-day-with-capacity');
    await page.getByRole('link', { name: '2 decisions' }).click();
    await page.getByText('Rebuilt from the history.').waitFor();
    await page.getByRole('cell', { name: `${title} board` }).waitFor();
    await page.getByRole('link', { name: 'Trusted assessor at both sites' }).waitFor();
    await page.goto(`/northmoor/capacity?at=${day}`);
    await page.getByRole('rowheader', { name: `${title} Trust` }).waitFor();
    // Every figure opens its list of the same day.
    await page.locator('dl').getByRole('link', { name: / of / }).click();
    await page.getByRole('table', { name: 'Actions of the plan as they were' }).waitFor();
    await page.goto(`/northmoor/measures?at=${day}`);
    await page.getByRole('link', { name: `${title}: days from ready to home` }).waitFor();

    for (const screen of ['decisions', 'measures', 'capacity']) {
      await page.goto(`/northmoor/${screen}?at=2020-03-03`);
      await page.getByRole('heading', { name: 'Nothing is known of that moment' }).waitFor();
      await page.getByText(/nothing is known here of the time before/).waitFor();
      await shots(page, `as-at-before-${screen}`);
    }
    await page.goto(`/northmoor/measures/${there.measure.id}?at=2020-03-03`);
    await page.getByText('This measure was not there at that moment').waitFor();
    await page.goto(`/northmoor/capacity?at=${today}`);
    await page.getByText('Choose a day that is over: today is not yet').waitFor();
  });
});
