import { routes } from '@followthrough/contracts';
import { score } from '@followthrough/domain';
import { SHIPPED } from '../database/frameworks/shipped';
import { openStage, type Stage } from '../testing/stage';

describe('frameworks', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('gives a new locality the four that we ship, with where each comes from', async () => {
    const expert = await stage.person(['expert'], 'eastvale');
    const { items } = await expert.ask(routes.frameworks.list);
    expect(items.map((one) => `${one.title}: ${one.criteria.length}, ${one.provenance}`)).toEqual([
      'Corporate peer challenge: 5, based_on',
      'Local authority assessment: 9, published',
      'Local system review: 18, based_on',
      'Blank framework: 0, own',
    ]);
    expect(items.filter((one) => one.provenance !== 'own').every((one) => one.source?.startsWith('https://'))).toBe(true);
    expect(items[2]?.criteria.slice(0, 4).map((one) => one.title)).toEqual(['Is it safe?', 'Is it effective?', 'Is it caring?', 'Is it responsive?']);
    expect((await (await stage.person(['visitor'])).try(routes.frameworks.list)).problem.code).toBe('not_permitted');
  });

  it('rates nine statements that add up to 14 as requiring improvement, from the shipped bands', async () => {
    const { items } = await (await stage.person(['lead'])).ask(routes.frameworks.list);
    const scoring = items.find((one) => one.code === 'cqc-local-authority-assessment')?.scoring;
    const method = scoring?.methods.find((one) => one.code === 'statements');
    if (!scoring || !method) throw new Error('the shipped scoring is missing');
    expect(score(scoring, method, [2, 2, 2, 2, 2, 1, 1, 1, 1])).toMatchObject({ percent: 39, band: { word: 'Requires improvement' } });
  });

  it.each(SHIPPED.flatMap((one) => (one.scoring?.methods ?? []).map((method) => [`${one.title}, ${method.code}`, method] as const)))('ships bands without a hole: %s', (_, { bands }) => {
    expect(bands[0]?.from).toBe(25);
    expect(bands.at(-1)?.to).toBe(100);
    for (const [index, band] of bands.slice(1).entries()) expect(band.from).toBe((bands[index]?.to ?? 0) + 1);
  });
});
