import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre } from './harness';

describe('frameworks', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('copies a shipped framework, changes its outline by keyboard, publishes it and reviews with it', async () => {
    const { page, caller } = await theatre.person(['administrator']);
    await page.goto('/northmoor/findings/frameworks');
    await page.getByRole('heading', { name: 'Blank framework, 1' }).waitFor();
    await shots(page, 'frameworks-list');
    await page.getByRole('button', { name: 'Copy Local authority assessment' }).click();
    await field(page, 'What will the copy be called?').fill('Northmoor’s own look');
    await page.getByRole('button', { name: 'Begin the copy' }).click();
    await page.getByRole('heading', { name: 'Northmoor’s own look, 1' }).waitFor();
    await page.getByRole('textbox', { name: 'Criterion 3 of domain 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Criterion 4 of domain 1' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Assessing needs');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('“Assessing needs” is there twice').waitFor();
    await page.getByRole('textbox', { name: 'Criterion 4 of domain 1' }).fill('Unpaid carers');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved.').waitFor();
    await shots(page, 'framework-draft');
    await page.getByRole('button', { name: 'Publish this version' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('is published. Reviews can use it.').waitFor();
    await page.getByText('10 criteria').click();
    await page.getByText('What follows a review, and when').click();
    await shots(page, 'framework-published');
    const made = (await caller.ask(routes.frameworks.list)).items.find((one) => one.title === 'Northmoor’s own look');
    expect(made?.criteria.slice(0, 4).map((one) => one.title)).toEqual(['Assessing needs', 'Supporting people to live healthier lives', 'Unpaid carers', 'Equity in experience and outcomes']);
    expect(made).toMatchObject({ state: 'published', provenance: 'based_on', basedOn: 'Local authority assessment, 2023' });
  }, 180_000);

  it('begins the next version of its own, divides a band without a hole, and leaves the published one as it is', async () => {
    const { page, caller } = await theatre.person(['administrator']);
    await page.goto('/northmoor/findings/frameworks');
    await page.getByRole('button', { name: 'New version of Northmoor’s own look' }).click();
    await field(page, 'What is the new version called?').fill('1');
    await page.getByRole('button', { name: 'Begin the version' }).click();
    await page.getByText('There is already a version with that name').waitFor();
    await field(page, 'What is the new version called?').fill('2');
    await page.getByRole('button', { name: 'Begin the version' }).click();
    await page.getByRole('heading', { name: 'Northmoor’s own look, 2' }).waitFor();
    const band = page.getByRole('textbox', { name: 'Bands, method 1: band 1 to per cent' });
    await band.fill('45');
    await band.press('Tab');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved.').waitFor();
    const versions = (await caller.ask(routes.frameworks.list)).items.filter((one) => one.title === 'Northmoor’s own look');
    expect(versions.map((one) => [one.edition, one.state, ...(one.scoring?.methods[0]?.bands.slice(0, 2) ?? []).map(({ from, to }) => `${from}–${to}`)])).toEqual([['2', 'draft', '25–45', '46–62'], ['1', 'published', '25–38', '39–62']]);
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
    await page.getByText('The draft Northmoor’s own look is gone.').waitFor();
  });

  it('is read by everybody, and changed by those who keep frameworks alone', async () => {
    const { page } = await theatre.person(['critical_friend']);
    await page.goto('/northmoor/findings/frameworks');
    await page.getByRole('heading', { name: 'Local system review, 2017–18' }).waitFor();
    expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
  });
});
