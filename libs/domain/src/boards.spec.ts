import fc from 'fast-check';
import { checkRetiring } from './boards';

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10));

describe('retiring a board', () => {
  it('is refused exactly when a plan reports to it or the day is still to come', () => {
    fc.assert(
      fc.property(fc.option(day, { nil: null }), fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }), day, (retiredOn, plans, today) => {
        const found = checkRetiring(retiredOn, plans, today);
        expect(found.length > 0).toBe(retiredOn !== null && (retiredOn > today || plans.length > 0));
        for (const one of found) expect(one).toMatchObject({ field: 'retiredOn', code: 'rule' });
      }),
    );
  });

  it.each([
    [['Home sooner'], '“Home sooner” still reports to it: let it report elsewhere first'],
    [['Home sooner', 'Living well'], '“Home sooner” and another plan still report to it: let them report elsewhere first'],
    [['Home sooner', 'Living well', 'One team'], '“Home sooner” and 2 other plans still report to it: let them report elsewhere first'],
  ])('names what reports to it: %j', (plans, says) => {
    expect(checkRetiring('2026-11-01', plans, '2026-11-22')[0]?.message).toBe(says);
  });
});
