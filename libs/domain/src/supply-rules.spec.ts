import fc from 'fast-check';
import { dayAfter } from './calendar';
import { usualProductiveTime } from './supply';
import { checkEnd, checkLeave, checkPattern, checkProductiveTime, checkRelease, checkTeamTime, patternEnd, spokenTerm, type Term } from './supply-rules';

const week = { fromOn: '2027-01-04', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0] };
const said = (found: readonly { readonly field: string; readonly message: string }[]) => found.map(({ field, message }) => `${field}: ${message}`);

describe('rules of supply', () => {
  it('take a week of seven days of 24 hours at most, for ten years at most', () => {
    expect(checkPattern(week, [])).toEqual([]);
    expect(checkPattern({ ...week, minutes: [0, 0, 0, 0, 0, 0, 0] }, [])).toEqual([]);
    expect(said(checkPattern({ ...week, minutes: [...week.minutes, 450] }, []))).toEqual(['minutes: A week has seven days, Monday to Sunday: this has 8']);
    expect(said(checkPattern({ ...week, minutes: [1_441, -1, 0, 0, 0, 0, 0] }, []))).toEqual(['minutes: A day has 24 hours at most', 'minutes: Nobody works less than no time']);
    expect(said(checkPattern({ ...week, toOn: '2027-01-03' }, []))).toEqual(['toOn: The last day must be on or after the first']);
    expect(checkPattern({ ...week, toOn: '2037-01-03' }, [])).toEqual([]);
    expect(said(checkPattern({ ...week, toOn: '2127-01-04' }, []))).toEqual(['toOn: A pattern is said for at most 10 years']);
  });

  it('let a pattern end the one before it and not run into the next', () => {
    const next = { fromOn: '2027-06-01', toOn: null };
    expect(checkPattern(week, [{ fromOn: '2026-01-01', toOn: null }, next])).toEqual([]);
    expect(patternEnd(week, [{ fromOn: '2026-01-01', toOn: null }, next])).toBe('2027-05-31');
    expect([patternEnd(week, []), patternEnd({ ...week, toOn: '2027-02-01' }, [next])]).toEqual([null, '2027-02-01']);
    expect(said(checkPattern({ ...week, toOn: '2027-06-01' }, [next]))).toEqual(['toOn: Another pattern holds from 1 June 2027 on: end this one before it, or take that one out']);
  });

  it('take no leave twice, and none of a hundred years', () => {
    const known = [{ fromOn: '2027-03-03', toOn: '2027-03-05' }];
    expect(checkLeave({ fromOn: '2027-03-06', toOn: '2027-03-08' }, known)).toEqual([]);
    expect(said(checkLeave({ fromOn: '2027-03-05', toOn: '2027-03-08' }, known))).toEqual(['fromOn: Leave is entered from 3 March 2027 to 5 March 2027 already']);
    expect(said(checkLeave({ fromOn: '2027-03-05', toOn: '2027-03-01' }, known))).toEqual(['toOn: The last day must be on or after the first']);
    expect(said(checkLeave({ fromOn: '2027-03-06', toOn: '2127-03-05' }, known))).toEqual(['toOn: Leave is entered for at most 2 years']);
  });

  it('release somebody once at a time, for five years at most, and not before the funding', () => {
    const known = [{ fromOn: '2027-01-01', toOn: null, percent: 40, state: 'confirmed' as const }];
    const ask = { fromOn: '2026-10-01', toOn: '2026-12-31', fundedUntil: null };
    expect(checkRelease(ask, known)).toEqual([]);
    expect(said(checkRelease({ ...ask, toOn: null }, known))).toEqual(['fromOn: 40 per cent is released from 1 January 2027 on already: end that first']);
    expect(said(checkRelease({ ...ask, toOn: '2027-01-01' }, [{ ...known[0], state: 'requested' } as never]))).toEqual(['fromOn: 40 per cent is asked for from 1 January 2027 on already: end that first']);
    expect(said(checkRelease({ ...ask, toOn: '2126-10-01' }, []))).toEqual(['toOn: Somebody is released for at most 5 years']);
    expect(said(checkRelease({ ...ask, fundedUntil: '2026-09-30' }, known))).toEqual(['fundedUntil: The funding would end before the release begins']);
  });

  it('end a release within its days, or the day before it begins', () => {
    const term = { fromOn: '2027-01-01', toOn: '2027-06-30' };
    expect([checkEnd(term, '2026-12-31'), checkEnd(term, '2027-06-30')]).toEqual([[], []]);
    expect(said(checkEnd(term, '2026-12-30'))).toEqual(['lastOn: It begins on 1 January 2027: say a day from the day before on']);
    expect(said(checkEnd(term, '2027-07-01'))).toEqual(['lastOn: It ends on 30 June 2027 anyway: ask for more instead']);
  });

  it('leave something of a year', () => {
    expect(checkProductiveTime(usualProductiveTime)).toEqual([]);
    expect(said(checkProductiveTime({ ...usualProductiveTime, training: 205 }))).toEqual(['usualLeave: These are 252 days together: a year of 260 working days has 252 after bank holidays, and nothing would be left']);
  });

  it('say terms as people do', () => {
    expect([{ fromOn: '2027-03-03', toOn: null }, { fromOn: '2027-03-03', toOn: '2027-03-03' }].map(spokenTerm)).toEqual(['from 3 March 2027 on', 'on 3 March 2027']);
  });

  it('find an overlap exactly where two terms share a day', () => {
    const day = fc.integer({ min: 0, max: 60 });
    const term = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 30 }), { nil: null })).map(([from, length]): Term => ({ fromOn: dayAfter('2027-01-01', from), toOn: length === null ? null : dayAfter('2027-01-01', from + length) }));
    fc.assert(
      fc.property(term, fc.array(term, { maxLength: 5 }), (one, known) => {
        const days = Array.from({ length: 200 }, (_, n) => dayAfter('2027-01-01', n));
        const holds = (each: Term, on: string) => each.fromOn <= on && (each.toOn === null || on <= each.toOn);
        const shared = days.some((on) => holds(one, on) && known.some((each) => holds(each, on)));
        expect(checkTeamTime(one, known).length > 0).toBe(shared);
        expect(checkRelease({ ...one, fundedUntil: null }, known.map((each) => ({ ...each, percent: 5, state: 'confirmed' as const }))).length > 0).toBe(shared);
      }),
    );
  });
});
