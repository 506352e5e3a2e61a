import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import { field, openTheatre, shots, type Theatre } from './harness';

const month = monthsAfter(`${londonDay(new Date()).slice(0, 7)}-01`, 3).slice(0, 7);
const [first, last] = [`${month}-01`, dayAfter(monthsAfter(`${month}-01`, 1), -1)];
const later = monthsAfter(last, 2);
const typed = (day: string): string => day.split('-').reverse().join('/');

describe('scenarios', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('are tried over the live plan, proposed, agreed by the organisation they touch, and become moves with reasons', async () => {
    const { caller: setting } = await theatre.person(['lead']);
    const trust = (await setting.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } })).id;
    const council = (await setting.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } })).id;
    const theirs = await theatre.person(['lead'], { organisationId: trust });
    await theatre.stage.owner.query(`update person set name = 'Joan Fairley' where id = $1`, [theirs.caller.personId]);
    const people: string[] = [];
    for (const [name, percent] of [['Aisha Rahman', 30], ['Tom Berry', 90], ['Grace Osei', 40]] as const) {
      const { id } = await theirs.caller.ask(routes.people.add, { body: { name, organisationId: trust, jobTitle: 'Discharge lead' } });
      await theirs.caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await theirs.caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      people.push(id);
    }
    const plan = await setting.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = async (ref: string, title: string, dueOn: string) =>
      (await setting.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', accountableOrganisationId: trust, startOn: first, dueOn } })).id;
    const effort = async (id: string, likelyMinutes: number, personId: string) => {
      const { items } = await setting.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even' } });
      await theirs.caller.ask(routes.demand.request, { params: { id: items.at(-1)?.id ?? '' }, body: { personId, minutes: likelyMinutes } });
    };
    const [aisha = '', tom = ''] = people;
    const wards = await action('2.4', 'Discharge to assess on every ward', last);
    await effort(wards, 4_500, aisha);
    const assessor = await action('2.5', 'Trusted assessor in place', last);
    await effort(assessor, 900, tom);
    const waiting = await action('2.6', 'Every ward writes its discharge plan', dayAfter(last, 14));
    await setting.ask(routes.dependencies.add, { params: { id: waiting }, body: { otherId: wards, otherComes: 'first', kind: 'blocks' } });

    // Who is over, and why: the trust's lead sees whom.
    const { page } = theirs;
    await page.goto('/northmoor/capacity/heat-map?by=person');
    await page.getByRole('row', { name: /Aisha Rahman/ }).getByText(/per cent, over/).first().waitFor({ state: 'attached' });
    await page.getByRole('navigation', { name: 'Views of capacity' }).getByRole('link', { name: 'Scenarios' }).click();
    await page.getByText('No scenarios yet').waitFor();
    await shots(page, 'scenarios-empty');

    // The first, by keyboard: give it to somebody who has the days.
    await page.getByRole('button', { name: 'New scenario' }).focus();
    await page.keyboard.press('Enter');
    await field(page, 'Name').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Tom takes the wards');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tom takes the wards' }).waitFor();
    const after = (line: string) => page.getByRole('table', { name: 'The plan before, and after the changes' }).getByRole('row', { name: new RegExp(line) });
    await after('Actions late').getByText('the same').waitFor();
    await page.getByRole('button', { name: 'Add a change' }).click();
    await field(page, 'What changes').selectOption({ label: 'Give somebody’s part to another' });
    await field(page, 'Action').fill('2.4');
    await page.keyboard.press('Enter');
    await field(page, 'Whose part').selectOption({ label: 'Aisha Rahman: 10 days' });
    await field(page, 'To whom').fill('tom');
    await page.keyboard.press('Enter');
    // Its effect is there before it is added.
    await after('Actions late').getByText('▼ 1 fewer').waitFor();
    await shots(page, 'scenario-typing');
    await page.getByRole('button', { name: 'Add to the scenario' }).click();
    await page.getByText('goes from Aisha Rahman to Tom Berry, with their 10 days').first().waitFor();
    await page.getByText('Saving…').waitFor({ state: 'detached' });

    // The second, by a lead of another partner, who sees no person: later.
    const other = await theatre.person(['lead'], { organisationId: council });
    const seen = other.page;
    await seen.goto('/northmoor/capacity/scenarios');
    await seen.getByRole('link', { name: 'Tom takes the wards' }).click();
    await seen.getByText('goes from somebody of Moor Valley NHS FT to somebody of Moor Valley NHS FT').first().waitFor();
    expect(await seen.getByText('Aisha Rahman').count()).toBe(0);
    await seen.goto('/northmoor/capacity/scenarios');
    await seen.getByRole('button', { name: 'New scenario' }).click();
    await field(seen, 'Name').fill('Wards after the winter');
    await field(seen, 'What it is for').fill('Nobody has days in the winter months');
    await seen.getByRole('button', { name: 'Begin' }).click();
    await seen.getByRole('button', { name: 'Add a change' }).click();
    await field(seen, 'Action').fill('discharge to assess');
    await seen.keyboard.press('Enter');
    await field(seen, 'Day').fill(typed(later));
    await seen.keyboard.press('Enter');
    await seen.getByRole('button', { name: /^Take out.* 2\.4 moves from/ }).waitFor();
    await seen.getByText(/2\.6 Every ward writes its discharge plan moves along to/).first().waitFor();
    await seen.getByRole('button', { name: 'Cancel' }).click();
    await seen.getByLabel('Beside another scenario').selectOption({ label: 'Tom takes the wards' });
    await seen.getByRole('columnheader', { name: 'Tom takes the wards' }).waitFor();
    await shots(seen, 'scenario-beside');
    await seen.getByRole('button', { name: 'Propose it' }).click();
    await seen.getByText('Proposed: Moor Valley NHS FT will be asked.').waitFor();
    await shots(seen, 'scenario-proposed');

    // The trust owes an answer.
    await page.goto('/northmoor/my-work');
    await page.getByRole('heading', { name: 'Scenarios to agree' }).waitFor();
    await shots(page, 'scenario-my-work');
    await page.getByRole('link', { name: /^Look at it and answer\W+Wards after the winter/ }).click();
    await page.getByText('Who it changes').waitFor();
    await page.getByRole('button', { name: /^Decline\W+for Moor Valley/ }).click();
    await page.getByText('Say why, so that it can be changed').first().waitFor();
    await page.getByRole('button', { name: /^Agree\W+for Moor Valley/ }).click();
    await page.getByText('Agreed.', { exact: true }).waitFor();
    await shots(page, 'scenario-agreed');
    await page.getByRole('button', { name: 'Apply it' }).click();
    await page.getByRole('dialog').getByText(/^2\.4 moves from/).waitFor();
    await page.getByRole('dialog').getByText(/^2\.6 moves along/).waitFor();
    await shots(page, 'scenario-applying');
    await page.getByRole('button', { name: 'Apply 2 changes' }).click();
    await page.getByRole('heading', { name: 'What it did' }).waitFor();
    await shots(page, 'scenario-applied');

    // The dates have moved, each with its reason.
    await page.goto(`/northmoor/actions/${wards}`);
    await page.getByText(/Scenario “Wards after the winter”: Nobody has days in the winter months/).first().waitFor();
    expect(await setting.ask(routes.actions.page, { params: { id: waiting } })).toMatchObject({ dueOn: later, moves: [{ reason: 'dependency' }] });

    // So has the dashboard.
    await page.goto('/northmoor/dashboard');
    await page.getByText(/capacity · agreed by Moor Valley NHS FT/).first().waitFor();

    // The first scenario is named as one that the plan has not left: nobody's part changed; and an executive sees organisations alone.
    const { page: board } = await theatre.person(['executive']);
    await board.goto('/northmoor/capacity/scenarios');
    await board.getByRole('link', { name: 'Tom takes the wards' }).click();
    await board.getByText('What it comes to').waitFor();
    await board.getByText('Of organisations; those that fewer than three people make up are left out.').waitFor();
    expect(await board.getByText('Tom Berry').count()).toBe(0);
    expect(await board.getByRole('button', { name: 'Propose it' }).count()).toBe(0);
    await shots(board, 'scenario-executive');
  });

  it('follow the plan: what has moved on is named, and kept or taken out', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Plan of dates' } });
    const { id } = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '9.1', title: 'One list of who waits', horizon: 'medium', startOn: first, dueOn: last, daysNeeded: 4 } });
    const scenario = await caller.ask(routes.scenarios.add, { body: { name: 'The list later' } });
    await caller.ask(routes.scenarios.change, { params: { id: scenario.id }, body: { kind: 'move', actionId: id, toOn: later } });
    await caller.ask(routes.actions.moveDue, { params: { id }, body: { dueOn: dayAfter(last, 7), reason: 'capacity', agreedBy: 'Board' } });
    await page.goto(`/northmoor/capacity/scenarios/${scenario.id}`);
    const conflict = page.getByRole('region', { name: 'The plan has moved on' });
    await conflict.getByText(/9\.1 is due on .* now: it was on/).waitFor();
    await shots(page, 'scenario-conflict');
    await conflict.getByRole('button', { name: /^Keep/ }).click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Propose it' }).isEnabled();
  });
});
