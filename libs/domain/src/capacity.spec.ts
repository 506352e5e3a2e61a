import fc from 'fast-check';
import { capacityBand, demandOverSupply, monthsFrom, spread } from './capacity';

const work = (more: object) => ({ organisationId: 'a', daysNeeded: 10, startOn: null, dueOn: '2026-12-31', ...more });
const date = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

describe('demand over supply', () => {
  it.each([
    [0, null, null, 'unknown'],
    [3, null, null, 'unknown'],
    [3, 0, null, 'unresourced'],
    [0, 0, null, 'spare'],
    [6.9, 10, 69, 'spare'],
    [7, 10, 70, 'healthy'],
    [8.4, 10, 84, 'healthy'],
    [8.5, 10, 85, 'tight'],
    [10, 10, 100, 'tight'],
    [10.1, 10, 101, 'over'],
  ] as const)('%d days over %p confirmed is %p per cent, %s', (needed, confirmed, percent, band) => {
    expect(capacityBand(needed, confirmed, percent)).toBe(band);
  });

  it('spreads evenly over the working days from today to the due date', () => {
    // Monday 23 November to Friday 4 December: six working days in November, four in December.
    expect([...spread(work({ dueOn: '2026-12-04' }), '2026-11-23')]).toEqual([['2026-11', 600], ['2026-12', 400]]);
  });

  it('begins at a later start, and puts overdue or weekend-only work in the month it would begin in', () => {
    expect([...spread(work({ startOn: '2026-12-01', dueOn: '2026-12-31' }), '2026-11-23')]).toEqual([['2026-12', 1000]]);
    expect([...spread(work({ dueOn: '2026-06-30' }), '2026-11-23')]).toEqual([['2026-11', 1000]]);
    expect([...spread(work({ startOn: '2026-11-28', dueOn: '2026-11-29' }), '2026-11-23')]).toEqual([['2026-11', 1000]]);
  });

  it('counts what is not estimated or undated beside, and asks nothing of it', () => {
    const [one] = demandOverSupply([work({ daysNeeded: null }), work({ dueOn: null }), work({ daysNeeded: 0 })], [], '2026-11-23');
    expect(one).toMatchObject({ notEstimated: 1, undated: 1 });
    expect(one?.months.every((month) => month.needed === 0 && month.band === 'unknown')).toBe(true);
  });

  it('shows whole per cents, half up, judged as they are shown', () => {
    const [one] = demandOverSupply([work({ daysNeeded: 10.1, dueOn: '2026-11-30' })], [{ organisationId: 'a', month: '2026-11', days: 20 }], '2026-11-23');
    expect(one?.months[0]).toEqual({ month: '2026-11', needed: 10.1, confirmed: 20, percent: 51, band: 'spare' });
  });

  it('lists months in order over a year end', () => {
    expect(monthsFrom('2026-11-30', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('never loses or adds a hundredth of a day', () => {
    fc.assert(
      fc.property(date, fc.option(date, { nil: null }), date, fc.integer({ min: 1, max: 9999 }), (today, startOn, dueOn, tenths) => {
        const shares = [...spread({ organisationId: 'a', daysNeeded: tenths / 10, startOn, dueOn }, today).values()];
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(tenths * 10);
        expect(shares.every((share) => share > 0)).toBe(true);
      }),
    );
  });
});
