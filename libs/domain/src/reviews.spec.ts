import { checkMethod, checkReview } from './reviews';

describe('reviews', () => {
  it.each([
    [{ fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06', publishedOn: '2026-05-11' }, []],
    [{ fieldworkFrom: '2026-03-06', fieldworkTo: '2026-03-02' }, ['fieldworkTo']],
    [{ fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06', publishedOn: '2026-03-05' }, ['publishedOn']],
    [{ fieldworkFrom: '2026-03-02', publishedOn: '2026-03-01' }, ['publishedOn']],
    [{ fieldworkTo: '2026-03-06', publishedOn: '2026-03-06' }, []],
    [{ publishedOn: '2026-03-06' }, []],
  ])('%j is refused at %j', (dates, fields) => {
    expect(checkReview(dates).map((one) => one.field)).toEqual(fields);
  });
});

describe('the method a review is scored by', () => {
  const methods = [{ code: 'statements' }, { code: 'evidence-categories' }];
  it.each([
    [methods, 'statements', []],
    [methods, 'guess', ['scoringMethod']],
    [methods, null, ['scoringMethod']],
    [[], null, []],
    [[], 'statements', ['scoringMethod']],
  ])('%j by %s is refused at %j', (known, code, fields) => {
    expect(checkMethod(known, code).map((one) => one.field)).toEqual(fields);
  });
});
