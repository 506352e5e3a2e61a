import fc from 'fast-check';
import { type Climbed, ladders, type Leads } from './ladder';

const action = (id: string, more: Partial<Climbed> = {}): Climbed => ({ id, ref: id, horizon: 'quick_win', status: 'on_track', dueOn: '2027-01-31', overdue: false, ...more });
const lead = (pair: string): Leads => ({ firstId: pair[0] ?? '', thenId: pair[1] ?? '', kind: 'enables' });

describe('ladders', () => {
  it('stand under each deep-rooted action, with the rungs in the order in which they are climbed', () => {
    const [one, ...others] = ladders(
      [action('d', { horizon: 'deep_rooted' }), action('a', { dueOn: '2026-12-31' }), action('b'), action('c', { horizon: 'medium' })],
      ['ac', 'bc', 'cd', 'ad'].map(lead),
    );
    expect(others).toEqual([]);
    expect(one?.top.id).toBe('d');
    expect(one?.rungs.map(({ action: { id }, level, opens }) => [id, level, opens.map((other) => other.id).join('')])).toEqual([['a', 1, 'cd'], ['b', 1, 'c'], ['c', 2, 'd']]);
  });

  it('let one action stand on several, and end where nothing deep-rooted comes', () => {
    const all = ladders([action('a'), action('b', { horizon: 'deep_rooted' }), action('c', { horizon: 'deep_rooted' }), action('e', { horizon: 'medium' }), action('x')], ['ab', 'ac', 'bc', 'ae'].map(lead));
    expect(all.map(({ top, rungs }) => `${top.id}: ${rungs.map((rung) => rung.action.id).join('')}`)).toEqual(['b: a', 'c: ab', 'e: a']);
  });

  it('show late rungs first and say what is done, late, or due after what it opens', () => {
    const top = action('d', { horizon: 'deep_rooted', dueOn: '2027-06-30' });
    const calm = action('t', { horizon: 'deep_rooted', ref: '1' });
    const [first, second] = ladders([calm, action('q'), top, action('a', { status: 'complete', overdue: false }), action('b', { overdue: true }), action('c', { dueOn: '2027-07-31' }), action('e', { dueOn: null })], ['qt', 'ad', 'bd', 'cd', 'ed'].map(lead));
    expect(first?.top.id).toBe('d');
    expect(Object.fromEntries((first?.rungs ?? []).map((rung) => [rung.action.id, rung.state]))).toEqual({ a: 'done', b: 'late', c: 'after', e: 'to_come' });
    expect([first?.done, first?.late.map((rung) => rung.action.id), second?.late]).toEqual([1, ['b'], []]);
  });

  it('set every rung lower than what it opens, and lose none', () => {
    const letters = 'abcdefghij'.split('');
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)).map(([from, more]) => `${letters[from]}${letters[Math.min(9, from + 1 + more)]}`), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, fc.subarray(letters), (said, deep) => {
        const all = ladders(letters.map((id) => action(id, deep.includes(id) ? { horizon: 'deep_rooted' } : {})), said.map(lead));
        for (const { top, rungs, links, levels } of all) {
          const level = new Map([[top.id, levels + 1], ...rungs.map((rung) => [rung.action.id, rung.level] as const)]);
          for (const { firstId, thenId } of links) expect(level.get(firstId) ?? 0).toBeLessThan(level.get(thenId) ?? 0);
          expect(Math.min(...level.values())).toBe(1);
        }
        const standing = new Set(all.flatMap(({ top, rungs }) => [top.id, ...rungs.map((rung) => rung.action.id)]));
        for (const pair of said) for (const id of pair) expect(standing).toContain(id);
      }),
    );
  });
});
