import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('capability', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('says what to do while nothing is asked for, then which skill is short, and what hangs on one', async () => {
    const setting = await theatre.person(['lead']);
    const { id: trust } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    await page.goto('/northmoor/capacity/capability');
    await page.getByText('No work says which skill it needs').waitFor();

    const people: string[] = [];
    for (const [name, percent] of [['Aisha Rahman', 20], ['Tom Berry', 10]] as const) {
      const { id } = await caller.ask(routes.people.add, { body: { name, organisationId: trust, jobTitle: 'Discharge lead', profession: 'Nurse' } });
      await caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      people.push(id);
    }
    const [aisha = '', tom = ''] = people;
    const skill = async (name: string) => (await caller.ask(routes.skills.add, { body: { name } })).items.find((one) => one.name === name)?.id ?? '';
    const [data, assessing, coaching] = [await skill('Flow analysis'), await skill('Trusted assessment'), await skill('Ward coaching')];
    const holds: readonly (readonly [string, string, number])[] = [[aisha, data, 4], [tom, data, 3], [tom, assessing, 4]];
    for (const [id, skillId, level] of holds) await caller.ask(routes.skills.hold, { params: { id, skill: skillId }, body: { level } });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Getting home from hospital' } });
    const action = async (ref: string, title: string, skillId: string, likelyMinutes: number, personId?: string) => {
      const { id } = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', accountableOrganisationId: trust, dueOn: day(110) } });
      const { items } = await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even', skillId } });
      if (personId) await caller.ask(routes.demand.request, { params: { id: items.at(-1)?.id ?? '' }, body: { personId, minutes: 900 } });
    };
    await action('1.1', 'One list of who waits', data, 27_000, aisha);
    await action('1.2', 'Trusted assessor in place', assessing, 1_800);
    await action('1.3', 'Improvement coaches on each ward', coaching, 900);
    const { version } = await caller.ask(routes.supply.person, { params: { id: aisha } });
    await caller.ask(routes.supply.fund, { params: { id: aisha }, body: { fundedUntil: day(60), version } });
    const { id: team } = await caller.ask(routes.teams.add, { body: { name: 'Home first group', kind: 'multi_disciplinary' } });
    await caller.ask(routes.teams.join, { params: { id: team }, body: { personId: tom, fromOn: day(-30), toOn: null } });

    // What a team wants is said on its card.
    await page.goto('/northmoor/capacity/teams');
    await page.getByRole('button', { name: 'Change Home first group' }).click();
    for (const profession of ['Nurse', 'Social worker', 'Therapist']) {
      await page.getByLabel('Professions it wants').fill(profession);
      await page.getByLabel('Professions it wants').press('Enter');
    }
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Social worker, Therapist').waitFor();
    await shots(page, 'teams-wanted');

    await page.getByRole('link', { name: 'Capability' }).first().click();
    await page.getByText('3 of 3 open actions say which skills they need').waitFor();
    await page.getByRole('row', { name: /Ward coaching/ }).getByText('Nobody has it').waitFor();
    await page.getByText('No Social worker').waitFor();
    await page.getByRole('link', { name: 'Aisha Rahman' }).waitFor();
    await shots(page, 'capability');
    await page.getByRole('row', { name: /Flow analysis/ }).getByRole('link', { name: /too few of Flow analysis/ }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Flow analysis, able, / }).getByRole('link', { name: 'One list of who waits' }).waitFor();
    expect(page.url()).toContain('month=');
    await shots(page, 'capability-list');

    // Whoever reads people sees who can do what; days stay with the organisation.
    const executive = await theatre.person(['executive'], { organisationId: trust });
    await executive.page.goto('/northmoor/capacity/capability');
    await executive.page.getByText('Tom Berry').first().waitFor();
    await executive.page.getByText(/Hidden: fewer than three people|hidden: fewer than three people/).first().waitFor();
    expect(await executive.page.getByText('Money that ends before the work').count()).toBe(0);
  });
});
