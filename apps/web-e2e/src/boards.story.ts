import { routes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('boards', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('are added, given dates, asked for decisions, renamed and retired, and show what they decided', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Home sooner' } });
    const action = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.2', title: 'Trusted assessor at both sites', horizon: 'quick_win', ownerId: caller.personId } });
    await page.goto('/northmoor/boards');
    await page.getByRole('heading', { name: 'No boards yet' }).waitFor();
    await shots(page, 'boards-empty');
    await page.getByRole('button', { name: 'Add a board' }).click();
    await field(page, 'Name').fill('Health and Wellbeing Board');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'It has not met yet' }).waitFor();
    await shots(page, 'board-empty');
    for (const day of ['12/03/2026', '10/12/2090']) {
      await page.getByRole('button', { name: 'Add a date on which Health and Wellbeing Board meets' }).click();
      await field(page, 'Meets on').fill(day);
      await page.getByRole('button', { name: 'Add the date' }).click();
      await page.getByRole('button', { name: 'Add the date' }).waitFor({ state: 'detached' });
    }
    await page.getByText('Meets next on 10 Dec 2090').waitFor();
    await page.getByText('Met; nothing decided there is recorded here.').waitFor();

    // It is asked for a decision with an update that is off track, and approves a plan.
    const { items } = await caller.ask(routes.boards.list);
    const board = items[0]?.id ?? '';
    await caller.ask(routes.plans.reportTo, { params: { id: plan.id }, body: { name: 'Health and Wellbeing Board' } });
    await page.goto(`/northmoor/actions/${action.id}/update`);
    await page.getByText('Off track', { exact: true }).click();
    await page.getByLabel('From which board').waitFor();
    expect(await page.getByLabel('From which board').inputValue()).toBe(board);
    await page.getByLabel(/^What happened so far/).fill('Second post out to advert for the third time.');
    await field(page, 'Path back to green').fill('Fund the post for two years.');
    await field(page, 'What has to be decided').fill('Fund a second assessor for two years');
    await page.getByLabel('From which board').selectOption('Somebody else');
    await field(page, 'From whom').waitFor();
    await shots(page, 'update-asks-somebody');
    await page.getByLabel('From which board').selectOption('Health and Wellbeing Board');
    await field(page, 'Needed by').fill('10/12/2090');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText('2.2 reported.').waitFor();
    await page.goto('/northmoor/decisions');
    await page.getByRole('link', { name: /^Health and Wellbeing Board/ }).click();
    await page.waitForURL(/board=/);
    await page.getByText('· from Health and Wellbeing Board').waitFor();

    const day = londonDay(new Date());
    await caller.ask(routes.versions.approve, { params: { id: plan.id }, body: { boardId: board, approvedOn: '2026-03-12' } });
    await caller.ask(routes.actions.edit, { params: { id: action.id }, body: { theme: 'Flow', priority: 'high', reason: 'Asked for by the chair', version: 2 } });
    const { items: amendments } = await caller.ask(routes.versions.amendments, { params: { id: plan.id } });
    await caller.ask(routes.versions.decide, { params: { id: plan.id }, body: { boardId: board, decidedOn: '2026-04-02', amendments: amendments.map(({ actionId, field: of, item, position }, at) => ({ actionId, field: of, item, position: position ?? 0, decision: at === 0 ? ('approved' as const) : ('declined' as const) })) } });
    const executive = await theatre.person(['executive']);
    const { items: asked } = await caller.ask(routes.decisions.list);
    await executive.caller.ask(routes.decisions.settle, { params: { id: asked[0]?.id ?? '' }, body: { state: 'deferred', note: 'After the budget is set', version: 1 } });
    await executive.page.goto('/northmoor/boards');
    await executive.page.getByRole('link', { name: 'Health and Wellbeing Board' }).click();
    await executive.page.getByRole('link', { name: 'version 1 of Home sooner' }).waitFor();
    await executive.page.getByText('Approved one amendment and declined one of').waitFor();
    await executive.page.getByText('Put off: Fund a second assessor for two years').waitFor();
    await shots(executive.page, 'board');
    expect(await executive.page.getByRole('button', { name: /^(Add|Rename|Take)/ }).count()).toBe(0);

    await page.goto(`/northmoor/boards/${board}`);
    await page.getByRole('button', { name: 'Rename or retire' }).click();
    // Somebody else renames it meanwhile.
    await caller.ask(routes.boards.edit, { params: { id: board }, body: { name: 'Health and Wellbeing Committee', version: 1 } });
    await field(page, 'Name').fill('Health and Care Board');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Health and Wellbeing Committee').first().waitFor();
    await shots(page, 'board-clash');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Health and Care Board saved.').waitFor();

    const [today, month, year] = [day.slice(8), day.slice(5, 7), day.slice(0, 4)];
    await page.getByRole('button', { name: 'Rename or retire' }).click();
    await field(page, 'Retired on').fill(`${today}/${month}/${year}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('“Home sooner” still reports to it').first().waitFor();
    await shots(page, 'board-retire-refused');
    // What was typed waits here while the plan is told to report elsewhere.
    await page.getByRole('link', { name: 'Home sooner', exact: true }).last().click();
    await page.getByRole('button', { name: 'Take out Health and Care Board' }).click();
    await page.getByText('It reports to no board yet.').waitFor();
    await page.goto(`/northmoor/boards/${board}`);
    await page.getByRole('button', { name: 'Rename or retire' }).click();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('What it decided stays.').waitFor();
    await page.getByRole('link', { name: 'Boards', exact: true }).first().click();
    await page.getByText(/^Retired on/).waitFor();
    await shots(page, 'boards');
  });
});
