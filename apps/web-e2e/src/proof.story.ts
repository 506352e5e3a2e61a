import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter, weekday } from '@followthrough/domain';
import { openTheatre, shots, type Theatre } from './harness';

const month = monthsAfter(`${londonDay(new Date()).slice(0, 7)}-01`, 1);
const monday = dayAfter(month, (7 - weekday(month)) % 7);
const full = { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 };

describe('the proof of what fits', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('tells somebody which stretch does not fit and what gets rid of it, and which month only looks over', async () => {
    const setting = await theatre.person(['lead']);
    const { id: trust } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const giver = async (id: string, percent: number): Promise<string> => {
      await caller.ask(routes.supply.setPattern, { params: { id }, body: full });
      await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      return id;
    };
    const work = async (ref: string, title: string, dates: { readonly startOn: string; readonly dueOn: string }, minutes: number, personId: string) => {
      const { id } = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', accountableOrganisationId: trust, ...dates } });
      const { items } = await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: minutes, likelyMinutes: minutes, highMinutes: minutes, shape: 'even' } });
      await caller.ask(routes.demand.request, { params: { id: items[0]?.id ?? '' }, body: { personId, minutes } });
    };
    const me = await giver(caller.personId ?? '', 60);
    await giver((await caller.ask(routes.people.add, { body: { name: 'Grace Osei', organisationId: trust } })).id, 50);
    await work('1.1', 'Discharge to assess on every ward', { startOn: monday, dueOn: dayAfter(monday, 4) }, 2_250, me);
    const third = monthsAfter(month, 1);
    await work('2.1', 'One list of who waits', { startOn: third, dueOn: dayAfter(monthsAfter(third, 1), -1) }, 2_700, me);
    await work('2.2', 'Carers’ assessments in every locality', { startOn: third, dueOn: dayAfter(monthsAfter(third, 2), -1) }, 5_000, me);

    await page.goto('/northmoor/capacity/my-load');
    await page.getByRole('heading', { name: 'Does it fit?' }).waitFor();
    await page.getByText(/2\.\d days too much between/).waitFor();
    await page.getByText(/2\.1 is done first/).waitFor();
    await page.getByText(/1\.1 due on .* instead of .*: \d+ calendar days later/).waitFor();
    await page.getByRole('link', { name: /Grace Osei has room for/ }).waitFor();
    await shots(page, 'proof-mine');

    // By keyboard from the heat map to the proof of the organisation, where two stand in for one another.
    await page.goto(`/northmoor/capacity/heat-map?by=organisation`);
    await page.getByRole('row', { name: /Moor Valley/ }).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Does it fit?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Moor Valley NHS FT' }).waitFor();
    await page.getByRole('heading', { name: 'Each by themselves' }).waitFor();
    await page.getByText(/as if everybody could do everything|the least that is wrong/).waitFor();
    await shots(page, 'proof-organisation');
  });
});
