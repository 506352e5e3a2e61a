import fc from 'fast-check';
import { type CommitmentFacts, promisedMonths, promisedOf, type PromiseTerm } from './promised';
import { checkConfirmedMoney, checkPromise } from './promise-rules';
import { type Giver, usualProductiveTime } from './supply';

const today = '2026-12-01';
const term: PromiseTerm = { planId: null, minutes: 4_500, moneyPence: null, moneyConfirmedPence: null, hasSponsor: true, fromOn: '2026-09-01', toOn: null };
const none: CommitmentFacts = { promises: [], people: [], confirmedDays: [], spent: [], isWhole: true, meetings: 0, attended: 0, updatesDue: 0, updatesInTime: 0 };
const of = (facts: Partial<CommitmentFacts>, on = today) => promisedOf({ ...none, ...facts }, usualProductiveTime, on);
const spent = (month: string, minutes: number, people: readonly string[] = ['a', 'b', 'c'], planId = 'plan') => ({ planId, month, minutes, people });
const person = (percent: number): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null });

describe('what was promised', () => {
  it('is ten days a month: six months ahead, and those that are over', () => {
    const { promised, promisedSoFar, hasSponsor } = of({ promises: [term] });
    expect([promised, promisedSoFar, hasSponsor]).toEqual([6 * 4_500, 3 * 4_500, true]);
  });

  it('is a part of the month by working days, and nothing after its end', () => {
    // December 2026 has 21 working days without its two bank holidays; 9 are left from Thursday 17 on.
    expect(of({ promises: [{ ...term, toOn: '2026-12-31' }] }, '2026-12-17')).toMatchObject({ promised: Math.round((4_500 * 9) / 21) });
    expect(of({ promises: [{ ...term, toOn: '2026-11-30' }] })).toMatchObject({ promised: null, promisedSoFar: 13_500, hasSponsor: null, hasPromise: true });
  });

  it('is confirmed by what its people are released for on the days that were promised, and by its confirmed days where it names nobody', () => {
    const { confirmed } = of({ promises: [term], people: [person(40)] });
    expect(of({ promises: [term], people: [person(40), person(40)] }).confirmed).toBe(2 * confirmed);
    // Of half of the months promised.
    expect(of({ promises: [{ ...term, toOn: '2027-02-28' }], people: [person(40)] }).confirmed).toBeLessThan(0.55 * confirmed);
    expect(of({ promises: [term], confirmedDays: [{ month: '2026-12', days: 8 }, { month: '2027-01', days: 2.5 }] }).confirmed).toBe(8 * 450 + 1_125);
    expect(of({ promises: [term], people: [{ ...person(40), patterns: [] }] })).toMatchObject({ confirmed: 0, unknownPeople: 1 });
  });

  it('is the days confirmed by month where people are named and nothing else was promised', () => {
    const confirmedDays = [{ month: '2026-11', days: 4 }, { month: '2027-01', days: 6 }];
    expect(of({ people: [person(40)], confirmedDays })).toMatchObject({ hasPromise: true, promised: 6 * 450, promisedSoFar: 4 * 450, hasSponsor: null });
    expect(of({ confirmedDays })).toMatchObject({ hasPromise: false, promised: null, promisedSoFar: null });
  });

  it('was given as updates say, from the first month promised and on the plans promised to', () => {
    const facts = { promises: [{ ...term, planId: 'plan' }], spent: [spent('2026-08', 450), spent('2026-10', 900), spent('2026-10', 450, ['a', 'b', 'c'], 'other'), spent('2026-12', 100)] };
    expect(of(facts)).toMatchObject({ given: 1_000 });
    expect(of({ ...facts, promises: [term] })).toMatchObject({ given: 1_450 });
    expect(of({ promises: [term] })).toMatchObject({ given: null });
  });

  it('hides what fewer than three people make up from who is not to see it, and says which', () => {
    const facts = { promises: [term], people: null, isWhole: false, spent: [spent('2026-10', 900, ['a', 'b'])] };
    expect(of(facts)).toMatchObject({ confirmed: 0, given: null, few: ['days_confirmed', 'days_given'] });
    expect(of({ ...facts, people: [], spent: [spent('2026-10', 900, ['a', 'b']), spent('2026-11', 900, ['c'])] })).toMatchObject({ given: 1_800, few: [] });
    expect(of({ ...facts, isWhole: true })).toMatchObject({ given: 900, few: ['days_confirmed'] });
  });

  it('tells no month of those given where one or two people make one up: it could be reckoned from the rest', () => {
    const facts = { ...none, promises: [term], isWhole: false, spent: [spent('2026-10', 900), spent('2026-11', 450, ['a'])] };
    expect(promisedMonths(facts, usualProductiveTime, today).map(({ given }) => given)).toEqual(Array(12).fill(null));
    const whole = promisedMonths({ ...facts, isWhole: true }, usualProductiveTime, today);
    expect(whole.slice(3, 8)).toEqual([
      { month: '2026-09', promised: 4_500, confirmed: null, given: 0 },
      { month: '2026-10', promised: 4_500, confirmed: null, given: 900 },
      { month: '2026-11', promised: 4_500, confirmed: null, given: 450 },
      { month: '2026-12', promised: 4_500, confirmed: 0, given: 0 },
      { month: '2027-01', promised: 4_500, confirmed: 0, given: null },
    ]);
  });

  it('adds up: the months ahead are what is promised and confirmed in all, from the first of a month on', () => {
    const minutes = fc.integer({ min: 1, max: 20_000 });
    const day = fc.integer({ min: -400, max: 300 }).map((days) => new Date(Date.UTC(2026, 11, 1) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(minutes, day, fc.option(day)), { maxLength: 4 }), fc.integer({ min: 1, max: 100 }), (terms, percent) => {
        const promises = terms.map(([minutes, a, b]) => ({ ...term, minutes, fromOn: b !== null && b < a ? b : a, toOn: b === null ? null : b < a ? a : b }));
        const facts = { ...none, promises, people: [person(percent)] };
        const ahead = promisedMonths(facts, usualProductiveTime, today).slice(6);
        const { promised, confirmed } = promisedOf(facts, usualProductiveTime, today);
        expect(ahead.reduce((sum, one) => sum + one.promised, 0)).toBe(promised ?? 0);
        expect(ahead.reduce((sum, one) => sum + (one.confirmed ?? 0), 0)).toBe(confirmed);
      }),
    );
  });
});

describe('a promise to come', () => {
  const said = { planId: null, minutes: 4_500, money: null, sponsorPersonId: null, fromOn: '2027-01-01', toOn: '2027-12-31' };
  const known = { ...said, state: 'confirmed' as const };
  const says = (one: object, others: readonly (typeof known)[] = []) => checkPromise({ ...said, ...one }, others).map(({ field, message }) => `${field}: ${message}`);

  it('is of something, runs forwards and ends some day', () => {
    expect(says({})).toEqual([]);
    expect(says({ minutes: null })).toEqual(['minutes: Say days, money or a sponsor: a promise is of something']);
    expect(says({ minutes: null, sponsorPersonId: 'somebody' })).toEqual([]);
    expect(says({ toOn: '2026-12-31' })).toEqual(['toOn: The last day must be on or after the first']);
    expect(says({ toOn: '2127-01-01' })).toEqual(['toOn: A promise is made for at most 5 years']);
  });

  it('is made once for a day to the same plan', () => {
    expect(says({ fromOn: '2027-12-31', toOn: null }, [known])).toEqual(['fromOn: To all work something is promised from 1 January 2027 to 31 December 2027 already: end that first']);
    expect(says({ fromOn: '2028-01-01', toOn: null }, [known])).toEqual([]);
    expect(says({ planId: 'plan' }, [known])).toEqual([]);
  });

  it('has no more money confirmed than it has', () => {
    expect([checkConfirmedMoney(100, 100), checkConfirmedMoney(null, null)]).toEqual([[], []]);
    expect([checkConfirmedMoney(101, 100), checkConfirmedMoney(0, null)]).toMatchObject([[{ field: 'moneyConfirmed' }], [{ field: 'moneyConfirmed' }]]);
  });
});
