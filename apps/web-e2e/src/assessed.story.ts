import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { reckonedLoads } from '../../api/src/testing/load-builder';
import { openTheatre, shots, type Theatre, until } from './harness';

const { add } = routes.actions;

describe('honest status', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const today = londonDay(new Date());
  const day = (days: number): string => dayAfter(today, days);

  /** A plan with one action for each kind of doubt, and some that nothing speaks against. */
  async function plan(lead: Caller): Promise<{ readonly planId: string; readonly late: string; readonly contract: string }> {
    const { id: planId } = await lead.ask(routes.plans.add, { body: { title: 'Home first' } });
    const make = async (ref: string, title: string, more: object = {}) => (await lead.ask(add, { body: { planId, ref, title, horizon: 'medium', ownerId: lead.personId, dueOn: day(60), ...more } })).id;
    const report = (id: string, more: object = {}) => lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: `Work goes on with ${id.slice(-4)}`, ...more } });
    const late = await make('2.1', 'One number for discharge', { dueOn: day(-12) });
    const contract = await make('2.2', 'Contract signed', { dueOn: day(-40) });
    const blocked = await make('2.3', 'Beds open at Millbrook');
    await lead.ask(routes.dependencies.add, { params: { id: blocked }, body: { otherId: contract, otherComes: 'first', kind: 'blocks' } });
    const others = [blocked, await make('2.4', 'Trusted assessors', { ownerId: null }), await make('2.5', 'Carers’ line open at weekends'), await make('2.6', 'Home care rounds redrawn'), await make('2.7', 'Shared care record')];
    for (const id of [late, contract, ...others]) await report(id);
    await report(others[3] ?? '', { forecastOn: day(90) });
    await report(others[4] ?? '', { deliveryConfidence: 'low', outcomeConfidence: 'medium' });
    // As an import leaves what a sheet calls complete.
    await theatre.stage.owner.query(`update action set status = 'complete' where id = $1`, [await make('2.8', 'Discharge leaflet')]);
    await report(await make('2.9', 'Welcome pack'), { status: 'complete', narrative: 'Printed', evidence: [{ kind: 'testimony', line: 'first', title: 'Families', words: 'Read by eleven families' }] });
    return { planId, late, contract };
  }

  it('shows three ratings side by side, lets a lead say why a flag does not count, and asks the owner what explains the gap', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { late } = await plan(caller);
    await page.goto(`/northmoor/actions/${late}`);
    const ratings = page.getByRole('region', { name: 'Three ratings' });
    await ratings.getByText('On track, but the due date,').waitFor();
    await ratings.getByText('The facts say worse than what is reported').waitFor();
    await shots(page, 'ratings');
    await ratings.getByRole('button', { name: /Does not count/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('The board met this morning and its minutes are being typed');
    await shots(page, 'override');
    await page.getByRole('dialog').getByRole('button', { name: 'Save with this reason' }).click();
    await ratings.getByText('“The board met this morning').waitFor();
    await ratings.getByText('No fact speaks against what is reported').waitFor();
    await shots(page, 'ratings-overridden');
    await ratings.getByRole('button', { name: /Let it count/ }).click();
    await ratings.getByText('On track, but the due date,').waitFor();

    await page.goto(`/northmoor/actions/${late}/update`);
    const facts = page.getByRole('region', { name: 'What the facts will say' });
    await facts.getByText('On track, but the due date,').waitFor();
    await page.getByRole('radio', { name: /^On track/ }).check();
    await page.getByText('What explains it?').waitFor();
    await page.getByRole('radio', { name: /^At risk/ }).check();
    await until(async () => expect(await page.getByText('What explains it?').count()).toBe(0));
    await facts.getByText('The due date,').waitFor();
    await page.getByRole('radio', { name: /^On track/ }).check();
    await page.getByText('How sure are you?').click();
    await page.getByRole('group', { name: 'How sure are you that it will be delivered?' }).getByRole('radio', { name: /^Low/ }).check();
    await facts.getByText('confidence that it will be delivered is low').waitFor();
    await shots(page, 'update-facts');
    await page.getByRole('button', { name: 'Report and stop' }).or(page.getByRole('button', { name: 'Report', exact: true })).first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/update'));
    expect(await caller.ask(routes.actions.page, { params: { id: late } })).toMatchObject({ status: 'on_track', updates: [{ deliveryConfidence: 'low' }, {}] });
  });

  it('counts the doubts on the dashboard and opens their lists', async () => {
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/dashboard');
    const doubts = page.getByRole('region', { name: 'Can we believe it?' });
    await doubts.getByText('are doubtful').first().waitFor();
    await shots(page, 'doubts');
    await doubts.getByRole('link', { name: /actions/ }).first().click();
    await page.waitForURL(/status=on_track&doubtful=true/);
    await page.getByText('Reported and assessed differ').first().waitFor();
    await page.getByText('the facts say At risk').first().waitFor();
    await page.getByText('the facts say Off track').first().waitFor();
    await page.goto('/northmoor/plan?doubtful=true&columns=status%20assessed%20delivery%20outcome');
    await page.getByText('Waits for something late').first().waitFor();
    await shots(page, 'plan-doubtful');
    expect(await page.getByText('2.9').count()).toBe(0);
  });

  it('says what capacity says, with the owner’s figures for their own lead and without them for everybody else', async () => {
    const { caller: first } = await theatre.person(['lead']);
    const { id: organisationId } = await first.ask(routes.organisations.add, { body: { name: 'Moor Voluntary Action', kind: 'voluntary', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId });
    const { id: ownerId } = await caller.ask(routes.people.add, { body: { name: 'Nia Pryce', organisationId } });
    await caller.ask(routes.supply.setPattern, { params: { id: ownerId }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    const { id: planId } = await caller.ask(routes.plans.add, { body: { title: 'Neighbours' } });
    const make = async (ref: string, title: string, more: object) => (await caller.ask(add, { body: { planId, ref, title, horizon: 'medium', ownerId, accountableOrganisationId: organisationId, dueOn: day(40), ...more } })).id;
    const nobodys = await make('1.1', 'Befriending in every ward', { ownerId: caller.personId, daysNeeded: 12 });
    const hers = await make('1.2', 'Carers’ cafés', {});
    const line = (await caller.ask(routes.demand.add, { params: { id: hers }, body: { purpose: 'deliver', lowMinutes: 4_050, likelyMinutes: 4_050, highMinutes: 4_050, shape: 'even' } })).items[0]?.id ?? '';
    await caller.ask(routes.demand.request, { params: { id: line }, body: { personId: ownerId, minutes: 4_050 } });
    for (const id of [nobodys, hers]) await caller.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: `Under way with ${id.slice(-4)}` } });
    await reckonedLoads(theatre.stage);

    const ratings = page.getByRole('region', { name: 'Three ratings' });
    await page.goto(`/northmoor/actions/${nobodys}`);
    await ratings.getByText('On track, but nobody is down for its 12 days, and its organisation has none to give').waitFor();
    await shots(page, 'ratings-unresourced');
    await page.goto(`/northmoor/actions/${hers}`);
    await ratings.getByText('On track, but its owner has 9 days of work and 0 to give before').waitFor();
    await shots(page, 'ratings-owner-over');
    const { page: seen } = await theatre.person(['executive']);
    await seen.goto(`/northmoor/actions/${hers}`);
    await seen.getByRole('region', { name: 'Three ratings' }).getByText('On track, but its owner has more work than they can do before').waitFor();
    await seen.goto('/northmoor/plan?flag=owner_over');
    await seen.getByText('Carers’ cafés').first().waitFor();
    expect(await seen.getByText('Befriending in every ward').count()).toBe(0);
  });

  it('says the locality’s own words where amber means on track, and no colour', async () => {
    const administrator = (await theatre.person(['administrator'], { locality: 'eastvale' })).caller;
    const { items } = await administrator.ask(routes.statusWords.list);
    for (const [status, word, colour, mark] of [['at_risk', 'Slipping', 'purple', 'triangle'], ['on_track', 'Under way', 'amber', 'disc'], ['complete', 'Finished', 'green', 'tick']] as const) {
      const one = items.find((found) => found.status === status);
      await administrator.ask(routes.statusWords.edit, { params: { id: one?.id ?? '' }, body: { word, colour, mark, version: one?.version ?? 1 } });
    }
    const { page, caller } = await theatre.person(['lead'], { locality: 'eastvale' });
    const { late, contract } = await plan(caller);
    await page.goto(`/eastvale/actions/${late}`);
    const ratings = page.getByRole('region', { name: 'Three ratings' });
    await ratings.getByText('Under way, but the due date,').waitFor();
    // The amber tag is the reported one, and the assessed one is another.
    const reported = ratings.getByRole('region', { name: 'Reported' }).locator('.ft-status');
    const assessed = ratings.getByRole('region', { name: 'Assessed' }).locator('.ft-status');
    expect([await reported.innerText(), await assessed.innerText()].map((one) => one.trim())).toEqual(['Under way', 'Slipping']);
    expect(await reported.getAttribute('class')).toContain('amber');
    expect(await assessed.getAttribute('class')).not.toContain('amber');
    for (const path of [`actions/${late}`, `actions/${contract}/update`, 'plan?doubtful=true', 'dashboard']) {
      await page.goto(`/eastvale/${path}`);
      await page.getByText('Under way').first().waitFor();
      const says = await page.locator('main').innerText();
      expect(says).not.toMatch(/\b(amber|on track)\b/i);
    }
    await shots(page, 'amber-means-on-track');
  });

  it('moves the lines where an administrator moves them, with the keyboard', async () => {
    const { page, caller } = await theatre.person(['administrator']);
    await page.goto('/northmoor/settings');
    const lines = page.getByRole('region', { name: 'When the facts disagree' });
    await lines.getByLabel('Days of grace after a date').fill('14');
    await shots(page, 'lines');
    await page.keyboard.press('Enter');
    await page.getByText('The lines are moved').waitFor();
    expect((await caller.ask(routes.assessments.setting)).graceDays).toBe(14);
    await lines.getByLabel('Moves of the due date that are too many').fill('0');
    await page.keyboard.press('Enter');
    await lines.getByText('Error:').first().waitFor();
  });
});
