import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('closing an action', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('takes a claim with evidence, a second person from My work, and two looks; nobody does it alone', async () => {
    const owner = await theatre.person(['lead'], { size: 'phone' });
    const verifier = await theatre.person(['executive']);
    const plan = await owner.caller.ask(routes.plans.add, { body: { title: 'Getting home' } });
    const { id } = await owner.caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.1', title: 'A trusted assessor at both hospitals', horizon: 'quick_win', ownerId: owner.caller.personId, dueOn: '2027-01-31' } });

    // The kind of evidence is agreed on the action's page.
    const { page } = owner;
    await page.goto(`/northmoor/actions/${id}`);
    await page.getByText('When it is done, the owner reports it complete').waitFor();
    await page.getByRole('button', { name: 'Add Evidence agreed' }).click();
    await field(page, 'Evidence agreed').selectOption('observation');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('reports it complete with an observation').waitFor();

    // Complete without evidence is refused at its field; with it, it is a claim.
    await page.getByRole('link', { name: 'Report an update' }).click();
    await page.getByRole('radio', { name: /Complete/ }).check();
    await page.getByText('What shows that it is done').waitFor();
    await page.getByRole('button', { name: 'Report', exact: true }).or(page.getByRole('button', { name: 'Report and stop' })).first().click();
    await page.getByText('Give an observation as evidence').waitFor();
    await shots(page, 'claim-refused');
    await field(page, 'What it is').fill('Visit of both sites, 3 May');
    await field(page, 'In words').fill('Both desks staffed at eight in the morning, on three days running.');
    await shots(page, 'claim');
    await page.getByRole('button', { name: 'Report', exact: true }).or(page.getByRole('button', { name: 'Report and stop' })).first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/update'));
    await page.goto(`/northmoor/actions/${id}`);
    await page.getByText('You own this action or reported it complete, so somebody else verifies it.').waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await shots(page, 'claimed');

    // The second person finds it in My work and verifies it there.
    const work = verifier.page;
    await work.goto('/northmoor/my-work');
    await work.getByText('1 claim waits to be verified').waitFor();
    await work.getByRole('button', { name: 'Verify 2.1' }).click();
    await work.getByText('Both desks staffed').waitFor();
    await work.getByRole('button', { name: 'Return 2.1' }).click();
    await work.getByRole('button', { name: 'Return it to the owner' }).click();
    await work.getByText('Error:').waitFor();
    await field(work, 'Why').fill('Which three days?');
    await shots(work, 'verify-in-place');
    await work.getByRole('button', { name: 'Return it to the owner' }).click();
    await work.getByText('2.1 returned to its owner.').waitFor();

    // Returned, it is the owner's again, and the old evidence is not enough.
    await page.goto('/northmoor/my-work');
    await page.getByText('1 update is due from you').waitFor();
    await owner.caller.ask(routes.updates.report, { params: { id }, body: { status: 'complete', narrative: 'The days are named', evidence: [{ kind: 'observation', line: 'first', title: 'The three days', words: '3, 4 and 5 May' }] } });
    await work.goto(`/northmoor/actions/${id}`);
    await work.getByRole('button', { name: 'Accept', exact: true }).click();
    await field(work, 'What you looked at').fill('Rang both desks.');
    await work.getByRole('button', { name: 'Accept: it is done' }).click();
    await work.getByText('Accepted. It is looked at again').waitFor();
    await work.getByText('Has it held?').waitFor();
    await shots(work, 'accepted');

    // Time goes by, behind the API.
    await theatre.stage.owner.query('alter table sustain_check disable trigger user');
    await theatre.stage.owner.query('update sustain_check set due_on = today() - 3 where action_id = $1 and months = 3', [id]);
    await theatre.stage.owner.query('alter table sustain_check enable trigger user');
    await page.goto('/northmoor/my-work');
    await page.getByText('Ask somebody who neither owns it nor reported it to look').waitFor();
    await shots(page, 'look-due');
    await work.goto('/northmoor/my-work');
    await work.getByText('1 look is due').waitFor();
    await work.getByRole('button', { name: 'Record a look at 2.1' }).click();
    await field(work, 'Is it still so?').selectOption('not_held');
    await field(work, 'What you saw').fill('The second desk is empty since July.');
    await work.getByRole('button', { name: 'Record what you saw' }).click();
    await work.getByText('2.1 is open again.').waitFor();
    await work.goto(`/northmoor/actions/${id}`);
    await work.getByText('The second desk is empty since July.').first().waitFor();
    expect(await owner.caller.ask(routes.closures.show, { params: { id } })).toMatchObject({ state: 'reopened', status: 'on_track', disposition: null });
    await shots(work, 'reopened');
  });

  it('ends otherwise with somebody’s agreement, and the plan closes with what was learned', async () => {
    const lead = await theatre.person(['lead']);
    const { page, caller } = lead;
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Winter plan' } });
    const make = (ref: string, title: string) => caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium' } });
    const [one, two] = [await make('1', 'A second hub'), await make('2', 'A first hub')];
    await page.goto(`/northmoor/plan/closing?plan=${plan.id}`);
    await page.getByText('2 actions keep the plan open').waitFor();
    await shots(page, 'plan-closing');

    await page.goto(`/northmoor/actions/${one.id}`);
    await page.getByRole('button', { name: 'Another takes its place' }).click();
    await page.getByLabel('Which action takes its place?').fill('first hub');
    await page.getByRole('button', { name: /2 A first hub/ }).click();
    await field(page, 'Why').fill('One hub does for both');
    await page.getByRole('button', { name: 'Put it in its place' }).click();
    await page.getByText('Superseded by another action').waitFor();
    await page.goto(`/northmoor/actions/${two.id}`);
    await page.getByRole('button', { name: 'Stop it' }).click();
    await field(page, 'Why').fill('The money went elsewhere');
    await field(page, 'Agreed by').fill('Delivery board');
    await page.getByRole('button', { name: 'Stop the action' }).click();
    await page.getByText('Agreed by Delivery board').waitFor();
    await until(async () => expect(await page.getByRole('link', { name: 'Report an update' }).count()).toBe(0));

    await page.goto(`/northmoor/plan/closing?plan=${plan.id}`);
    await page.getByText('Every action has ended: the plan can close').waitFor();
    await page.getByRole('button', { name: 'Close the plan' }).click();
    await field(page, 'How did we work together?').fill('One meeting a week, all partners in the room.');
    await field(page, 'What helped?').fill('Somebody from the trust sat with us.');
    await field(page, 'What got in the way?').fill('Two record systems.');
    await field(page, 'Agreed by').fill('Health and Wellbeing Board');
    await shots(page, 'plan-retrospective');
    await page.getByRole('button', { name: 'Close the plan' }).click();
    await page.getByText('One meeting a week').waitFor();
    await shots(page, 'plan-closed');
    await until(async () => expect(await caller.ask(routes.closures.plan, { params: { id: plan.id } })).toMatchObject({ unfinished: 0, retrospectives: [{ agreedBy: 'Health and Wellbeing Board' }] }));

    // The plan table narrows to where closures stand.
    await page.goto(`/northmoor/plan?plan=${plan.id}&closure=superseded`);
    await page.getByText('A second hub').waitFor();
    expect(await page.getByText('A first hub').count()).toBe(0);
  });
});
