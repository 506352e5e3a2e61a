import * as xlsx from '@e965/xlsx';
import { routes } from '@followthrough/contracts';
import { field, openTheatre, shots, type Theatre, until } from './harness';

describe('reviews', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const framework = async (code: string) => {
    const lead = await theatre.stage.person(['lead']);
    const found = (await lead.ask(routes.frameworks.list)).items.find((one) => one.shipped && one.code === code);
    if (!found) throw new Error(`${code} is not shipped`);
    return found;
  };

  it('scores a local authority assessment: no band until all nine are scored, and 14 points require improvement', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id: frameworkId } = await framework('cqc-local-authority-assessment');
    const { id } = await caller.ask(routes.reviews.add, { body: { frameworkId, title: 'Assessment 2026', body: 'The regulator', fieldworkFrom: '2026-01-19', fieldworkTo: '2026-01-30', publishedOn: '2026-03-31' } });
    await page.goto(`/northmoor/findings/reviews/${id}`);
    await page.getByText('Not all scored: 0 of 9').waitFor();
    await page.getByRole('button', { name: 'Give scores' }).click();
    const boxes = page.getByRole('table', { name: 'Scores to give' }).getByRole('combobox');
    for (const [at, score] of ['2', '2', '2', '2', '2', '1', '1', '1'].entries()) await boxes.nth(at).selectOption(score);
    await page.getByText('Not all scored: 8 of 9').waitFor();
    await shots(page, 'review-give-scores');
    await boxes.nth(8).selectOption('1');
    await page.getByText('39 %: 14 of 36 points').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change scores' }).click();
    await boxes.nth(8).selectOption('3');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('44 %: 16 of 36 points').waitFor();
    await page.getByText('One earlier score').click();
    await page.getByRole('table', { name: 'Earlier scores' }).getByText('Learning, improvement and innovation').waitFor();
    await shots(page, 'review-scored');
  });

  it('scores by the earlier method too, category by category', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id: frameworkId } = await framework('cqc-local-authority-assessment');
    const { id, criteria, scoring } = await caller.ask(routes.reviews.add, { body: { frameworkId, title: 'Assessment by categories', scoringMethod: 'evidence-categories' } });
    const parts = scoring?.methods.find((one) => one.code === 'evidence-categories')?.parts ?? [];
    await caller.ask(routes.reviews.score, { params: { id }, body: { scores: criteria.flatMap((one) => parts.map((part, at) => ({ criterionId: one.id, part, score: at < 2 ? 2 : 3 }))) } });
    await page.goto(`/northmoor/findings/reviews/${id}`);
    await page.getByText('75 %: 27 of 36 points').waitFor();
    await shots(page, 'review-categories');
  });

  it('draws a local system review as areas by questions, moves its clock with a reason and says what is done', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id: frameworkId, criteria } = await framework('cqc-local-system-review');
    const { id } = await caller.ask(routes.reviews.add, { body: { frameworkId, title: 'Local system review', body: 'The regulator’s team', fieldworkTo: '2025-11-14', publishedOn: '2026-01-15', reportUrl: 'https://reports.example/northmoor' } });
    for (const [ref, kind, at] of [['1', 'challenge', 0], ['2', 'area_for_improvement', 5], ['3', 'strength', 5], ['4', 'challenge', 13], ['5', 'challenge', null]] as const)
      await caller.ask(routes.findings.add, { body: { reviewId: id, ref, quotation: `What the review said in ${ref}.`, kind, force: 'must', themes: [], criterionIds: at === null ? [] : [criteria[at]?.id ?? ''] } });
    await page.goto(`/northmoor/findings/reviews/${id}`);
    await page.getByRole('button', { name: 'Move the date of Summit' }).click();
    await field(page, 'New date').fill('20/03/2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Say why the date moves').waitFor();
    await shots(page, 'review-clock-refused');
    await field(page, 'Why it moves').fill('The council’s election period');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('20 Mar 2026', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Say it is done: Summit' }).click();
    await field(page, 'Done on').fill('12/03/2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('was due 20 Mar 2026').waitFor();
    await page.getByText('and 2 changes').click();
    await page.getByText('“The council’s election period”').waitFor();
    await shots(page, 'review-grid');
    await page.getByRole('link', { name: /1 with no action.*Crisis management: Is it effective/ }).click();
    await page.getByText('1 finding shown, worst first').waitFor();
  });

  it('takes findings by keyboard alone, one after another, and confirms them', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { id: frameworkId } = await framework('lga-corporate-peer-challenge');
    const { id } = await caller.ask(routes.reviews.add, { body: { frameworkId, title: 'Peer challenge' } });
    await page.goto(`/northmoor/findings/enter?review=${id}`);
    await page.getByRole('radio', { name: 'Area for improvement' }).focus();
    await page.keyboard.press('c');
    await page.keyboard.type('Nobody could say who decides.');
    await page.keyboard.press('Enter');
    await page.getByText('1 is saved.').waitFor();
    await page.keyboard.press('s');
    await page.keyboard.type('Staff spoke warmly of one another.');
    await page.keyboard.press('Enter');
    await page.getByText('2 is saved.').waitFor();
    await shots(page, 'findings-enter');
    await page.getByRole('button', { name: 'Confirm all 2' }).click();
    await page.getByText('No drafts: all 2 findings of this review are confirmed.').waitFor();
    const { items } = await caller.ask(routes.findings.list, { query: { review: id } });
    expect(items.map((one) => [one.ref, one.kind, one.confirmedAt !== null])).toEqual([['1', 'challenge', true], ['2', 'strength', true]]);
  });

  it('makes findings of a pasted list: shows what would be made, mends a ref, saves once', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const reviewId = (await caller.ask(routes.reviews.list)).items.find((one) => one.title === 'Peer challenge')?.id ?? '';
    await page.goto(`/northmoor/findings/enter?review=${reviewId}&how=paste`);
    await field(page, 'The list').fill('Areas for improvement\n• System leaders must agree one list of priorities. (page 24)\n2. Share thresholds between partners.\nStrengths\nThe Monday huddle works.');
    await page.getByText('The review has a finding 2 already').waitFor();
    await shots(page, 'findings-paste');
    await field(page, 'Ref of finding 2').fill('2.1');
    await field(page, 'Ref of finding 2').press('Tab');
    // What they are about: one row by itself, and all of them at once.
    await page.getByLabel('Add a criterion to finding 1').selectOption('Governance and culture');
    await page.getByLabel('Add a theme to all rows').fill('Leading together');
    await page.getByLabel('Add a theme to all rows').press('Enter');
    await page.getByRole('button', { name: 'Take Leading together off finding 3' }).click();
    await shots(page, 'findings-paste-about');
    await page.getByRole('button', { name: 'Add 3 findings as drafts' }).click();
    await page.getByText('The Monday huddle works.').waitFor();
    await page.getByRole('button', { name: 'Confirm all 3' }).waitFor();
    const { items } = await caller.ask(routes.findings.list, { query: { review: reviewId, unconfirmed: true } });
    expect(items.map((one) => [one.ref, one.kind, one.force, one.page])).toEqual([['3', 'area_for_improvement', 'must', '24'], ['2.1', 'area_for_improvement', 'should', null], ['4', 'strength', 'should', null]]);
    expect(items.map((one) => [one.criteria, one.themes])).toEqual([[['Core themes: Governance and culture'], ['Leading together']], [[], ['Leading together']], [[], []]]);
  });

  it('imports a sheet of findings alone through the importer, into a review and no plan', async () => {
    const { page } = await theatre.person(['lead']);
    const rows = [['Ref', 'Recommendation', 'Page', 'Kind'], ['1', 'Leaders must meet less and decide more.', '12', 'Challenge'], ['2', 'The carers’ forum sets its own agenda.', '13', 'Good practice']];
    const buffer = xlsx.write({ SheetNames: ['Findings'], Sheets: { Findings: xlsx.utils.aoa_to_sheet(rows) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    await page.goto('/northmoor/imports');
    await page.getByLabel('Choose a file, or drop it here').setInputFiles({ name: 'findings.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
    await page.getByRole('link', { name: 'Next: Columns' }).click();
    await page.getByText('Findings alone.').waitFor();
    await field(page, 'Title of the new review').fill('Carers’ review');
    await page.keyboard.press('Tab');
    await page.getByText('Saved. You can leave and come back.').waitFor();
    await shots(page, 'import-findings');
    await page.getByRole('link', { name: /Check and import/ }).first().click();
    await page.getByText('Ready.').waitFor();
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.getByRole('heading', { name: 'Findings imported' }).waitFor();
    await shots(page, 'import-findings-result');
    await page.getByRole('link', { name: 'Compare the findings with the report' }).click();
    await page.getByText('Leaders must meet less and decide more.').waitFor();
  });

  it('locks a confirmed quotation, and shows corrections under it', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const reviewId = (await caller.ask(routes.reviews.list)).items.find((one) => one.title === 'Peer challenge')?.id ?? '';
    const { id } = await caller.ask(routes.findings.add, { body: { reviewId, ref: '9', quotation: 'People said that they waited eigth weeks.', page: '30', kind: 'challenge', force: 'must', themes: [] } });
    await page.goto(`/northmoor/findings/${id}`);
    await page.getByText('Nobody has said yet that these are the report’s own words.').waitFor();
    await page.getByRole('button', { name: 'I have compared it: confirm' }).click();
    await page.getByRole('button', { name: 'Add a correction' }).click();
    await field(page, 'Should read').fill('People said that they waited eight weeks.');
    await field(page, 'Why').fill('A slip in the typing');
    await page.getByRole('button', { name: 'Add the correction' }).click();
    await page.getByText('People said that they waited eight weeks.').waitFor();
    await until(async () => expect(await page.locator('blockquote').allTextContents()).toEqual(['People said that they waited eigth weeks.', 'People said that they waited eight weeks.']));
    await shots(page, 'finding-corrected');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('combobox', { name: 'Must or should' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Quotation' }).count()).toBe(0);
  });
});
