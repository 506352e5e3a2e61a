import { routes } from '@followthrough/contracts';
import { dayAfter, lastWeekOf, londonDay } from '@followthrough/domain';
import { openTheatre, shots, type Theatre } from './harness';

const week = lastWeekOf(londonDay(new Date()));

describe('the weekly check', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is answered by one press in My work, changed on My load, and seen by a lead of the same organisation alone', async () => {
    const setting = await theatre.person(['lead']);
    const { id: trust } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const lead = await theatre.person(['lead'], { organisationId: trust });
    const { page, caller } = await theatre.person(['executive'], { organisationId: trust });
    const id = caller.personId ?? '';
    await page.goto('/northmoor/my-work');
    await page.getByText('There is no plan yet').waitFor();
    expect(await page.getByText('Did last week go as planned?').count()).toBe(0);

    await lead.caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    await lead.caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent: 100, fundedUntil: null } });
    const plan = await lead.caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const action = await lead.caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '1.1', title: 'One list of who waits', horizon: 'medium', startOn: week, dueOn: dayAfter(week, 6) } });
    const { items } = await lead.caller.ask(routes.demand.add, { params: { id: action.id }, body: { purpose: 'deliver', lowMinutes: 900, likelyMinutes: 900, highMinutes: 900, shape: 'even' } });
    await lead.caller.ask(routes.demand.request, { params: { id: items[0]?.id ?? '' }, body: { personId: id, minutes: 900 } });

    await page.reload();
    await page.getByText(/Did last week go as planned\? .* 2 days planned/).waitFor();
    await shots(page, 'days-check-my-work');
    await page.getByRole('button', { name: 'Yes, 2 days' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Thank you. You and the leads of your organisation see it.').waitFor();
    await page.getByText(/Did last week go as planned/).waitFor({ state: 'hidden' });

    await page.goto('/northmoor/capacity/my-load');
    await page.getByText(/you said 2 days\. You can change it until Sunday/).waitFor();
    await page.getByRole('button', { name: 'Less', exact: true }).click();
    const days = page.getByRole('textbox', { name: /How many days was it/ });
    await days.fill('3');
    await page.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('Less must be fewer days than were planned').waitFor();
    await days.fill('0.5');
    await page.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('In 1 week: 0.5 days of 2 days planned.').waitFor();
    await shots(page, 'days-check-my-load');

    await lead.page.goto(`/northmoor/people/${id}/supply`);
    await lead.page.getByText('In 1 week: 0.5 days of 2 days planned.').waitFor();
    expect(await lead.page.getByRole('button', { name: 'Less', exact: true }).count()).toBe(0);
    await setting.page.goto(`/northmoor/people/${id}/supply`);
    await setting.page.getByText(/works and is away is seen by themselves/).waitFor();
    expect(await setting.page.getByText('Week by week').count()).toBe(0);
  });
});
