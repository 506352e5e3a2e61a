import type { TimelineAction } from '@followthrough/contracts';
import { dayAfter } from '@followthrough/domain';
import fc from 'fast-check';
import { axisOf, endOf, scales, xOf } from './axis';
import { firstBelow, HEADING, linesOf, ROW, type Row } from './lines';
import { drawnOf, noteOf, waysOf } from './picture';

const today = '2026-11-22';
const day = (n: number): string => dayAfter(today, n);
const action = (ref: string, more: Partial<TimelineAction> = {}): TimelineAction => ({ id: ref, planId: 'p', ref, title: `Action ${ref}`, horizon: 'medium', status: 'on_track', startOn: null, startText: null, baselineDueOn: more.dueOn ?? null, dueOn: null, dueText: null, ownerName: null, isOpen: true, disposition: null, overdue: false, moves: 0, milestones: [], group: null, ...more });
const rows = (actions: readonly TimelineAction[]): readonly Row[] => linesOf(actions, null, '').lines.filter((line) => line.kind === 'row');
const axis = axisOf('months', { firstOn: day(-400), lastOn: day(400), today });
const drawn = (...actions: readonly TimelineAction[]) => rows(actions).map((row) => drawnOf(row, axis, today));

describe('the picture of the timeline', () => {
  it('says beside a bar what it is late by, how far it moved, or the plan’s own words', () => {
    expect(noteOf(action('1', { dueOn: day(-3), overdue: true }), today)).toBe('3 days late');
    expect(noteOf(action('1', { dueOn: day(9), baselineDueOn: day(8) }), today)).toBe('1 day later than planned');
    expect(noteOf(action('1', { dueOn: day(9), baselineDueOn: day(11) }), today)).toBe('2 days earlier than planned');
    expect(noteOf(action('1', { dueOn: day(9) }), today)).toBe('');
    expect(noteOf(action('1', { dueOn: day(-3), isOpen: false, disposition: 'stopped' }), today)).toBe('Stopped');
    expect([noteOf(action('1', { dueText: 'Ongoing' }), today), noteOf(action('1'), today)]).toEqual(['“Ongoing”', 'no date']);
  });

  it('draws a bar from the start to the end of the due day, what was planned under it, and what is late after it', () => {
    const [one, open, none, begun] = drawn(action('1', { startOn: day(-30), dueOn: day(-5), baselineDueOn: day(-10), overdue: true }), action('2', { dueOn: day(20) }), action('3', { dueText: 'Ongoing' }), action('4', { startOn: day(-9) }));
    expect(one?.bar).toEqual({ x: xOf(axis, day(-30)), width: endOf(axis, day(-5)) - xOf(axis, day(-30)), isOpen: false, look: 'open' });
    expect(one?.ghost).toEqual({ x: one?.bar?.x, width: endOf(axis, day(-10)) - xOf(axis, day(-30)) });
    expect(one?.late).toEqual({ x: endOf(axis, day(-5)), width: 5 * axis.dayWidth });
    expect([open?.bar?.isOpen, open?.ghost, none?.bar, begun?.bar?.isOpen, begun?.bar?.x]).toEqual([true, null, null, true, xOf(axis, day(-9))]);
  });

  it('leads a way to the row that waits: to its start, onto it, or to an end that comes too early', () => {
    const link = { firstId: '1', thenId: '2', kind: 'blocks' as const };
    const way = (then: Partial<TimelineAction>) => waysOf([link], drawn(action('1', { startOn: day(0), dueOn: day(10) }), action('2', then)))[0];
    const [later, meanwhile, early] = [way({ startOn: day(40), dueOn: day(60) }), way({ startOn: day(5), dueOn: day(30) }), way({ startOn: day(-30), dueOn: day(4) })];
    expect([later?.isBroken, meanwhile?.isBroken, early?.isBroken]).toEqual([false, false, true]);
    expect(later?.path).toContain(`H${xOf(axis, day(40)) - 7}`);
    expect(meanwhile?.path.match(/H/g)).toHaveLength(1);
    expect(early?.path).toContain(`H${endOf(axis, day(4)) + 7}`);
    expect(way({ startOn: day(-30), dueText: 'Ongoing' })?.path.match(/H/g)).toHaveLength(1);
    expect(waysOf([link, { ...link, thenId: 'elsewhere' }], drawn(action('1'), action('2', { dueOn: day(3) })))).toEqual([]);
  });

  const actions = fc.array(fc.record({ start: fc.option(fc.integer({ min: -300, max: 300 })), due: fc.option(fc.integer({ min: -300, max: 300 }), { freq: 6 }), planned: fc.integer({ min: -300, max: 300 }), milestones: fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 4 }), group: fc.constantFrom('a', 'b', null) }), { minLength: 1, maxLength: 30 }).map((all) =>
    all
      .toSorted((a, b) => (a.group ?? 'z').localeCompare(b.group ?? 'z'))
      .map((one, n) => action(String(n), { group: one.group, startOn: one.start === null ? null : day(one.start), dueOn: one.due === null ? null : day(one.due), baselineDueOn: one.due === null ? null : day(one.planned), overdue: one.due !== null && one.due < 0, milestones: one.milestones.map((due, k) => ({ id: `${n} ${k}`, title: 'M', baselineOn: day(due), dueOn: day(due), doneOn: null, isLate: due < 0 })) })),
  );

  it('keeps all of a row on the picture, and its note clear of all that the row draws', () => {
    fc.assert(
      fc.property(actions, fc.constantFrom(...scales), (all, scale) => {
        const days = axisOf(scale, { firstOn: day(-300), lastOn: day(300), today });
        for (const one of rows(all).map((row) => drawnOf(row, days, today))) {
          const right = Math.max(0, ...[one.bar, one.late, one.ghost].map((part) => (part ? part.x + part.width : 0)), ...one.milestones.map(({ x }) => x + 7));
          expect(Math.min(...[one.bar, one.late, one.ghost].map((part) => part?.x ?? 0), ...one.milestones.map(({ x }) => x - 7))).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThan(days.width);
          if (one.note) expect([one.note.x > right, one.note.x < days.width - 150]).toEqual([true, true]);
        }
      }),
    );
  });

  it('puts lines one under another under their headings, and finds the first in sight', () => {
    fc.assert(
      fc.property(actions, fc.nat(2_000), (all, place) => {
        const groups = [...new Set(all.map((one) => one.group))].map((key) => ({ key, label: key, count: all.filter((one) => one.group === key).length }));
        const { lines, height } = linesOf(all, groups, 'None');
        const bottom = (at: number): number => (lines[at]?.top ?? 0) + (lines[at]?.kind === 'row' ? ROW : HEADING);
        lines.forEach((line, at) => expect(line.top).toBe(at === 0 ? 0 : bottom(at - 1)));
        expect([height, lines.filter((line) => line.kind === 'heading').length]).toEqual([bottom(lines.length - 1), groups.length]);
        const first = firstBelow(lines, place);
        for (const line of lines.slice(0, first)) expect(line.top).toBeLessThan(place);
        for (const [at] of lines.slice(first).entries()) expect(bottom(first + at) + ROW).toBeGreaterThan(place);
      }),
    );
  });
});
