import { deeds, type HistoryItem, roles } from '@followthrough/contracts';
import fc from 'fast-check';
import { access, may } from './access';
import { dayAfter } from './calendar';
import { checkHistorySpan, gathered, ONE_SITTING } from './history';

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

describe('edits that one person makes in one sitting', () => {
  const NOON = Date.parse('2026-11-22T12:00:00Z');
  const edit = (minutes: number, more: Partial<HistoryItem> = {}): HistoryItem => ({ position: minutes, rowId: 'a', at: new Date(NOON + minutes * 60_000).toISOString(), by: 'Ann', kind: 'action', change: 'changed', thing: null, fields: [{ field: 'title', before: [`title ${minutes}`], after: ['now'], hidden: null }], why: null, requestId: null, sealed: true, ...more });
  const newestFirst = (items: readonly HistoryItem[]) => [...items].reverse();

  it.each([['ten minutes apart', 10, 1], ['a little more than that apart', 10.02, 2], ['at once', 0, 1]])('%s', (_, minutes, many) => {
    expect(gathered([edit(minutes), edit(0)])).toHaveLength(many);
  });

  it.each<[string, Partial<HistoryItem>]>([['of another thing', { rowId: 'b' }], ['of somebody else', { by: 'Ben' }], ['of nobody', { by: null }], ['that add it', { change: 'added' }], ['that take it away', { change: 'removed' }]])('leave apart those %s', (_, more) => {
    expect(gathered([edit(3), edit(1, more)])).toHaveLength(2);
  });

  it('end where somebody else edits the same thing', () => {
    expect(gathered([edit(3), edit(2, { by: 'Ben' }), edit(1)]).map((one) => one.edits)).toEqual([1, 1, 1]);
    expect(gathered([edit(3), edit(2, { by: 'Ben', rowId: 'b' }), edit(1)]).map((one) => one.edits)).toEqual([2, 1]);
  });

  it('say what stood before the first and after the last, and why, and nothing of what is as it was', () => {
    const typed = (minutes: number, field: string, before: string, after: string, why: string | null) => edit(minutes, { fields: [{ field, before: [before], after: [after], hidden: null }], why });
    const [one] = gathered(newestFirst([typed(0, 'title', 'A', 'B', 'Plainer'), typed(4, 'theme', 'Flow', 'Home', null), typed(8, 'title', 'B', 'C', 'Plainer'), typed(12, 'theme', 'Home', 'Flow', 'It was right')]));
    expect(one).toMatchObject({ edits: 4, position: 12, why: 'Plainer\nIt was right', fields: [{ field: 'title', before: ['A'], after: ['C'] }] });
    expect(gathered(newestFirst([typed(0, 'title', 'A', 'B', null), typed(4, 'title', 'B', 'A', null)]))).toMatchObject([{ edits: 2, fields: [] }]);
  });

  it('lose no edit of whatever else there is, and stand in order', () => {
    const some = fc.record({ minutes: fc.integer({ min: 0, max: 200 }), rowId: fc.constantFrom('a', 'b'), by: fc.constantFrom('Ann', 'Ben', null) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (all) => {
        const items = all.sort((one, other) => other.minutes - one.minutes).map(({ minutes, ...more }, at) => edit(minutes, { ...more, position: 100 - at }));
        const told = gathered(items);
        expect(told.reduce((sum, one) => sum + one.edits, 0)).toBe(items.length);
        expect(told.map((one) => one.position)).toEqual([...told].map((one) => one.position).sort((one, other) => other - one));
        for (const rowId of ['a', 'b'])
          told.filter((one) => one.rowId === rowId).forEach((one, at, of) => {
            const earlier = of[at + 1];
            if (earlier?.by === one.by && one.by !== null && one.edits === 1) expect(Date.parse(one.at) - Date.parse(earlier.at)).toBeGreaterThan(ONE_SITTING);
          });
      }),
    );
  });
});
