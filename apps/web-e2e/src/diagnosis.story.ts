import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { field, openTheatre, shots, type Theatre, until } from './harness';

const OWNERLESS = 'Nobody owns the decision to go home outside office hours';

describe('a diagnosis', () => {
  let theatre: Theatre;
  let reviewId = '';
  let planId = '';
  beforeAll(async () => {
    theatre = await openTheatre();
    const { caller } = await theatre.person(['lead']);
    const framework = (await caller.ask(routes.frameworks.list)).items[0];
    reviewId = (await caller.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'System review 2026' } })).id;
    planId = (await caller.ask(routes.plans.add, { body: { title: 'Improvement plan' } })).id;
  });
  afterAll(() => theatre.close());

  const finding = async (caller: Caller, ref: string, quotation: string): Promise<string> => (await caller.ask(routes.findings.add, { body: { reviewId, ref, quotation, kind: 'challenge', force: 'must', themes: [] } })).id;
  const action = async (caller: Caller, ref: string, title: string, more: object = {}): Promise<string> => (await caller.ask(routes.actions.add, { body: { planId, ref, title, horizon: 'medium', ...more } })).id;

  it('goes from what people see, why after why, to a root cause that is agreed', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const id = await finding(caller, '3.2', 'People waited in hospital after they were well enough to leave, most often for a decision that nobody knew they had to make.');
    await page.goto(`/northmoor/findings/${id}`);
    await page.getByText('Nobody has asked yet why it is so.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Begin the diagnosis' }).click();
    await page.getByRole('heading', { name: 'Why is finding 3.2 so?' }).waitFor();
    await shots(page, 'diagnosis-empty');
    await field(page, 'Symptom').fill('Forty people a day are well enough to leave and are still on the ward at five o’clock.');
    await page.getByRole('button', { name: 'Begin the diagnosis' }).click();

    for (const [label, text] of [
      ['Why do people see that?', 'The decision to go home waits for a ward round on weekday mornings.'],
      ['And why is that so?', 'Each ward keeps its own list and its own rule for who may decide.'],
      ['And why is that so?', 'There are not enough staff.'],
    ] as const) {
      await field(page, label).fill(text);
      await page.getByRole('button', { name: 'Add this why' }).click();
      await page.getByRole('listitem').filter({ hasText: text }).waitFor();
    }
    await page.getByText('What makes that so here?').waitFor();
    await shots(page, 'diagnosis-shortage');
    await field(page, 'And why is that so?').fill('Nobody was ever given the decision at evenings and weekends, so it waits.');
    await page.getByRole('button', { name: 'Add this why' }).click();
    await page.getByText('What makes that so here?').waitFor({ state: 'detached' });

    // By keyboard alone: the fourth goes up before the third, and back down.
    await page.getByRole('button', { name: 'Move up why 4' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('It is why 3 now.').waitFor();
    await page.getByText('What makes that so here?').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Move up why 3'));
    await page.getByRole('button', { name: 'Move down why 3' }).press('Enter');
    await page.getByText('It is why 4 now.').waitFor();
    await page.getByRole('button', { name: 'Remove why 3' }).click();
    await page.getByText('Why 3 is removed.').waitFor();

    await page.getByRole('button', { name: 'Add evidence for why 1' }).click();
    await field(page, 'What it is').fill('Ward audit');
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await page.getByText('Give the address of the page, beginning with https://').waitFor();
    await field(page, 'Link').fill('https://northmoor.example/audit');
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await page.getByRole('link', { name: 'Ward audit (opens in a new tab)' }).waitFor();
    await page.getByRole('button', { name: 'Add evidence for why 1' }).click();
    await field(page, 'Kind').selectOption({ label: 'A measure and its figure' });
    await field(page, 'What it is').fill('Decisions made after noon');
    await field(page, 'Figure').fill('62 %, September 2026');
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await page.getByText('62 %, September 2026').waitFor();
    await page.getByRole('button', { name: 'Add evidence for why 2' }).click();
    await field(page, 'Kind').selectOption({ label: 'A file' });
    await page.locator('input[type=file]').setInputFiles({ name: 'Lists of four wards.txt', mimeType: 'text/plain', buffer: Buffer.from('Four wards, four lists.') });
    await page.getByRole('link', { name: 'Lists of four wards.txt' }).waitFor();
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Lists of four wards.txt' }).first().waitFor();

    await page.getByRole('button', { name: 'Name a cause' }).click();
    await field(page, 'The cause').fill(OWNERLESS);
    await page.getByRole('button', { name: 'Name it' }).click();
    await page.getByText('No action answers it').waitFor();
    await page.getByRole('button', { name: `This is the root cause ${OWNERLESS}` }).click();
    await page.getByRole('button', { name: 'Edit what we agree' }).click();
    await field(page, 'What we agree is wrong, and why').fill('Going home is decided by whoever is on the ward on a weekday morning. Nobody holds the decision at other times.');
    await page.getByLabel('Deep-rooted').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Say that it is agreed' }).click();
    await page.getByText('The diagnosis is agreed.').waitFor();
    await page.getByRole('button', { name: 'Open it again' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add this why' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Dismiss: The diagnosis is agreed.' }).click();
    await shots(page, 'diagnosis-agreed');
    await page.getByRole('link', { name: 'Back to the finding' }).click();
    await page.getByText('after 3 whys').waitFor();
    await shots(page, 'finding-diagnosed');
  });

  it('shares its causes, and each gap between finding and action opens its list', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const cause = (await caller.ask(routes.causes.list)).causes[0]?.id ?? '';
    const weekend = await finding(caller, '3.10', 'Weekend discharges were few. Staff told us that the services people went home to were closed.');
    const families = await finding(caller, '4.1', 'Families were told about going home on the day it happened.');
    await caller.ask(routes.diagnoses.nameCause, { params: { id: weekend }, body: { causeId: cause } });
    const letters = (await caller.ask(routes.diagnoses.nameCause, { params: { id: families }, body: { text: 'Telling the family is no step of going home' } })).causes[0]?.id ?? '';
    const { causes } = await caller.ask(routes.causes.add, { body: { text: 'Partners never agreed who leads on going home' } });
    const deepest = causes.find((one) => one.text.startsWith('Partners'))?.id ?? '';
    for (const id of [cause, letters]) await caller.ask(routes.causes.edit, { params: { id }, body: { deeperId: deepest, version: 1 } });
    const [first] = (await caller.ask(routes.causes.list)).causes.find((one) => one.id === cause)?.findingIds ?? [];
    await action(caller, '2.1', 'Open the discharge lounge on Saturdays', { horizon: 'quick_win', findingIds: [first, weekend], dueOn: '2026-01-31' });
    await action(caller, '2.2', 'Name one person on every shift who decides', { causeIds: [cause], findingIds: [weekend] });

    await page.goto('/northmoor/findings');
    await page.getByRole('link', { name: '1 action treats only a symptom' }).waitFor();
    await shots(page, 'findings-gaps');
    await page.getByRole('link', { name: '1 action treats only a symptom' }).click();
    await page.getByRole('link', { name: 'Open the discharge lounge on Saturdays' }).click();
    await page.getByText('It treats only a symptom.').waitFor();
    await shots(page, 'action-symptom-only');
    await page.goto('/northmoor/findings');
    await page.getByRole('link', { name: '2 causes with no action' }).click();
    await page.getByText('2 causes shown, 2 with no action').waitFor();
    await page.getByRole('button', { name: 'Show all causes' }).click();
    await page.getByText('3 causes, 2 with no action').waitFor();
    await shots(page, 'causes');
    // The search box finds a cause by its words, and opens its tree.
    await page.getByRole('combobox', { name: 'Search by ref or words' }).fill('telling famil');
    await page.getByRole('option', { name: /Telling the family is no step/ }).click();
    await page.waitForURL(new RegExp(`causes\\?cause=${letters}`));
    await page.getByText(/causes? shown/).waitFor();
    await page.goto('/northmoor/causes');
    await page.getByText('3 causes, 2 with no action').waitFor();
    // The picture is walked by keyboard, from a cause to the action that answers it.
    const tree = page.getByRole('region', { name: 'From cause to action' });
    await tree.getByRole('link', { name: 'Name one person on every shift who decides' }).press('Enter');
    await page.getByText('Answers the cause').waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Edit Partners never agreed who leads on going home' }).click();
    await field(page, 'Deeper cause behind it').fill('Telling');
    await page.getByRole('option', { name: 'Telling the family is no step of going home' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A cause cannot lie behind itself: “Partners never agreed who leads on going home” → “Telling the family is no step of going home” → “Partners', { exact: false }).waitFor();
    await shots(page, 'causes-ring');
    await page.getByRole('button', { name: 'Link an action' }).click();
    await field(page, 'Which action answers it?').fill('2.1');
    await page.getByRole('button', { name: '2.1 Open the discharge lounge' }).click();
    await page.getByText('2.1 answers this cause.').waitFor();
    await page.getByText('3 causes, each with an action that answers it').waitFor();
    await page.goto('/northmoor/findings');
    await page.getByRole('link', { name: '0 actions treat only a symptom' }).waitFor();
  });

  it('is read by others who cannot change it; on a phone the list stands alone', async () => {
    const { page } = await theatre.person(['executive'], { size: 'phone' });
    await page.goto('/northmoor/causes');
    await page.getByRole('region', { name: 'As a list' }).waitFor();
    await until(async () => expect(await page.getByRole('region', { name: 'From cause to action' }).isVisible()).toBe(false));
    expect(await page.getByRole('button', { name: /Edit/ }).count()).toBe(0);
    await page.getByRole('link', { name: /^3\.2/ }).click();
    await page.getByText('Going home is decided by whoever', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /Edit|Add|Name a cause|again/ }).count()).toBe(0);
  });
});
