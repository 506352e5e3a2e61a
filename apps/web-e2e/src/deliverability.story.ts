import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('deliverability', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is read on the dashboard, in the plan and on an action, each number with its list, and by an executive without anybody’s load', async () => {
    const setting = await theatre.person(['lead']);
    const partner = async (name: string, kind: 'nhs_trust' | 'council') => (await setting.caller.ask(routes.organisations.add, { body: { name, kind, aliases: [] } })).id;
    const [trust, council] = [await partner('Moor Valley NHS FT', 'nhs_trust'), await partner('Northmoor Council', 'council')];
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    const people: string[] = [];
    for (const [name, percent] of [['Aisha Rahman', 60], ['Tom Berry', 5], ['Grace Osei', 60]] as const) {
      const { id } = await caller.ask(routes.people.add, { body: { name, organisationId: trust, jobTitle: 'Discharge lead' } });
      await caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      people.push(id);
    }
    const [aisha = '', tom = ''] = people;
    const skills = (await caller.ask(routes.skills.add, { body: { name: 'Flow analysis' } })).items;
    const flow = skills.find((one) => one.name === 'Flow analysis')?.id ?? '';
    for (const id of people) await caller.ask(routes.skills.hold, { params: { id, skill: flow }, body: { level: 3 } });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = async (ref: string, title: string, organisation: string | undefined, more: object = {}) => (await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', ...(organisation ? { accountableOrganisationId: organisation } : {}), dueOn: day(100), ...more } })).id;
    const effort = async (id: string, likelyMinutes: number, personId: string) => {
      const { items } = await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even', skillId: flow } });
      await caller.ask(routes.demand.request, { params: { id: items.at(-1)?.id ?? '' }, body: { personId, minutes: likelyMinutes } });
    };
    await effort(await action('1.1', 'One list of who waits', trust), 4_500, aisha);
    const tight = await action('1.2', 'Discharge to assess on every ward', trust);
    await effort(tight, 9_000, tom);
    await action('2.1', 'One brokerage team, seven days a week', council, { daysNeeded: 30 });
    await action('2.2', 'Carers’ assessment in every locality', council);
    await action('3.1', 'A named lead for falls', undefined, { daysNeeded: 5 });
    await caller.ask(routes.promises.ask, { params: { id: trust }, body: { minutes: 4_500, fromOn: day(0), toOn: null, sponsorPersonId: aisha } });

    await page.goto('/northmoor/dashboard');
    const card = page.getByRole('region', { name: 'Days, skills and promises' });
    await card.getByRole('heading', { name: /^The worst/ }).waitFor();
    await card.getByText('80 % of 5 open actions have an estimate').waitFor();
    await shots(page, 'deliverability-dashboard');
    await card.getByRole('link', { name: /cannot as it stands/ }).first().click();
    await page.getByRole('heading', { name: 'Deliverability' }).waitFor();
    expect(page.url()).toContain('verdict=red');
    await page.getByText('2 actions', { exact: true }).waitFor();
    await shots(page, 'deliverability-plan');

    // By keyboard: whom nobody is down for.
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('5 actions', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'with nobody down for them' }).getByRole('link').click();
    await page.getByText('3 actions with nobody down for them').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('link', { name: 'Discharge to assess on every ward' }).click();
    const own = page.getByRole('region', { name: 'Can it be delivered?' });
    await own.getByText(/Tom Berry has .* days more work than fits/).waitFor();
    await own.scrollIntoViewIfNeeded();
    await shots(page, 'deliverability-action');
    await own.getByRole('link', { name: /▲/ }).first().click();
    await page.waitForURL(/heat-map\?.*row=/);

    const executive = await theatre.person(['executive'], { organisationId: council });
    await executive.page.goto(`/northmoor/actions/${tight}`);
    await executive.page.getByRole('region', { name: 'Can it be delivered?' }).getByText(/There is room for it in each of its months/).waitFor();
    expect(await executive.page.getByRole('region', { name: 'Can it be delivered?' }).getByText('Tom Berry').count()).toBe(0);
    await executive.page.goto(`/northmoor/plan/deliverability?plan=${plan.id}`);
    await executive.page.getByRole('row', { name: /Northmoor Council/ }).first().waitFor();
    await shots(executive.page, 'deliverability-executive');
  });
});
