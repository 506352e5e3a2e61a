import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter, weekday } from '@followthrough/domain';
import { openTheatre, shots, type Theatre } from './harness';

const month = monthsAfter(`${londonDay(new Date()).slice(0, 7)}-01`, 1);
const monday = dayAfter(month, (7 - weekday(month)) % 7);

describe('staffing', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('finds who fits for work with nobody, shows what it would do to them, and puts them down, by keyboard', async () => {
    const setting = await theatre.person(['lead']);
    const { id: trust } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    const { id: council } = await setting.caller.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    const { page, caller } = await theatre.person(['lead'], { organisationId: trust });
    await page.goto('/northmoor/capacity/staffing');
    await page.getByText('Everything that is open has somebody').waitFor();
    await shots(page, 'staffing-empty');

    const { items: skills } = await caller.ask(routes.skills.add, { body: { name: 'Trusted assessment' } });
    const skillId = skills.find((one) => one.name === 'Trusted assessment')?.id ?? '';
    const somebody = async (name: string, organisationId: string, percent: number, level: number): Promise<string> => {
      const { id } = await caller.ask(routes.people.add, { body: { name, organisationId, jobTitle: 'Discharge lead' } });
      if (organisationId === trust) {
        await caller.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
        await caller.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
      }
      await theatre.stage.owner.query('insert into person_skill (locality_id, person_id, skill_id, level) select locality_id, id, $2, $3 from person where id = $1', [id, skillId, level]);
      return id;
    };
    await somebody('Grace Osei', trust, 100, 3);
    await somebody('Tom Berry', trust, 20, 4);
    await somebody('Priya Nair', council, 0, 4);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const action = async (ref: string, title: string, dueOn: string, more: { readonly daysNeeded?: number } = {}) => (await caller.ask(routes.actions.add, { body: { planId: plan.id, ref, title, horizon: 'medium', accountableOrganisationId: trust, startOn: monday, dueOn, ...more } })).id;
    const id = await action('1.1', 'Trusted assessor on every ward', dayAfter(monday, 11));
    await caller.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: 1_800, likelyMinutes: 1_800, highMinutes: 2_700, shape: 'even', skillId, level: 3 } });
    await action('1.2', 'One list of who waits', dayAfter(monday, 60), { daysNeeded: 6 });

    await page.reload();
    await page.getByRole('heading', { name: '2 pieces of work, 10 days' }).waitFor();
    await page.getByRole('link', { name: 'Say what it takes for 1.2' }).waitFor();
    await shots(page, 'staffing');
    await page.getByRole('button', { name: 'Who fits 1.1, 4 days' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Their days are for Northmoor Council to say: ask').waitFor();
    await page.getByText(/Room for all of it/).waitFor();
    await page.getByRole('button', { name: 'Try Tom Berry' }).focus();
    await page.keyboard.press('Enter');
    const days = page.getByRole('textbox', { name: /How much/ });
    await days.fill('4');
    await page.getByText(/With it they are over by/).waitFor();
    await shots(page, 'staffing-over');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Try Grace Osei' }).click();
    await page.getByText('With it all that they have to do can still be done by its dates.').waitFor();
    await shots(page, 'staffing-fits');
    await page.getByRole('button', { name: 'Put them down' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Grace Osei is down for it.').waitFor();
    await page.getByRole('heading', { name: '1 piece of work, 6 days' }).waitFor();
    expect((await caller.ask(routes.demand.ofAction, { params: { id } })).items[0]).toMatchObject({ staffing: 'whole', people: [{ personName: 'Grace Osei', state: 'confirmed' }] });
  });
});
