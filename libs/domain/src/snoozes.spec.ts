import fc from 'fast-check';
import { dayAfter } from './calendar';
import { checkSnooze, latestSnooze, SNOOZE_DAYS } from './snoozes';

const today = '2026-11-22';
const day = fc.integer({ min: -40, max: 60 }).map((days) => dayAfter(today, days));

describe('putting something off', () => {
  it('ends within a fortnight, and never after its last day', () => {
    fc.assert(
      fc.property(day, fc.option(day), (untilOn, lastDay) => {
        if (checkSnooze(untilOn, lastDay, today).length > 0) return;
        expect(untilOn > today).toBe(true);
        expect(untilOn <= dayAfter(today, SNOOZE_DAYS)).toBe(true);
        if (lastDay !== null) expect(untilOn <= lastDay).toBe(true);
      }),
    );
  });

  it('can be until the day that is offered, and not until the one after', () => {
    fc.assert(
      fc.property(fc.option(day), (lastDay) => {
        const latest = latestSnooze(lastDay, today);
        if (latest === null) return expect(checkSnooze(dayAfter(today, 1), lastDay, today)).toMatchObject([{ field: 'untilOn' }]);
        expect(checkSnooze(latest, lastDay, today)).toEqual([]);
        expect(checkSnooze(dayAfter(latest, 1), lastDay, today)).toMatchObject([{ field: 'untilOn' }]);
      }),
    );
  });

  it.each([
    ['until today', today, null, 'after today'],
    ['once its day has come', '2026-11-25', today, 'any more'],
    ['for three weeks', '2026-12-13', null, '6 December 2026 at the latest'],
    ['past the day it is needed', '2026-11-27', '2026-11-26', '26 November 2026 at the latest'],
  ])('is refused %s', (_, untilOn, lastDay, says) => {
    expect(checkSnooze(untilOn, lastDay, today)).toMatchObject([{ field: 'untilOn', message: expect.stringContaining(says) }]);
  });
});
