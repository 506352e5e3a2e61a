import fc from 'fast-check';
import { dayAfter } from './calendar';
import { checkMoment, momentOf } from './past';

const today = '2026-11-22';
const report = '01890000-0000-7000-8000-000000000001';

describe('a moment that a screen is seen as at', () => {
  it('is a published report or a day', () => {
    expect(momentOf(report)).toEqual({ report, day: null });
    expect(momentOf('2026-03-03')).toEqual({ report: null, day: '2026-03-03' });
  });

  it('is any day that is over, and none that is not', () => {
    fc.assert(fc.property(fc.integer({ min: -2_000, max: 2_000 }), (days) => void expect(checkMoment(momentOf(dayAfter(today, days)), today).length === 0).toBe(days < 0)));
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10'])('is no day that the calendar has not: %s', (day) => {
    expect(checkMoment(momentOf(day), today)).toMatchObject([{ field: 'at', code: 'malformed' }]);
  });

  it('knows the assessed status where a report kept it, and never guesses that of a day', () => {
    expect(checkMoment(momentOf('2026-03-03'), today, { doubtful: true })).toMatchObject([{ field: 'doubtful', code: 'rule' }]);
    expect(checkMoment(momentOf('2026-03-03'), today, { flag: 'past_due' })).toMatchObject([{ field: 'flag', code: 'rule' }]);
    expect(checkMoment(momentOf(report), today, { doubtful: true, flag: 'past_due' })).toEqual([]);
  });
});
