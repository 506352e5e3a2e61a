import { routes } from '@followthrough/contracts';
import type { Page } from 'playwright-core';
import { aBoard } from '../../api/src/testing/plan-builder';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('the versions of a plan', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  async function arranged() {
    const one = await theatre.person(['lead']);
    const lead = one.caller;
    const plan = await lead.ask(routes.plans.add, { body: { title: `Home sooner ${Math.random().toString(36).slice(2, 6)}`, aim: 'Nobody waits in hospital for something outside it.' } });
    await lead.ask(routes.plans.reportTo, { params: { id: plan.id }, body: { name: 'Health and Wellbeing Board' } });
    const homes = await lead.ask(routes.organisations.add, { body: { name: `Care homes ${Math.random().toString(36).slice(2, 6)}`, kind: 'care_provider', aliases: [] } });
    const action = await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.2', title: 'Trusted assessor at both sites', horizon: 'quick_win', ownerId: lead.personId, dueOn: '2027-01-31', description: 'One assessor at each hospital site, who may decide for the care homes that have signed. They work seven days a week.' } });
    const other = await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.10', title: 'One front door for carers', horizon: 'deep_rooted' } });
    return { ...one, lead, plan, action, other, homes };
  }

  const approve = async (page: Page, button: string): Promise<void> => {
    await page.getByRole('button', { name: 'Record an approval' }).or(page.getByRole('button', { name: 'Approve them all' })).click();
    await field(page, 'Note').fill('Minute 4');
    await page.getByRole('button', { name: button }).click();
  };

  it('begin when a board approves it; then a change says why, in place, and is read by the next board', async () => {
    const { page, plan, action, other, homes, lead } = await arranged();
    await page.goto(`/northmoor/plan?plan=${plan.id}`);
    await page.getByRole('link', { name: 'Record an approval' }).click();
    await page.getByRole('heading', { name: 'No board has approved this plan yet' }).waitFor();
    await shots(page, 'versions-empty');
    await page.getByRole('button', { name: 'Record an approval' }).click();
    await page.getByLabel('Approved by').waitFor();
    await until(async () => expect(await page.getByLabel('Approved by').locator('option:checked').textContent()).toBe('Health and Wellbeing Board'));
    await shots(page, 'versions-approve');
    await field(page, 'Note').fill('Minute 4');
    await page.getByRole('button', { name: 'Record version 1' }).click();
    await page.getByText('Nothing that was agreed has changed.').waitFor();

    await page.goto(`/northmoor/actions/${action.id}`);
    await page.getByRole('button', { name: /^Change Title/ }).click();
    await field(page, 'Title').fill('Trusted assessors at both hospital sites');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Why it changes is needed').waitFor();
    await shots(page, 'action-why');
    await field(page, 'Why it changes').fill('Plainer for the public');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: '2.2 Trusted assessors at both hospital sites' }).waitFor();

    await page.getByRole('button', { name: 'Add a contributing organisation' }).click();
    await page.getByLabel('Add a contributing organisation').selectOption(homes.name);
    await page.getByRole('region', { name: 'People and organisations' }).getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'Why does this change?' }).waitFor();
    await page.getByText('Health and Wellbeing Board approved this plan.').waitFor();
    await shots(page, 'action-why-dialog');
    await field(page, 'Why').fill('They offered two days a week');
    await page.getByRole('button', { name: 'Save with this reason' }).click();
    await page.getByRole('button', { name: `Take out ${homes.name}` }).waitFor();

    await lead.ask(routes.actions.moveDue, { params: { id: action.id }, body: { dueOn: '2027-04-30', reason: 'capacity', agreedBy: 'The chair', note: 'The post is not filled' } });
    const { version } = await lead.ask(routes.actions.page, { params: { id: action.id } });
    await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { version, description: 'One assessor at each hospital site, who may decide for every care home of the county. They work seven days a week, from April.', reason: 'All homes have signed' } });

    await page.goto(`/northmoor/actions/${other.id}`);
    await page.getByRole('button', { name: 'Take it out of the plan' }).click();
    await field(page, 'Why').fill('Covered by 3.1');
    await page.getByRole('button', { name: 'Save with this reason' }).click();
    await page.getByText('2.10 is taken out of the plan.').waitFor();
    await page.getByRole('link', { name: '5 amendments since' }).waitFor();
    await shots(page, 'plan-approved');

    await page.getByRole('link', { name: '5 amendments since' }).click();
    await page.getByText('Capacity: The post is not filled. Agreed by The chair').waitFor();
    await shots(page, 'amendments');
  });

  it('are compared with now and with one another, and the address brings a colleague to the same comparison', async () => {
    const { page, plan, action, lead } = await arranged();
    const day = (await theatre.stage.owner.query<{ day: string }>('select today()::text as day')).rows[0]?.day ?? '';
    await lead.ask(routes.versions.approve, { params: { id: plan.id }, body: { boardId: await aBoard(lead), approvedOn: day } });
    await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { horizon: 'medium', successMeasure: 'Days waited after somebody is ready to leave', reason: 'It takes longer than we thought', version: 1 } });
    await page.goto(`/northmoor/plans/${plan.id}/compare`);
    await page.getByText('2 changes').waitFor();
    await page.getByText('Test lead').first().waitFor();
    await shots(page, 'compare');
    await page.getByLabel('To', { exact: true }).selectOption('A day');
    await page.getByLabel('To the end of').first().waitFor();
    await page.getByText(/the end of \d/).waitFor();

    const colleague = await theatre.person(['critical_friend']);
    await colleague.page.goto(page.url());
    await colleague.page.getByText('2 changes').waitFor();
    await colleague.page.goto(`/northmoor/plans/${plan.id}/versions`);
    await colleague.page.getByRole('link', { name: 'Version 1', exact: true }).click();
    await colleague.page.getByRole('heading', { name: /version 1$/ }).waitFor();
    await colleague.page.getByText('It stays as it was that day.').waitFor();
    await shots(colleague.page, 'version');
    expect(await colleague.page.getByRole('button', { name: /approv/i }).count()).toBe(0);
  });

  it('put amendments to a board one by one; a declined one stays in sight until it is put back', async () => {
    const { page, plan, action, lead } = await arranged();
    const day = (await theatre.stage.owner.query<{ day: string }>('select today()::text as day')).rows[0]?.day ?? '';
    await lead.ask(routes.versions.approve, { params: { id: plan.id }, body: { boardId: await aBoard(lead), approvedOn: day } });
    await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { priority: 'high', theme: 'Flow', daysNeeded: 12.5, reason: 'Asked for by the chair', version: 1 } });
    await page.goto(`/northmoor/plans/${plan.id}/amendments`);
    await page.getByText('3 amendments').waitFor();
    await page.getByRole('button', { name: 'Decide one by one' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).first().click();
    await page.getByRole('button', { name: 'Decline', exact: true }).nth(1).click();
    await page.getByText('2 decisions to record.').waitFor();
    await shots(page, 'amendments-deciding');
    await page.getByRole('button', { name: 'Record the decisions' }).click();
    await page.getByText('1 waits for a board, 1 approved, 1 declined.').waitFor();
    await page.getByText('Still in the plan').waitFor();
    await shots(page, 'amendments-decided');

    await approve(page, 'Record version 2');
    await page.getByText(/A board declined a change that is still in the plan/).waitFor();
    await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { theme: null, reason: 'The board declined it', version: 2 } });
    await page.goto(`/northmoor/plans/${plan.id}/amendments`);
    await page.getByText('Put back since').waitFor();
    await approve(page, 'Record version 2');
    await page.getByText('Version 2 is recorded.').waitFor();
    await page.getByRole('heading', { name: 'No amendments' }).waitFor();
    await page.goto(`/northmoor/plans/${plan.id}/versions`);
    await page.getByRole('link', { name: 'What it changed of version 1' }).waitFor();
    await shots(page, 'versions');
  });
});
