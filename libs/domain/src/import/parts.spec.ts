import { horizonInTitle, suggestColumns, suggestField } from './columns';
import { keySays, stateInWords, findKeys } from './key-lines';
import { nextRef, organisationsIn, similarity } from './names';
import { crossReference, partsOf, shareOf } from './splits';

it('knows the columns of published plans by their names', () => {
  expect(suggestColumns(['Ref', 'CQC area for improvement', 'Action', 'Lead officer', 'Organisation(s)', 'Start', 'Timescale', 'How will we know? (measure)', 'Resources (days / £)', 'RAG', 'Update as of 31/10/2026'])).toEqual([
    'ref', 'finding', 'title', 'owner', 'organisations', 'startOn', 'dueOn', 'successMeasure', 'resources', 'status', 'update']);
  expect(suggestColumns(['Action', 'Objective', 'Measurable planned outcome', 'Risks and barriers', 'Update as of (date)', 'Time frame', 'Lead officer'])).toEqual(['title', 'theme', 'successMeasure', 'risks', 'update', 'dueOn', 'owner']);
  expect(suggestColumns(['Recommendation', 'Action', 'Timescale'])).toEqual(['finding', 'title', 'dueOn']);
  expect(suggestColumns(['No.', 'What the reviewers told us', 'What we will do', 'Who – Lead', 'Who – Partners', 'When – From', 'When – By', 'Progress reports – 30 June 2026', 'Colour', 'Money and people', 'How we will know'])).toEqual([
    'ref', 'finding', 'title', 'owner', 'organisations', 'startOn', 'dueOn', 'update', 'status', 'resources', 'successMeasure']);
});

it.each([
  ['update', ['Where we are', 'Where are we now?', 'Where we have got to', 'Current position', 'How are we doing?', 'What we have done', 'What has happened so far', 'Actions taken to date', 'Achievements', 'Work in progress', 'Continuing challenges', 'Latest', 'State of play', 'RAG rationale', 'Reason for RAG', 'Status update', 'Progress against plan']],
  ['status', ['Current status', 'Progress RAG', 'RAG progress', 'Progress rating', 'On track?', 'Complete? (Y/N)', 'Delivery confidence', 'Assurance level', 'BRAGG']],
  ['statusOn', ['Last updated', 'Date of last update', 'Status as at']],
  ['nextSteps', ['Still to do', 'What is left to do', 'Milestones', 'Next steps']],
  ['dueOn', ['Complete by', 'Completion date', 'Timescale and milestones']],
  ['title', ['What we will do', 'Action', 'What will we do?']],
  ['finding', ['Peer team suggestion', 'Original recommendation']],
  ['ignore', ['Where we want to be', 'Baseline position', 'Next update due', 'Where']],
] as const)('takes for %s what plans also call it', (field, headings) => expect(headings.map((one) => [one, suggestField(one)])).toEqual(headings.map((one) => [one, field])));

it('sees several actions in one cell, with their own dates', () => {
  const parts = partsOf('a) Saturday brokerage of home care packages (by Dec 2026)\nb) Sunday brokerage (by March 2027)');
  expect(parts).toEqual([{ label: 'a', text: 'Saturday brokerage of home care packages', due: 'by Dec 2026' }, { label: 'b', text: 'Sunday brokerage', due: 'by March 2027' }]);
  expect([0, 1].map((index) => shareOf('a) pilot began in October', parts, index))).toEqual(['pilot began in October', '']);
  expect([0, 1].map((index) => shareOf('31/12/2026\n31/03/2027', parts, index))).toEqual(['31/12/2026', '31/03/2027']);
  expect(partsOf('Recruit:\n• nurses\n• therapists').map((part) => part.text)).toEqual(['Recruit: nurses', 'Recruit: therapists']);
  expect(partsOf('(i) Double reablement hours by Oct 2026\n(ii) Night sitting by 31/01/2027').map(({ text, due }) => [text, due])).toEqual([['Double reablement hours', 'by Oct 2026'], ['Night sitting', 'by 31/01/2027']]);
  expect(partsOf('a) Stand by staff\nb) Cut waits by 20').map(({ due }) => due)).toEqual([null, null]);
  expect(partsOf('Appoint a lead (a) soon')).toEqual([]);
  expect(partsOf('One\ntwo')).toEqual([]);
});

it.each([['(addressed through 1.3 above)', '1.3'], ['See action 2', '2'], ['Covered by 4.2b', '4.2b'], ['As 1.3', '1.3'], ['addressed through 2 above', '2'], ['Review 1.3 and report', null], ['See people within 2 days of referral and act on it', null]])('reads %j as pointing at %s', (text, ref) =>
  expect(crossReference(text)).toBe(ref));

it('keeps known names whole and parts the others', () => {
  const known = (names: string[]) => (name: string) => names.includes(name);
  expect(organisationsIn('A; B / C', known([]))).toEqual(['A', 'B', 'C']);
  expect(organisationsIn('Health & Care Ltd', known([]))).toEqual(['Health & Care Ltd']);
  expect(organisationsIn('Council and ICB', known(['Council', 'ICB']))).toEqual(['Council', 'ICB']);
  expect(organisationsIn('Smith; Sons; Council', known(['Smith; Sons', 'Council']))).toEqual(['Smith; Sons', 'Council']);
  expect(organisationsIn('North/South Trust; ICB', known(['North/South Trust']))).toEqual(['North/South Trust', 'ICB']);
  expect(organisationsIn(' \n', known([]))).toEqual([]);
});

it('reads the key of a sheet and assumes nothing from a colour', () => {
  const keys = findKeys([{ name: 'Plan', merges: [], rows: [[{ text: 'Updated for HWB 12 November 2026. Key: Blue = delivered, Green = on track, Amber = some issues, Red = not on track' }]] }], 'Plan', 3, ['B', 'Amber/Red']);
  expect(['B', 'Blue', 'g', 'A', 'Red', 'Delivered', 'Amber/Red'].map((word) => keySays(word, keys))).toEqual(['Blue = delivered', 'Blue = delivered', 'Green = on track', 'Amber = some issues', 'Red = not on track', null, 'Amber = some issues; Red = not on track']);
  expect(['Blue = delivered', 'Green = on track', 'Amber = some issues', 'Red = not on track', 'Amber = some issues; Red = not on track', 'Amber', 'Complete'].map(stateInWords)).toEqual(['complete', 'on_track', 'at_risk', 'off_track', null, null, 'complete']);
});

it('proposes refs, likeness and horizons', () => {
  expect(nextRef('6.1', new Set(['6.1', '6.1b']))).toBe('6.1c');
  expect(similarity('Moor Valley NHS FT', 'Moor Valley NHS Foundation Trust')).toBeGreaterThan(0.4);
  expect(similarity('', '')).toBe(0);
  expect([horizonInTitle('Quick win: pilot'), horizonInTitle('Quickly win hearts')]).toEqual(['quick_win', null]);
});
