import fc from 'fast-check';
import { monthsAfter } from './calendar';
import { checkClock, checkClockEntry, reviewClock, ruleSays } from './clock';

const rule = (code: string, after: string, months: number, latestMonths: number | null = null) => ({ code, title: code[0]?.toUpperCase() + code.slice(1), after, months, latestMonths, source: 'x' });
const system = [rule('summit', 'report', 1), rule('plan', 'summit', 1), rule('follow-up', 'report', 12)];
const peers = [rule('plan', 'fieldwork', 3, 5), rule('progress', 'fieldwork', 10), rule('published', 'fieldwork', 12)];
const dates = { fieldworkFrom: '2026-01-19', fieldworkTo: '2026-01-30', publishedOn: '2026-03-31' };
const due = (steps: ReturnType<typeof reviewClock>): (string | null)[] => steps.map((one) => one.dueOn);

describe('months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-12', 12, '2027-05-12'],
    ['2026-05-12', 0, '2026-05-12'],
  ])('%s and %d months are %s', (day, months, then) => expect(monthsAfter(day, months)).toBe(then));

  it('never skip a month, and never go back', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.nat(60), (start, months) => {
      const [year = 0, month = 0] = start.split('-').map(Number);
      const then = monthsAfter(start, months);
      expect(then.slice(0, 7)).toBe(new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7));
      expect(then <= monthsAfter(start, months + 1)).toBe(true);
    }));
  });
});

describe('the clock of a review', () => {
  it('counts from the report, and a step from the one before it', () => {
    expect(due(reviewClock(system, dates, [], '2026-04-01'))).toEqual(['2026-04-30', '2026-05-30', '2027-03-31']);
  });

  it('counts on from the day a step was really done, or was moved to', () => {
    expect(due(reviewClock(system, dates, [{ step: 'summit', movedTo: null, doneOn: '2026-05-12' }], '2026-05-20'))[1]).toBe('2026-06-12');
    expect(due(reviewClock(system, dates, [{ step: 'summit', movedTo: '2026-06-01', doneOn: null }], '2026-05-20')).slice(0, 2)).toEqual(['2026-06-01', '2026-07-01']);
  });

  it.each([
    ['2026-04-30', 'ahead'],
    ['2026-05-01', 'due'],
    ['2026-06-30', 'due'],
    ['2026-07-01', 'late'],
  ])('on %s a plan due within three months, five at the latest, is %s', (today, state) => {
    expect(reviewClock(peers, dates, [], today)[0]).toMatchObject({ dueOn: '2026-04-30', latestOn: '2026-06-30', state });
  });

  it('is unknown until its first day is, done when it is done, and late by its moved date', () => {
    expect(reviewClock(system, {}, [], '2026-04-01').map((one) => one.state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(reviewClock(peers, dates, [{ step: 'plan', movedTo: '2026-08-01', doneOn: null }], '2026-07-20')[0]).toMatchObject({ state: 'ahead', ruleOn: '2026-04-30', latestOn: null });
    expect(reviewClock(peers, dates, [{ step: 'plan', movedTo: null, doneOn: '2026-09-01' }], '2026-12-01')[0]).toMatchObject({ state: 'done', dueOn: '2026-04-30' });
  });

  it('says each rule in words', () => {
    expect(peers.map((one) => ruleSays(one, peers))).toEqual(['3 months after the fieldwork, 5 at the latest', '10 months after the fieldwork', '12 months after the fieldwork']);
    expect(ruleSays(rule('plan', 'summit', 1), system)).toBe('1 month after “Summit”');
  });

  it('refuses rules that cannot be worked out', () => {
    expect(checkClock([...system, ...peers.slice(1)])).toEqual([]);
    const wrong = [rule('plan', 'summit', 1), rule('summit', 'report', 1), rule('plan', 'report', 4, 3), rule('report', 'report', 0)];
    expect(checkClock(wrong).map((one) => one.field)).toEqual(['clock.0.after', 'clock.2.code', 'clock.2.latestMonths', 'clock.3.code']);
  });

  it('refuses a move without a reason and a deed done tomorrow', () => {
    expect(checkClockEntry({ kind: 'due', on: '2026-05-01' }, '2026-04-01').map((one) => one.field)).toEqual(['reason']);
    expect(checkClockEntry({ kind: 'done', on: '2026-04-02' }, '2026-04-01').map((one) => one.field)).toEqual(['on']);
    expect(checkClockEntry({ kind: 'done', on: '2026-04-01' }, '2026-04-01')).toEqual([]);
    expect(checkClockEntry({ kind: 'due', on: null, reason: 'As the framework has it after all' }, '2026-04-01')).toEqual([]);
  });
});
