import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { aCadence } from '../../api/src/testing/cycle-builder';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('a screen as at a moment that has been', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** A plan with a report that is published, and then everything changes. */
  async function arranged(title: string) {
    const one = await theatre.person(['lead']);
    const { caller } = one;
    const { planId, actionId, cycleId, open } = await aCadence(caller, { title });
    const add = (ref: string, title: string, dueOn: string) => caller.ask(routes.actions.add, { body: { planId, ref, title, horizon: 'quick_win', ownerId: caller.personId, dueOn, description: 'Seven days a week at both sites.' } });
    const [late, fine] = [await add('1.1', 'Trusted assessor at both sites', dayAfter(londonDay(new Date()), -40)), await add('1.2', 'One discharge list for all', '2090-01-31')];
    await caller.ask(routes.milestones.add, { params: { id: fine.id }, body: { title: 'List agreed', dueOn: '2090-01-10' } });
    await caller.ask(routes.updates.report, { params: { id: late.id }, body: { status: 'on_track', narrative: 'Both posts are out to advert.', deliveryConfidence: 'low' } });
    await caller.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await caller.ask(routes.cycles.publish, { params: { id: cycleId } });
    const change = async (): Promise<void> => {
      await caller.ask(routes.updates.report, { params: { id: late.id }, body: { status: 'at_risk', narrative: 'One post is filled.', pathToGreen: 'Advertise again.' } });
      const { version } = await caller.ask(routes.actions.page, { params: { id: late.id } });
      await caller.ask(routes.actions.edit, { params: { id: late.id }, body: { title: 'Quite another thing', ownerId: null, horizon: 'deep_rooted', version } });
      await caller.ask(routes.actions.moveDue, { params: { id: late.id }, body: { dueOn: '2091-01-31', reason: 'funding', agreedBy: 'the chair' } });
      await caller.ask(routes.actions.withdraw, { params: { id: fine.id }, body: { reason: 'Covered by 1.1' } });
      await caller.ask(routes.actions.withdraw, { params: { id: actionId }, body: { reason: 'Not ours' } });
    };
    return { ...one, planId, cycleId, late, name: open.name, change };
  }

  it('is chosen as a published report, stays the same while everything changes, has nothing to edit, and leads back to now', async () => {
    const { page, planId, cycleId, late, name, change } = await arranged('Home sooner');
    await page.goto(`/northmoor/dashboard?plan=${planId}`);
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${name} report` }).waitFor();
    await shots(page, 'as-at-chooser');
    await page.getByRole('link', { name: `The ${name} report` }).click();
    await page.getByText(`As at the ${name} report`).waitFor();
    await page.getByRole('heading', { name: 'Could it be believed?' }).waitFor();
    await shots(page, 'as-at-dashboard');
    // Capacity comes by itself, after the rest.
    const capacity = page.locator('.ft-dashboard').getByText('Capacity in full');
    await capacity.waitFor();
    const board = await page.locator('.ft-dashboard').innerText();

    // A figure leads to its list, of the same moment; a row to its action.
    await page.getByRole('link', { name: '1 actions' }).first().click();
    await page.getByRole('table', { name: 'Actions of the plan as they were' }).waitFor();
    await page.goto(`/northmoor/plan?plan=${planId}&at=${cycleId}&finding=01890000-0000-7000-8000-000000000001`);
    await page.getByText('Left out, because a past moment does not know it: finding.').waitFor();
    await shots(page, 'as-at-plan');
    const rows = await page.getByRole('table', { name: 'Actions of the plan as they were' }).innerText();
    await page.getByRole('link', { name: 'Trusted assessor at both sites' }).click();
    await page.getByRole('heading', { name: 'Three ratings, as the report has them' }).waitFor();
    await page.getByText('confidence that it will be delivered is low').waitFor();
    await shots(page, 'as-at-action');
    const main = page.locator('ft-past-action');
    const action = await main.innerText();
    for (const edit of [/Change/, /Report an update/, /Move the due date/, /Add/, /Take out/, /Correct/]) expect(await main.getByRole('button', { name: edit }).or(main.getByRole('link', { name: edit })).count()).toBe(0);

    await change();
    await page.reload();
    await page.getByRole('heading', { name: '1.1 Trusted assessor at both sites' }).waitFor();
    expect(await main.innerText()).toBe(action);
    await page.goto(`/northmoor/dashboard?plan=${planId}&at=${cycleId}`);
    await page.getByRole('heading', { name: 'Could it be believed?' }).waitFor();
    await capacity.waitFor();
    expect(await page.locator('.ft-dashboard').innerText()).toBe(board);
    await page.goto(`/northmoor/plan?plan=${planId}&at=${cycleId}`);
    expect(await page.getByRole('table', { name: 'Actions of the plan as they were' }).innerText()).toBe(rows);
    await page.goto(`/northmoor/actions/${late.id}?at=${cycleId}`);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.getByRole('heading', { name: '1.1 Quite another thing' }).waitFor();
  });

  it('is chosen as a day, says since when there is a record, and refuses a day that is not over', async () => {
    const { page, planId } = await arranged('Care at home');
    await page.goto(`/northmoor/plan?plan=${planId}`);
    await page.getByText('As at…').click();
    const today = londonDay(new Date());
    await field(page, 'As a day ended').fill(`${today.slice(8)}/${today.slice(5, 7)}/${today.slice(0, 4)}`);
    await page.getByRole('button', { name: 'Show that day' }).click();
    await page.getByText('Choose a day that is over: today is not yet.').waitFor();
    await shots(page, 'as-at-refused');
    await field(page, 'As a day ended').fill('03/03/2020');
    await page.getByRole('button', { name: 'Show that day' }).click();
    await page.getByText('As at 3 Mar 2020').waitFor();
    await page.getByText(/nothing is known here of the time before/).waitFor();
    await shots(page, 'as-at-before');
    // As if all of it had been a week ago: the day is rebuilt from the history.
    for (const table of ['audit', 'status_update']) await theatre.stage.owner.query(`alter table ${table} disable trigger user`);
    await theatre.stage.owner.query(`update audit set at = at - interval '7 days'`);
    await theatre.stage.owner.query(`update status_update set reported_at = reported_at - interval '7 days'`);
    for (const table of ['audit', 'status_update']) await theatre.stage.owner.query(`alter table ${table} enable trigger user`);
    await page.goto(`/northmoor/dashboard?plan=${planId}&at=${dayAfter(today, -2)}`);
    await page.getByText('Rebuilt from the history.').waitFor();
    await page.getByText('Not known of this moment').waitFor();
    await shots(page, 'as-at-day');
  });
});
