import fc from 'fast-check';
import { dayAfter, daysBetween, weekday } from './calendar';
import { checkDaysSaid, lastWeekOf, plannedIn } from './days-checks';
import type { LoadWork } from './load-pieces';
import { type Giver, givenBy, usualProductiveTime } from './supply';

const monday = '2027-02-01';
const giver: Giver = { patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent: 50, state: 'confirmed' }], expectedOn: null, fundedUntil: null };
const work = (minutes: number, more: Partial<LoadWork> = {}): LoadWork => ({
  id: 'A', startOn: null, dueOn: '2027-02-12', organisationId: null, left: minutes, milestones: [],
  lines: [{ purpose: 'deliver', skillId: null, level: null, organisationId: null, likely: minutes, shape: 'even', milestone: null, parts: [{ personId: 'ann', organisationId: null, minutes }] }], ...more,
});
const planned = (all: readonly LoadWork[], one: Giver | undefined = giver): number => plannedIn(monday, 'ann', all, one, usualProductiveTime);

describe('the weekly check', () => {
  it('is of the last whole week, from Monday to Sunday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
        const today = dayAfter('2020-01-01', days);
        const week = lastWeekOf(today);
        expect(weekday(week)).toBe(0);
        expect(daysBetween(week, today)).toBeGreaterThanOrEqual(7);
        expect(daysBetween(week, today)).toBeLessThan(14);
      }),
    );
  });

  it('knows what the plan had in the week, and no more than could be given', () => {
    // Ten working days, of which the week has five.
    expect(planned([work(1_000)])).toBe(500);
    expect(planned([work(1_000, { startOn: '2027-02-08' })])).toBe(0);
    const given = givenBy(giver, usualProductiveTime, { from: monday, to: '2027-02-07' }).reduce<number>((sum, one) => sum + (one ?? 0), 0);
    expect(planned([work(9_000, { dueOn: '2026-12-01' })])).toBe(given);
    expect(planned([work(1_000)], { ...giver, patterns: [] })).toBe(500);
    expect(plannedIn(monday, 'ben', [work(1_000)], giver, usualProductiveTime)).toBe(0);
  });

  it('takes one answer, of that week, in which less is less and more is more', () => {
    const today = '2027-02-10';
    const says = (answer: 'as_planned' | 'less' | 'more', minutes?: number, week = monday): string | undefined => checkDaysSaid({ week, answer, ...(minutes === undefined ? {} : { minutes }) }, 900, today)[0]?.message;
    expect([says('as_planned'), says('less', 450), says('less', 0), says('more', 901)]).toEqual([undefined, undefined, undefined, undefined]);
    expect(says('as_planned', 450)).toContain('as many as were planned');
    expect(says('less', 900)).toContain('fewer');
    expect(says('more', 900)).toContain('more days');
    expect(says('less')).toContain('how many');
    expect(says('as_planned', undefined, '2027-01-25')).toContain('last week');
    expect(says('as_planned', undefined, '2027-02-08')).toContain('last week');
  });
});
