import { deeds, roles } from '@followthrough/contracts';
import fc from 'fast-check';
import { access, may } from './access';
import { dayAfter } from './calendar';
import { checkHistorySpan } from './history';

describe('the history', () => {
  it('takes any span of days that does not end before it begins, and any open one', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((n) => dayAfter('2020-01-01', n));
    fc.assert(fc.property(day, fc.nat({ max: 900 }), (from, n) => expect(checkHistorySpan({ from, to: dayAfter(from, n) })).toEqual([])));
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 900 }), (from, n) => expect(checkHistorySpan({ from, to: dayAfter(from, -n) })).toMatchObject([{ field: 'to' }])));
    fc.assert(fc.property(day, (one) => expect([checkHistorySpan({ from: one }), checkHistorySpan({ to: one }), checkHistorySpan({})]).toEqual([[], [], []])));
  });

  it('is read by those who keep the plan, the people and the summits of a locality, since it holds all of that', () => {
    expect(access['audit.read']).toEqual(['administrator', 'lead']);
    const held = deeds.filter((deed) => deed.endsWith('.read') || (deed.endsWith('.keep') && deed !== 'locality.keep'));
    for (const role of roles.filter((one) => may({ roles: [one] }, 'audit.read'))) expect(held.filter((deed) => !may({ roles: [role] }, deed))).toEqual([]);
  });
});
