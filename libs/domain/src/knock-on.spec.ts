import type { Status } from '@followthrough/contracts';
import fc from 'fast-check';
import { dayAfter } from './calendar';
import { type Dated, knockOn } from './knock-on';
import type { Leads } from './ladder';

const day = (n: number): string => dayAfter('2027-01-01', n);
const action = (id: string, due: number | null, status: Status = 'on_track'): Dated => ({ id, status, dueOn: due === null ? null : day(due) });
const blocks = (firstId: string, thenId: string): Leads => ({ firstId, thenId, kind: 'blocks' });
const enables = (firstId: string, thenId: string): Leads => ({ firstId, thenId, kind: 'enables' });
const said = ({ moves }: ReturnType<typeof knockOn<Dated>>) => moves.map((one) => `${one.action.id} +${one.days} after ${one.waitsFor.id}`);

describe('the knock-on of a move', () => {
  it('uses up the days between first, and then moves what has to wait', () => {
    const actions = [action('a', 10), action('b', 20), action('c', 22), action('d', 60)];
    const links = [blocks('a', 'b'), blocks('b', 'c'), blocks('c', 'd')];
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(20) }]))).toEqual([]);
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(25) }]))).toEqual(['b +5 after a', 'c +3 after b']);
  });

  it('stops at what is done, and goes through what has no date', () => {
    const links = [blocks('a', 'b'), blocks('b', 'c')];
    expect(said(knockOn([action('a', 1), action('b', 2, 'complete'), action('c', 3)], links, [{ id: 'a', toOn: day(9) }]))).toEqual([]);
    expect(said(knockOn([action('a', 1), action('b', null), action('c', 3)], links, [{ id: 'a', toOn: day(9) }]))).toEqual(['c +6 after b']);
    expect(said(knockOn([action('a', 1, 'embedded'), action('c', 3)], [blocks('a', 'c')], [{ id: 'a', toOn: day(9) }]))).toEqual([]);
  });

  it('says more softly what is only helped by it, and moves none of that', () => {
    const { moves, softly } = knockOn([action('a', 1), action('b', 2), action('c', 3), action('d', 4)], [blocks('a', 'b'), enables('b', 'c'), blocks('c', 'd')], [{ id: 'a', toOn: day(9) }]);
    expect(moves.map((one) => one.action.id)).toEqual(['b']);
    expect(softly.map((one) => [one.action.id, one.waitsFor.id, one.days])).toEqual([['c', 'b', 6]]);
  });

  it('of a milestone moves its own action only where it lies beyond its end', () => {
    const [actions, links] = [[action('a', 10), action('b', 12)], [blocks('a', 'b')]];
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(9), isOnTheWay: true }]))).toEqual([]);
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(15), isOnTheWay: true }]))).toEqual(['a +5 after a', 'b +3 after a']);
  });

  it('of several at once brings what waits for more than one to the latest of their days, and leaves those that move the day said for them', () => {
    const actions = [action('a', 10), action('b', 12), action('c', 20), action('d', 21), action('e', 22)];
    const links = [blocks('a', 'b'), blocks('a', 'c'), blocks('b', 'c'), blocks('c', 'd'), blocks('b', 'e')];
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(30) }, { id: 'b', toOn: day(25) }]))).toEqual(['c +10 after a', 'd +9 after c', 'e +3 after b']);
    expect(said(knockOn(actions, links, [{ id: 'a', toOn: day(30) }, { id: 'c', toOn: day(19) }]))).toEqual(['b +18 after a', 'e +8 after b']);
    expect(knockOn([action('a', 1), action('b', 2), action('c', 5)], [enables('a', 'c'), enables('b', 'c')], [{ id: 'a', toOn: day(7) }, { id: 'b', toOn: day(9) }]).softly).toMatchObject([{ waitsFor: { id: 'b' }, days: 4 }]);
  });

  it('ends where links go round in a circle', () => {
    expect(said(knockOn([action('a', 1), action('b', 2)], [blocks('a', 'b'), blocks('b', 'a')], [{ id: 'a', toOn: day(9) }]))).toEqual(['b +7 after a']);
  });

  // Links go from a lower number to a higher one, so there is no circle.
  const plans = fc
    .record({
      dues: fc.array(fc.option(fc.nat(60), { freq: 8 }), { minLength: 2, maxLength: 9 }),
      done: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 20 }),
      to: fc.nat(80),
    })
    .map(({ dues, done, pairs, to }) => ({
      actions: dues.map((due, n) => action(String(n), due, n > 0 && done[n] && n % 3 === 0 ? 'complete' : 'on_track')),
      links: pairs.filter(([a, b]) => a < b && b < dues.length).map(([a, b, hard]) => (hard ? blocks : enables)(String(a), String(b))),
      to: day(to),
    }));
  const moved = (actions: readonly Dated[], toOn: string, moves: readonly { readonly action: Dated; readonly toOn: string }[]): readonly Dated[] =>
    actions.map((one) => (one.id === '0' ? { ...one, dueOn: toOn } : { ...one, dueOn: moves.find((each) => each.action.id === one.id)?.toOn ?? one.dueOn }));

  it('moves nothing where nothing waits, or where the day is no later', () => {
    fc.assert(
      fc.property(plans, ({ actions, links, to }) => {
        expect(knockOn(actions, [], [{ id: '0', toOn: to }])).toEqual({ moves: [], softly: [] });
        expect(knockOn(actions, links, [{ id: '0', toOn: null }]).moves).toEqual([]);
        const due = actions[0]?.dueOn;
        if (due && to <= due) expect(knockOn(actions, links, [{ id: '0', toOn: to }]).moves).toEqual([]);
      }),
    );
  });

  it('is what is left to do: once it is done, nothing that waits for what moved is due before it, and nothing else follows', () => {
    fc.assert(
      fc.property(plans, ({ actions, links, to }) => {
        fc.pre(actions[0]?.dueOn !== undefined && (actions[0].dueOn === null || to > actions[0].dueOn));
        const { moves } = knockOn(actions, links, [{ id: '0', toOn: to }]);
        const after = moved(actions, to, moves);
        const went = new Set(['0', ...moves.map((one) => one.action.id)]);
        const due = (id: string) => after.find((one) => one.id === id);
        for (const { firstId, thenId, kind } of links) {
          const [first, then] = [due(firstId), due(thenId)];
          if (kind === 'blocks' && went.has(firstId) && first?.dueOn && then?.dueOn && then.status !== 'complete') expect(then.dueOn >= first.dueOn).toBe(true);
        }
        for (const one of moves) expect(one).toMatchObject({ toOn: to, days: expect.any(Number) as number });
        expect(moves.every((one) => one.days > 0 && one.fromOn < one.toOn)).toBe(true);
        // Nothing moves that did not have to: one by one, each is due before something that it waits for.
        for (const one of moves) expect(links.some((link) => link.kind === 'blocks' && link.thenId === one.action.id && (went.has(link.firstId) || due(link.firstId)?.dueOn === null))).toBe(true);
      }),
    );
  });

  it('only grows as the day is later, whatever the order in which things are told', () => {
    fc.assert(
      fc.property(plans, fc.nat(30), ({ actions, links, to }, more) => {
        const ids = (toOn: string, given = actions, by = links) => knockOn(given, by, [{ id: '0', toOn }]).moves.map((one) => one.action.id);
        const sooner = new Set(ids(to));
        const later = new Set(ids(dayAfter(to, more)));
        expect([...sooner].every((id) => later.has(id))).toBe(true);
        expect(ids(to, actions.toReversed(), links.toReversed()).toSorted()).toEqual([...sooner].toSorted());
      }),
    );
  });

  it('of several at once is what one gets who goes through the plan in its order, and what each alone does where only one moves', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.tuple(fc.nat(8), fc.nat(80)), { maxLength: 4 }), ({ actions, links }, to) => {
        const days = new Map(to.filter(([n]) => n < actions.length).map(([n, on]) => [String(n), day(on)]));
        const until = new Map<string, string>();
        for (const one of actions) {
          const own = days.get(one.id);
          const waits = links.flatMap(({ firstId, thenId, kind }) => (kind === 'blocks' && thenId === one.id ? [until.get(firstId) ?? ''] : []));
          const on = own ?? waits.toSorted().at(-1) ?? '';
          if (on !== '' && one.status !== 'complete' && (one.dueOn === null || one.dueOn < on)) until.set(one.id, on);
        }
        const expected = actions.flatMap((one) => (one.dueOn && !days.has(one.id) && until.has(one.id) ? [[one.id, until.get(one.id)]] : []));
        const moves = [...days].map(([id, toOn]) => ({ id, toOn }));
        const got = knockOn(actions, links, moves);
        expect(got.moves.map((one) => [one.action.id, one.toOn]).toSorted()).toEqual(expected.toSorted());
        expect(got.softly.every((one) => !days.has(one.action.id) && !until.has(one.action.id))).toBe(true);
        // In whatever order they are said.
        expect(knockOn(actions, links, moves.toReversed()).moves.map((one) => one.toOn)).toEqual(got.moves.map((one) => one.toOn));
      }),
    );
  });
});
