import fc from 'fast-check';
import { dayAfter } from './calendar';
import { type Chained, criticalChain } from './critical-chain';
import type { Leads } from './ladder';

const day = (n: number): string => dayAfter('2027-01-01', n);
const action = (id: string, due: number | null, isOpen = true): Chained => ({ id, ref: id, isOpen, dueOn: due === null ? null : day(due) });
const blocks = (firstId: string, thenId: string): Leads => ({ firstId, thenId, kind: 'blocks' });
const enables = (firstId: string, thenId: string): Leads => ({ firstId, thenId, kind: 'enables' });
const said = (actions: readonly Chained[], links: readonly Leads[]): string => criticalChain(actions, links).map((one) => one.id).join(' ');

describe('the critical chain', () => {
  it('leads to what is due last, by the longest way', () => {
    const actions = [action('1', 5), action('2', 10), action('3', 20), action('4', 30), action('9', 99)];
    expect(said(actions, [blocks('1', '2'), blocks('2', '4'), blocks('3', '4')])).toBe('1 2 4');
    // What is due last of all waits for nothing.
    expect(said(actions, [blocks('1', '2'), blocks('2', '3'), blocks('3', '4')])).toBe('1 2 3 4');
    expect(said(actions, [blocks('1', '2'), blocks('2', '3'), blocks('4', '9')])).toBe('4 9');
  });

  it('is the tighter of two that are equally long, and then the first by ref', () => {
    expect(said([action('1', 5), action('2', 25), action('3', 30)], [blocks('1', '3'), blocks('2', '3')])).toBe('2 3');
    expect(said([action('10', 5), action('9', 5), action('11', 30)], [blocks('10', '11'), blocks('9', '11')])).toBe('9 11');
  });

  it('goes through what has no date, and over nothing that is over or only helps', () => {
    expect(said([action('1', 5), action('2', null), action('3', 30)], [blocks('1', '2'), blocks('2', '3')])).toBe('1 2 3');
    expect(said([action('1', 5), action('2', 9, false), action('3', 30)], [blocks('1', '2'), blocks('2', '3')])).toBe('');
    expect(said([action('1', 5), action('2', 9), action('3', 30)], [enables('1', '2'), blocks('2', '3')])).toBe('2 3');
    expect(said([action('1', 5), action('2', null)], [blocks('1', '2')])).toBe('');
  });

  // Links go from a lower number to a higher one, so there is no circle.
  const plans = fc
    .record({
      dues: fc.array(fc.option(fc.nat(20), { freq: 6 }), { minLength: 2, maxLength: 8 }),
      done: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 16 }),
    })
    .map(({ dues, done, pairs }) => ({
      actions: dues.map((due, n) => action(String(n), due, !(done[n] && n % 3 === 0))),
      links: pairs.filter(([a, b]) => a < b && b < dues.length).map(([a, b, hard]) => (hard || (a + b) % 2 === 0 ? blocks : enables)(String(a), String(b))),
    }));
  /** Every way there is, by trying. */
  const waysOf = (actions: readonly Chained[], links: readonly Leads[]): readonly (readonly Chained[])[] => {
    const open = actions.filter((one) => one.isOpen);
    const onward = (way: readonly Chained[]): readonly (readonly Chained[])[] => [way, ...links.filter((one) => one.kind === 'blocks' && one.firstId === way.at(-1)?.id).flatMap(({ thenId }) => open.filter((one) => one.id === thenId).flatMap((one) => onward([...way, one])))];
    return open.flatMap((one) => onward([one])).filter((way) => way.length > 1 && way.at(-1)?.dueOn !== null);
  };

  it('is a way that there is, ends on the last day on which any ends, and none that ends there is longer', () => {
    fc.assert(
      fc.property(plans, ({ actions, links }) => {
        const chain = criticalChain(actions, links);
        const ways = waysOf(actions, links);
        const last = ways.map((way) => way.at(-1)?.dueOn ?? '').sort().at(-1);
        const longest = Math.max(0, ...ways.filter((way) => way.at(-1)?.dueOn === last).map((way) => way.length));
        expect(chain.length).toBe(longest);
        if (longest > 0) expect(ways).toContainEqual(chain);
        expect(chain.at(-1)?.dueOn).toBe(last);
      }),
    );
  });

  it('does not hang on the order in which things are told', () => {
    fc.assert(
      fc.property(plans, ({ actions, links }) => {
        expect(criticalChain(actions.toReversed(), links.toReversed())).toEqual(criticalChain(actions, links));
      }),
    );
  });

  it('is found in a plan of twenty thousand', () => {
    const actions = Array.from({ length: 20_000 }, (_, n) => action(String(n), n));
    expect(criticalChain(actions, actions.slice(1).map((one, n) => blocks(String(n), one.id)))).toHaveLength(20_000);
  });
});
