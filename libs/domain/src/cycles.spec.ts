import fc from 'fast-check';
import type { Rhythm } from '@followthrough/contracts';
import { dayAfter } from './calendar';
import { checkCadence, checkDates, nameOfPeriod, nextCycles, remindsOn, type Rule } from './cycles';
import { isWorkingDay } from './working-days';

const rule: Rule = { every: 'month', boardId: null, startsOn: '2026-01-01', clearDays: 5, publishAfter: 8, freezeBefore: 2, dueBefore: 3, openBefore: 10, grace: 2 };
const from = { today: '2026-02-01', last: null, count: 4 };
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => dayAfter('2025-01-01', days));
const anyRule = (every: fc.Arbitrary<Rhythm>): fc.Arbitrary<Rule> =>
  fc.record({ every, boardId: fc.constant('b'), startsOn: day, clearDays: fc.nat(10), publishAfter: fc.nat(20), freezeBefore: fc.nat(5), dueBefore: fc.nat(5), openBefore: fc.integer({ min: 1, max: 30 }), grace: fc.integer({ min: 1, max: 5 }) });

describe('reporting cycles', () => {
  it('are counted back from the papers that go out five clear days before a board meets', () => {
    const [first] = nextCycles({ ...rule, every: 'board' }, ['2026-03-12', '2026-06-11'], from);
    expect(first).toEqual({ name: '12 March 2026', periodFrom: '2026-01-01', periodTo: '2026-03-02', opensOn: '2026-02-11', dueOn: '2026-02-25', escalatesOn: '2026-02-27', freezesOn: '2026-03-02', publishesOn: '2026-03-04', meetsOn: '2026-03-12' });
  });

  it('follow the calendar by month, two months and quarter', () => {
    const names = (every: Rhythm) => nextCycles({ ...rule, every }, [], from).map((one) => one.name);
    expect(names('month')).toEqual(['January 2026', 'February 2026', 'March 2026', 'April 2026']);
    expect(names('two_months')).toEqual(['January to February 2026', 'March to April 2026', 'May to June 2026', 'July to August 2026']);
    expect(names('quarter')[3]).toBe('October to December 2026');
    expect(nameOfPeriod('2025-12-01', '2026-01-31')).toBe('December 2025 to January 2026');
    expect(nameOfPeriod('2026-03-15', '2026-04-14')).toBe('15 March 2026 to 14 April 2026');
  });

  it('never cross, whatever the cadence: each opens, is due, frozen, published and heard in that order, after the one before', () => {
    fc.assert(
      fc.property(anyRule(fc.constantFrom('month', 'two_months', 'quarter', 'board')), fc.array(day, { maxLength: 20 }), day, (any, meetings, today) => {
        const cycles = nextCycles(any, meetings, { today, last: null, count: 6 });
        cycles.forEach((one, at) => {
          expect(one.periodFrom <= one.periodTo && one.opensOn <= one.dueOn && one.dueOn <= one.freezesOn && one.freezesOn <= one.publishesOn && one.dueOn < one.escalatesOn && today <= one.publishesOn).toBe(true);
          if (one.meetsOn) expect(one.publishesOn < one.meetsOn).toBe(true);
          const before = cycles[at - 1];
          if (before) expect([before.freezesOn < one.opensOn, before.periodTo < one.periodFrom]).toEqual([true, true]);
          expect(checkDates(one, { before: before ?? null, after: cycles[at + 1] ?? null, isOpen: false, wasOpensOn: one.opensOn })).toEqual([]);
        });
      }),
    );
  });

  it('leave no day to two reports when they go on from one that is there, and open once it is frozen', () => {
    fc.assert(
      fc.property(anyRule(fc.constantFrom('month', 'quarter', 'board')), fc.array(day, { maxLength: 20 }), day, day, day, (any, meetings, today, periodTo, freezesOn) => {
        for (const one of nextCycles(any, meetings, { today, last: { periodTo, freezesOn }, count: 3 })) expect([one.periodFrom > periodTo, one.opensOn > freezesOn]).toEqual([true, true]);
      }),
    );
    // A board's report goes on from the last one, also where its own cadence would begin earlier.
    expect(nextCycles({ ...rule, every: 'board' }, ['2026-06-11'], { ...from, last: { periodTo: '2026-03-02', freezesOn: '2026-03-02' } })).toMatchObject([{ periodFrom: '2026-03-03', periodTo: '2026-06-01' }]);
  });

  it('refuse dates that cross, at the field that crosses', () => {
    const days = { opensOn: '2026-02-11', dueOn: '2026-02-25', freezesOn: '2026-03-02', publishesOn: '2026-03-04', meetsOn: '2026-03-12' };
    const said = (more: Partial<typeof days>, isOpen = false) =>
      checkDates({ ...days, ...more }, { before: { name: 'January', freezesOn: '2026-02-03' }, after: { name: 'June', opensOn: '2026-05-20' }, isOpen, wasOpensOn: days.opensOn }).map((one) => one.field);
    expect(said({})).toEqual([]);
    expect(said({ opensOn: '2026-02-03' })).toEqual(['opensOn']);
    expect(said({ opensOn: '2026-02-12' }, true)).toEqual(['opensOn']);
    expect(said({ dueOn: '2026-02-10' })).toEqual(['dueOn']);
    expect(said({ freezesOn: '2026-02-24' })).toEqual(['freezesOn']);
    expect(said({ freezesOn: '2026-05-20', publishesOn: '2026-05-20', meetsOn: '2026-05-21' })).toEqual(['freezesOn']);
    expect(said({ publishesOn: '2026-03-01' })).toEqual(['publishesOn']);
    expect(said({ publishesOn: '2026-03-12' })).toEqual(['publishesOn']);
  });

  it('need a board when they follow one, and a day that every month has when they do not', () => {
    expect(checkCadence({ ...rule, every: 'board' })).toMatchObject([{ field: 'boardId' }]);
    expect(checkCadence({ ...rule, startsOn: '2026-01-29' })).toMatchObject([{ field: 'startsOn' }]);
    expect(checkCadence(rule)).toEqual([]);
  });

  it('remind when they open, before and on the due day and each working day after it, and never on a weekend', () => {
    const days = { opensOn: '2026-02-11', dueOn: '2026-02-25' };
    const on = Array.from({ length: 24 }, (_, nth) => dayAfter('2026-02-09', nth)).filter((one) => remindsOn(days, one));
    expect(on).toEqual(['2026-02-11', '2026-02-18', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-03-02', '2026-03-03', '2026-03-04']);
    // It opens on a Sunday: the mail comes on Monday.
    expect(remindsOn({ opensOn: '2026-02-15', dueOn: '2026-03-02' }, '2026-02-16')).toBe(true);
    fc.assert(fc.property(day, day, day, (opensOn, dueOn, today) => !remindsOn({ opensOn, dueOn }, today) || isWorkingDay(today)));
  });
});
