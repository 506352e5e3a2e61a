import { createHash } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import { londonDay, monthsAfter } from '@followthrough/domain';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('reporting cycles', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('are set, reported in, frozen, reopened, published, and stay as they were whatever changes afterwards', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Home sooner' } });
    const params = { id: plan.id };
    const add = (ref: string, title: string) => caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'quick_win', ownerId: caller.personId, dueOn: '2090-01-31' } });
    const [first, second] = [await add('1.1', 'Trusted assessor at both sites'), await add('1.2', 'One discharge list for all')];
    await theatre.stage.owner.query(`update action set owned_since = today() - 365`);

    await page.goto(`/northmoor/plans/${plan.id}/cycles`);
    await page.getByRole('heading', { name: 'This plan is not reported in cycles yet' }).waitFor();
    await shots(page, 'cycles-empty');
    await page.getByRole('button', { name: 'Set how often' }).click();
    await field(page, 'How often').selectOption('Every month');
    const start = `01/${monthsAfter(londonDay(new Date()), -2).slice(5, 7)}/${monthsAfter(londonDay(new Date()), -2).slice(0, 4)}`;
    await field(page, 'The first report covers the time from').fill(start);
    await field(page, 'Published so many working days after the period ends').fill('25');
    await field(page, 'Opens so many working days before updates are due').fill('60');
    await page.getByRole('table', { name: 'Preview of the next reports' }).locator('tbody tr').nth(3).waitFor();
    await shots(page, 'cycles-cadence');
    await page.getByRole('button', { name: 'Report in cycles' }).click();
    await page.getByText('2 owed').waitFor();
    const open = (await caller.ask(routes.cycles.desk, { params })).items.find((one) => one.state === 'open');
    const name = open?.name ?? '';

    // The owner reads by when, reports one, and the desk says what is still owed.
    await page.goto('/northmoor/my-work');
    await page.getByText(`for the ${name} report`).first().waitFor();
    await shots(page, 'cycles-my-work');
    await page.getByRole('link', { name: /Report on 1\.1/ }).click();
    await page.getByText('Update due by').waitFor();
    await page.getByText('On track', { exact: true }).click();
    await page.getByLabel(/^What happened so far/).fill('Both posts are filled.');
    await page.getByRole('button', { name: /^Report and go to 1\.2/ }).click();
    await page.getByText('1.1 reported.').waitFor();
    await page.goto(`/northmoor/plans/${plan.id}/cycles`);
    await page.getByText('1 owed').waitFor();
    await page.getByText('Which actions').click();
    await shots(page, 'cycles-open');

    // Dates set by hand do not cross.
    await page.getByRole('button', { name: 'Change dates', exact: true }).click();
    await field(page, 'To be published on').fill('01/01/2020');
    await page.getByRole('button', { name: 'Save the dates' }).click();
    await page.getByText('it cannot be published before that').first().waitFor();
    await shots(page, 'cycles-dates-refused');
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Freeze now' }).click();
    await page.getByRole('heading', { name: `Frozen: the ${name} report` }).waitFor();
    await shots(page, 'cycles-frozen');
    await page.getByRole('button', { name: 'Reopen' }).click();
    await field(page, 'Why').fill('1.2 was promised for this afternoon');
    await page.getByRole('button', { name: 'Reopen it' }).click();
    await page.getByText('“1.2 was promised for this afternoon”').waitFor();
    await caller.ask(routes.updates.report, { params: { id: second.id }, body: { status: 'at_risk', narrative: 'Two lists are left.', pathToGreen: 'Merge them by May.' } });
    await page.reload();
    await page.getByText('0 owed').waitFor();
    await page.getByRole('button', { name: 'Freeze now' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('link', { name: `The ${name} report` }).click();
    await page.getByText('Nothing here changes any more.').waitFor();
    await page.getByText('Merge them by May.').waitFor();
    await page.getByText('What was frozen first').waitFor();
    await page.getByText('Assessed from the facts').first().waitFor();
    await shots(page, 'cycle-published');
    const main = page.locator('ft-cycle');
    const screen = await main.innerText();
    const id = open?.id ?? '';
    const bytes = (await caller.try(routes.cycles.bytes, { params: { id } })).bytes;

    // Then everything changes.
    await caller.ask(routes.actions.edit, { params: { id: first.id }, body: { title: 'Something else', ref: '9.9', horizon: 'deep_rooted', ownerId: null, version: 2 } });
    await caller.ask(routes.actions.moveDue, { params: { id: first.id }, body: { dueOn: '2091-01-31', reason: 'funding', note: 'No grant', agreedBy: 'the chair' } });
    await caller.ask(routes.updates.report, { params: { id: first.id }, body: { status: 'complete', narrative: 'All done', evidence: [{ kind: 'testimony', line: 'first', title: 'The ward', words: 'They see it every day' }] } });
    await caller.ask(routes.actions.withdraw, { params: { id: second.id }, body: { reason: 'Covered by 9.9' } });
    await caller.ask(routes.plans.edit, { params, body: { title: 'Home much sooner', aim: 'Another aim', version: 1 } });
    const words = await (await theatre.person(['administrator'])).caller.ask(routes.statusWords.list);
    await (await theatre.person(['administrator'])).caller.ask(routes.statusWords.edit, { params: { id: words.items.find((one) => one.status === 'at_risk')?.id ?? '' }, body: { word: 'Wobbly', version: 1 } });

    await page.reload();
    await page.getByText('Merge them by May.').waitFor();
    expect(await main.innerText()).toBe(screen);
    const again = (await caller.try(routes.cycles.bytes, { params: { id } })).bytes;
    expect(again.equals(bytes)).toBe(true);
    expect(screen).toContain(createHash('sha256').update(again).digest('hex'));

    // The next report tells the board what became of it.
    await theatre.stage.owner.query(`update reporting_cycle set state = 'open', number = 2, counts_from = now() - interval '1 hour' where id = (select id from reporting_cycle where state = 'planned' order by opens_on limit 1)`);
    const next = (await caller.ask(routes.cycles.desk, { params })).items.find((one) => one.state === 'open');
    await caller.ask(routes.cycles.freeze, { params: { id: next?.id ?? '' } });
    const reader = await theatre.person(['executive']);
    await reader.page.goto(`/northmoor/plans/${plan.id}/cycles/${next?.id ?? ''}`);
    await reader.page.getByRole('heading', { name: `What differs from the ${name} report` }).waitFor();
    await reader.page.getByText('Funding: No grant. Agreed by the chair').waitFor();
    for (const head of ['Status moved', 'Assessed status moved', 'Dates moved', 'Owner changed', 'Scope changed', 'Taken out of the plan']) await reader.page.getByRole('heading', { name: new RegExp(`^${head}`) }).waitFor();
    await shots(reader.page, 'cycle-differences');
  });
});
