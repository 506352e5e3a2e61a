import fc from 'fast-check';
import { type ActionDates, isDateUnresolved, moveDue, setDue } from './actions';
import { dayAfter } from './calendar';

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => dayAfter('2024-01-01', days));
const optional = fc.option(day, { nil: null });
const dates: fc.Arbitrary<ActionDates> = fc.record({ startOn: optional, baselineDueOn: optional, dueOn: optional, dueText: fc.option(fc.constant('Ongoing'), { nil: null }), dueTextKept: fc.boolean() });

describe('a due date', () => {
  it('given for the first time is the baseline, and a baseline that is there never changes', () => {
    fc.assert(
      fc.property(dates, day, (now, dueOn) => {
        const { next } = setDue(now, { dueOn });
        if (!next) return;
        expect(now.dueOn).toBeNull();
        expect(next).toMatchObject({ dueOn, baselineDueOn: now.baselineDueOn ?? dueOn, dueText: null });
      }),
    );
  });

  it('moves from where it is to somewhere else, never before the start', () => {
    fc.assert(
      fc.property(dates, optional, (now, dueOn) => {
        const { next } = moveDue(now, { dueOn, reason: 'capacity', agreedBy: 'Board' });
        if (!next) return;
        expect(next).toEqual({ fromOn: now.dueOn, toOn: dueOn });
        expect(next.fromOn).not.toBe(next.toOn);
        if (now.startOn && next.toOn) expect(now.startOn <= next.toOn).toBe(true);
      }),
    );
  });

  it('that is text waits to be resolved until there is a date or somebody keeps the text', () => {
    const ongoing: ActionDates = { startOn: null, baselineDueOn: null, dueOn: null, dueText: 'Ongoing', dueTextKept: false };
    expect(isDateUnresolved(ongoing)).toBe(true);
    expect(isDateUnresolved({ ...ongoing, ...setDue(ongoing, { keepText: true }).next })).toBe(false);
    expect(isDateUnresolved({ ...ongoing, ...setDue(ongoing, { dueOn: '2027-03-31' }).next })).toBe(false);
    expect(setDue(ongoing, {}).refused).toMatchObject([{ field: 'dueOn' }]);
    expect(setDue(ongoing, { dueOn: '2027-03-31', keepText: true }).refused).toMatchObject([{ field: 'keepText' }]);
    expect(setDue({ ...ongoing, dueText: null }, { keepText: true }).refused).toMatchObject([{ field: 'keepText' }]);
    expect(moveDue(ongoing, { dueOn: '2027-03-31', reason: 'scope', agreedBy: 'Board' }).refused).toMatchObject([{ field: 'dueOn' }]);
  });
});
