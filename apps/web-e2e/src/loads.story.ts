import { routes } from '@followthrough/contracts';
import { monthsAfter } from '@followthrough/domain';
import { openTheatre, shots, type Theatre } from './harness';

describe('the heat map', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('says what to do while there is nothing, then shows who is over and what makes it up', async () => {
    const setting = await theatre.person(['lead']);
    const { id: trust } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const { id: council } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    await page.goto('/northmoor/capacity/heat-map?by=team');
    await page.getByText('No teams yet').waitFor();
    await shots(page, 'heat-map-empty');

    const { months } = await caller.ask(routes.loads.page, { query: { by: 'organisation' } });
    const month = months[1]?.month ?? '';
    const [first, later] = [`${month}-01`, `${monthsAfter(`${month}-01`, 2).slice(0, 7)}-28`];
    const people: string[] = [];
    for (const [name, percent] of [['Aisha Rahman', 40], ['Tom Berry', 20], ['Grace Osei', 60]] as const) {
      const { id } = await caller.ask(routes.people.add, { body: { name, organisationId: trust, jobTitle: 'Discharge lead' } });
      await caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      people.push(id);
    }
    const { id: silent } = await caller.ask(routes.people.add, { body: { name: 'Priya Nair', organisationId: trust } });
    const { items: skills } = await caller.ask(routes.skills.add, { body: { name: 'Trusted assessment' } });
    const skillId = skills.find((one) => one.name === 'Trusted assessment')?.id ?? '';
    const { id: team } = await caller.ask(routes.teams.add, { body: { name: 'Discharge hub', kind: 'team', organisationId: trust } });
    for (const personId of people) await caller.ask(routes.teams.join, { params: { id: team }, body: { personId, fromOn: '2026-01-01', toOn: null } });
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const action = async (ref: string, title: string, organisation: string, daysNeeded?: number) =>
      (await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', accountableOrganisationId: organisation, startOn: first, dueOn: later, ...(daysNeeded === undefined ? {} : { daysNeeded }) } })).id;
    const effort = async (id: string, likelyMinutes: number, on: readonly (readonly [string, number])[], skill?: string) => {
      const { items } = await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'front', ...(skill ? { skillId: skill } : {}) } });
      for (const [personId, minutes] of on) await caller.ask(routes.demand.request, { params: { id: items.at(-1)?.id ?? '' }, body: { personId, minutes } });
    };
    const [aisha = '', tom = '', grace = ''] = people;
    await effort(await action('1.1', 'Discharge to assess on every ward', trust), 18_000, [[aisha, 6_000], [tom, 9_000]]);
    await effort(await action('1.2', 'Trusted assessor in place', trust), 9_000, [[grace, 6_000]], skillId);
    await effort(await action('1.3', 'One list of who waits', trust), 900, [[silent, 900]]);
    await action('2.1', 'One brokerage team, seven days a week', council, 30);
    await action('2.2', 'Carers’ assessment in every locality', council);
    await caller.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: council, month, days: 8, was: null }] } });

    await page.goto('/northmoor/capacity');
    await page.getByRole('link', { name: 'Heat map' }).first().click();
    await page.getByText('80 % of 5 open actions have an estimate; 2 have nobody').waitFor();
    await page.getByRole('row', { name: /Northmoor Council/ }).getByText(/per cent, over/).first().waitFor({ state: 'attached' });
    await shots(page, 'heat-map');

    await page.getByRole('button', { name: 'People' }).click();
    const row = page.getByRole('row', { name: /Tom Berry/ });
    await row.getByText(/per cent, over/).first().waitFor({ state: 'attached' });
    await page.getByRole('row', { name: /Priya Nair/ }).getByText(/Not known: .* days needed/).first().waitFor({ state: 'attached' });
    // By keyboard.
    await row.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Discharge to assess on every ward' }).waitFor();
    await shots(page, 'heat-map-person');
    expect(page.url()).toContain('by=person');
    expect(page.url()).toContain(`month=${month}`);

    await page.getByRole('button', { name: 'Teams' }).click();
    await page.getByRole('button', { name: 'FTE' }).click();
    await page.getByRole('row', { name: /Discharge hub/ }).getByRole('button').first().click();
    await page.getByRole('rowheader', { name: 'Grace Osei' }).waitFor();
    await shots(page, 'heat-map-team');
    expect(page.url()).toContain('unit=fte');

    await page.getByRole('button', { name: 'Skills' }).click();
    await page.getByRole('row', { name: /Trusted assessment/ }).getByText(/No FTE for this work/).first().waitFor({ state: 'attached' });
    await page.getByRole('rowheader', { name: 'No skill named' }).waitFor();
    await shots(page, 'heat-map-skill');
  });

  it('goes action by action over two years, by keyboard and with a screen reader, at 400 per cent and on paper', async () => {
    const { caller: setting } = await theatre.person(['lead']);
    const { id: trust } = await setting.ask(routes.organisations.add, { body: { name: 'Long Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    const { months } = await caller.ask(routes.loads.page, { query: { by: 'organisation', months: 24 } });
    const [from, later] = [months[1]?.month ?? '', months[14]?.month ?? ''];
    const people: string[] = [];
    for (const name of ['Ada Kent', 'Bola Ade', 'Cai Rees']) {
      const { id } = await caller.ask(routes.people.add, { body: { name, organisationId: trust, jobTitle: 'Discharge lead' } });
      await caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
      await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent: 20, fundedUntil: null } });
      people.push(id);
    }
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Two-year plan' } });
    for (const [ref, title, at] of [['7.1', 'A shared record for every ward and home', 0], ['7.2', 'Reablement within two days', 1], ['7.3', 'One front door', 2]] as const) {
      const { id } = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'deep_rooted', accountableOrganisationId: trust, startOn: `${from}-01`, dueOn: `${later}-15` } });
      const { items } = await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: 18_000, likelyMinutes: 18_000, highMinutes: 18_000, shape: 'even' } });
      await caller.ask(routes.demand.request, { params: { id: items[0]?.id ?? '' }, body: { personId: people[at] ?? '', minutes: at === 0 ? 18_000 : 9_000 } });
    }

    await page.goto('/northmoor/capacity/heat-map?by=person&months=24');
    const ada = page.getByRole('row', { name: /Ada Kent/ });
    await ada.getByRole('button').first().waitFor();
    expect(await page.getByRole('columnheader').count()).toBe(25);
    // One stop on the way down the page, and arrows from there: past what cannot be opened, and to both ends of a row.
    expect(await page.locator('td button[tabindex="0"]').count()).toBe(1);
    await page.locator('td button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('td button:focus');
    expect(await page.getByRole('row', { name: /Bola Ade/ }).locator('button:focus').count()).toBe(1);
    await page.keyboard.press('End');
    const name = await focused.textContent();
    await page.keyboard.press('Enter');
    const parts = page.getByRole('group', { name: /Bola Ade/ });
    await parts.getByRole('link', { name: 'Reablement within two days' }).waitFor();
    await parts.locator(':scope:focus').waitFor();
    await shots(page, 'heat-map-two-years');
    await page.keyboard.press('Escape');
    await focused.waitFor();
    expect(await focused.textContent()).toBe(name);

    // Its actions, from the cell of the organisation.
    await page.getByRole('button', { name: 'Organisations' }).click();
    await page.getByRole('row', { name: /Long Valley/ }).getByRole('button').nth(1).click();
    await page.getByRole('link', { name: 'Its actions by month' }).click();
    await page.getByText('What lies at Long Valley NHS FT').waitFor();
    const record = page.getByRole('row', { name: /7.1 A shared record/ });
    await record.getByText(/days needed, all with people/).first().waitFor({ state: 'attached' });
    await page.getByRole('row', { name: /7.2 Reablement/ }).getByText(/with nobody/).first().waitFor({ state: 'attached' });
    await record.getByRole('button').first().click();
    await page.getByRole('group', { name: /A shared record/ }).getByRole('rowheader', { name: 'Ada Kent' }).waitFor();
    await shots(page, 'heat-map-actions');
    expect(page.url()).toContain('by=action');
    await page.getByRole('link', { name: 'All actions' }).click();
    await page.getByText('Open actions with a date and an estimate').waitFor();
    expect(page.url()).not.toContain('organisation=');

    await page.emulateMedia({ media: 'print' });
    await page.pdf({ path: '.data/screenshots/heat-map-print.pdf', preferCSSPageSize: true, printBackground: true });
    await page.emulateMedia({ media: 'screen' });
  });

  it('shows an executive no person, and hides what one or two people make up', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id: small } = await caller.ask(routes.organisations.add, { body: { name: 'Small Care Home', kind: 'care_provider', aliases: [] } });
    const { caller: theirs } = await theatre.person(['lead'], { organisationId: small });
    const { id } = await theirs.ask(routes.people.add, { body: { name: 'Only One', organisationId: small } });
    await theirs.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    await theirs.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent: 50, fundedUntil: null } });
    await page.close();
    const { page: seen } = await theatre.person(['executive']);
    await seen.goto('/northmoor/capacity/heat-map');
    await seen.getByRole('row', { name: /Small Care Home/ }).getByText('Hidden: fewer than three people make it up').first().waitFor({ state: 'attached' });
    await shots(seen, 'heat-map-executive');
    await seen.getByRole('button', { name: 'People' }).click();
    await seen.getByRole('button', { name: 'People', pressed: true }).waitFor();
    expect(await seen.getByText('Only One').count()).toBe(0);
  });
});
