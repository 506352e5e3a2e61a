import { checkOutline, checkPublication, gridOf, slugOf } from './frameworks';

const asks = ['Safe?', 'Caring?'];
const domain = (title: string, criteria: readonly string[]) => ({ title, criteria: [...criteria] });
const flat = (domains: readonly { readonly title: string; readonly criteria: readonly string[] }[]) => domains.flatMap((one) => one.criteria.map((title) => ({ domain: one.title, title })));

describe('a framework', () => {
  it('may ask the same question under two domains, but not twice under one, nor have two domains of one name', () => {
    expect(checkOutline([domain('Home', asks), domain('Crisis', asks)])).toEqual([]);
    expect(checkOutline([domain('Home', ['Safe?', 'safe?']), domain('home', [])]).map((one) => one.field)).toEqual(['domains.1.title', 'domains.0.criteria.1']);
  });

  it('is not published with scores and nothing to score', () => {
    const scoring = { levels: [{ score: 0, says: 'No' }, { score: 1, says: 'Yes' }], methods: [{ code: 'a', title: 'A', source: 'x', parts: [], partBands: [], bands: [{ from: 0, to: 100, word: 'All' }] }] };
    expect(checkPublication({ domains: [], scoring, clock: [] }).map((one) => one.field)).toEqual(['domains']);
    expect(checkPublication({ domains: [domain('Home', asks)], scoring, clock: [] })).toEqual([]);
    expect(checkPublication({ domains: [], scoring: null, clock: [] })).toEqual([]);
  });

  it('is drawn as a grid where domains ask the same, and as lists where they do not', () => {
    const grid = gridOf(flat([domain('Home', asks), domain('Crisis', asks), domain('Well led', ['Governance'])]));
    expect(grid.columns).toEqual(asks);
    expect(grid.rows.map((row) => [row.domain, ...row.cells.map((one) => one.title)])).toEqual([['Home', ...asks], ['Crisis', ...asks]]);
    expect(grid.others.map((one) => one.domain)).toEqual(['Well led']);
    expect(gridOf(flat([domain('Home', asks), domain('Well led', ['Governance'])]))).toMatchObject({ columns: [], rows: [], others: [{ domain: 'Home' }, { domain: 'Well led' }] });
  });

  it.each([['Our own review', 'our-own-review'], ['2026: Été', 'ete'], ['!!', '']])('is called %s and known as “%s”', (title, slug) => expect(slugOf(title)).toBe(slug));
});
