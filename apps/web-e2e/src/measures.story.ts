import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre, until } from './harness';

/** Two columns as a spreadsheet puts them on the clipboard: a figure a month from January 2024, all within the usual ups and downs but the last. */
const FIGURES = [40, 42, 40, 42, 40, 42, 40, 42, 40, 42, 40, 61.5];
const END = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const CLIPBOARD = ['Month\tDays', ...FIGURES.map((value, at) => `${END[at]}/${String(at + 1).padStart(2, '0')}/2024\t${value}`), '31/02/2025\t40', '31/01/2025\tnot counted'].join('\n');

describe('measures', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('lets a lead say what is measured for an action, paste its figures, mend what is wrong and read what they say', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const plan = await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    const action = await caller.ask(routes.actions.add, { body: { planId: plan.id, ref: '2.1', title: 'Discharge to assess on every ward', horizon: 'quick_win' } });

    await page.goto('/northmoor/measures');
    await page.getByRole('heading', { name: 'No measures yet' }).waitFor();
    await shots(page, 'measures-empty');
    await page.goto(`/northmoor/plan/health?plan=${plan.id}`);
    await page.getByText('1 open action has no measure that is counted.').waitFor();
    await page.getByRole('region', { name: 'Makes it likelier to work' }).getByRole('listitem').filter({ hasText: 'has no measure that is counted' }).getByRole('link', { name: /Discharge to assess/ }).click();
    await page.getByRole('link', { name: 'Add a new measure' }).click();
    await field(page, 'Title').fill('Days between ready to leave and leaving');
    await field(page, 'Unit').fill('days');
    await page.getByLabel('Which way is better?').selectOption({ label: 'Lower is better' });
    await page.getByRole('textbox', { name: 'Target date' }).fill('31/03/2027');
    await page.getByRole('button', { name: 'Add the measure' }).click();
    await page.getByText('Give the target itself too').waitFor();
    await page.getByRole('textbox', { name: 'Target (optional)' }).fill('20');
    await shots(page, 'measures-new');
    await page.getByRole('button', { name: 'Add the measure' }).click();
    await page.getByRole('heading', { name: 'Days between ready to leave and leaving' }).waitFor();
    await page.getByRole('link', { name: '2.1 Discharge to assess on every ward' }).waitFor();

    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByLabel('Dates and figures').fill(CLIPBOARD);
    await page.getByText('12 figures can be added. 2 lines need mending.').waitFor();
    await page.getByText('There is no date that we can read in “31/02/2025 40”').waitFor();
    await shots(page, 'measures-paste');
    await page.getByRole('button', { name: 'Add 12 figures' }).click();
    await page.getByText('12 figures added.').waitFor();
    await until(async () => expect(await page.getByLabel('Dates and figures').inputValue()).toBe('31/02/2025\t40\n31/01/2025\tnot counted'));
    await page.getByLabel('Dates and figures').fill('28/02/2025\t41\n31/01/2025\t40');
    await page.getByRole('button', { name: 'Add 2 figures' }).click();
    await page.getByText('Outside the limits:').waitFor();
    await page.getByText('31 Dec 2024 (61.5 days)').waitFor();
    await page.getByText('As it varies now it will meet its target at times', { exact: false }).or(page.getByText('As it varies now it will miss its target every time', { exact: false })).waitFor();
    await shots(page, 'measure-page');
    expect((await caller.ask(routes.actions.page, { params: { id: action.id } })).measures).toMatchObject([{ latestValue: 41, variation: 'common' }]);
  });

  it('corrects a figure in its place and keeps what it said', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const id = (await caller.ask(routes.measures.list)).items[0]?.id ?? '';
    await page.goto(`/northmoor/measures/${id}`);
    await page.getByRole('button', { name: 'Correct the figure of 31 Dec 2024' }).click();
    await page.getByRole('textbox', { name: 'Figure' }).fill('41.5');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByText('Why it is corrected is needed').waitFor();
    await page.getByRole('textbox', { name: 'Why it is corrected' }).fill('Two wards were counted twice');
    await shots(page, 'measure-correct');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByText('Corrected: it was 61.5 days').waitFor();
    await until(async () => expect(await page.getByText('Outside the limits:').count()).toBe(0));
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByRole('textbox', { name: 'Date' }).fill('31/12/2024');
    await page.getByRole('textbox', { name: 'Figure' }).fill('40');
    await page.getByRole('button', { name: 'Add the figure' }).click();
    await page.getByText('There is 41.5 for 31 December 2024 already: correct that one').waitFor();
    await page.keyboard.press('Escape');
    await until(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('point-one'));
  });

  it('is linked on the page of a finding, rests behind a why, and is found by its verdict', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { items } = await caller.ask(routes.frameworks.list);
    const review = await caller.ask(routes.reviews.add, { body: { frameworkId: items[0]?.id ?? '', title: 'System review 2026' } });
    const finding = await caller.ask(routes.findings.add, { body: { reviewId: review.id, ref: '3.2', quotation: 'People told us that they were ready to go home and nobody knew who would decide.', kind: 'challenge', force: 'must', themes: [], criterionIds: [] } });
    await page.goto(`/northmoor/findings/${finding.id}`);
    await page.getByRole('button', { name: 'Link a measure' }).click();
    await page.getByLabel('Which measure?').selectOption({ label: 'Days between ready to leave and leaving' });
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByRole('region', { name: 'Measures' }).getByText('41 days').waitFor();
    await shots(page, 'measures-on-finding');

    const { diagnosis } = await caller.ask(routes.diagnoses.begin, { params: { id: finding.id }, body: { symptom: 'People wait for days' } });
    await caller.ask(routes.diagnoses.addWhy, { params: { id: diagnosis?.id ?? '' }, body: { text: 'Nobody holds the decision' } });
    await page.goto(`/northmoor/findings/${finding.id}/diagnosis`);
    await page.getByRole('button', { name: 'Add evidence for why 1' }).click();
    await page.getByLabel('Kind').selectOption({ label: 'A measure and its figure' });
    await page.getByLabel('Which measure?').selectOption({ label: 'Days between ready to leave and leaving' });
    await until(async () => expect(await field(page, 'Figure').inputValue()).toBe('41 days, 28 Feb 2025'));
    await shots(page, 'measure-as-evidence');
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await page.getByRole('link', { name: 'Days between ready to leave and leaving' }).click();
    await page.getByRole('heading', { name: 'What the figures say' }).waitFor();

    for (const [title, direction] of [['Agency shifts in a month', 'none'], ['Carers with an emergency plan', 'up'], ['Packages handed back', 'down']] as const) {
      const measure = await caller.ask(routes.measures.add, { body: { title, unit: 'a month', direction, ...(direction === 'none' ? {} : { target: direction === 'up' ? 30 : 50 }) } });
      const values = direction === 'up' ? [12, 14] : [40, 42, 40, 42, 40, 42, 40, 42, 40, 42, 40, 61];
      await caller.ask(routes.measures.addPoints, { params: { id: measure.id }, body: { points: values.map((value, at) => ({ onDay: `2025-${String(at + 1).padStart(2, '0')}-28`, value })) } });
    }
    await page.goto('/northmoor/measures');
    await page.getByRole('rowheader').nth(3).waitFor();
    await shots(page, 'measures-list');
    await page.getByRole('combobox', { name: 'Change' }).selectOption({ label: 'Concern' });
    await page.getByText('1 measure shown; 1 of concern').waitFor();
    expect(page.url()).toContain('variation=concern');
    await until(async () => expect(await page.getByRole('rowheader').allTextContents()).toEqual([expect.stringContaining('Packages handed back')]));
  });

  it('is retired, and what follows it takes over its actions', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const id = (await caller.ask(routes.measures.list)).items.find((one) => one.actions > 0)?.id ?? '';
    await page.goto(`/northmoor/measures/${id}`);
    await page.getByRole('button', { name: 'Retire or replace it' }).click();
    await page.getByRole('textbox', { name: 'Counted until' }).fill('28/02/2025');
    await page.getByLabel('Replaced by').selectOption({ label: 'Packages handed back' });
    await page.getByRole('button', { name: 'Retire it' }).click();
    await page.getByText('Counted until 28 Feb 2025. It is followed by').waitFor();
    await shots(page, 'measure-retired');
    await page.getByRole('link', { name: 'Packages handed back' }).click();
    await page.getByRole('link', { name: '2.1 Discharge to assess on every ward' }).waitFor();
    await page.getByRole('heading', { name: 'Packages handed back' }).waitFor();
    await shots(page, 'measure-concern');
  });

  it('shows an executive what the figures say, and no button that would be refused', async () => {
    const { page } = await theatre.person(['executive']);
    await page.goto('/northmoor/measures');
    await page.getByRole('link', { name: 'Packages handed back' }).click();
    await page.getByRole('heading', { name: 'What the figures say' }).waitFor();
    for (const name of ['Paste', 'Add one', 'Edit', 'Link an action', 'Retire or replace it']) expect(await page.getByRole('button', { name }).count()).toBe(0);
  });
});
