import { checkReview } from './reviews';

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
