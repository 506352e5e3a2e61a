import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, edit } = routes.statusWords;

describe('status words', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('lets an administrator say that amber means on track, in this locality alone', async () => {
    const administrator = await stage.person(['administrator']);
    const scale = (await administrator.ask(list)).items;
    expect(scale.map((one) => one.status)).toEqual(['not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded']);
    const onTrack = scale.find((one) => one.status === 'on_track');
    const changed = await administrator.ask(edit, { params: { id: onTrack?.id ?? '' }, body: { word: 'Going to plan', colour: 'amber', version: 1 } });
    expect(changed).toMatchObject({ word: 'Going to plan', colour: 'amber', mark: 'disc', version: 2 });
    const elsewhere = await stage.person(['administrator'], 'eastvale');
    expect((await elsewhere.ask(list)).items.map((one) => one.word)).toContain('On track');
    expect((await elsewhere.try(edit, { params: { id: onTrack?.id ?? '' }, body: { word: 'Mine', version: 1 } })).problem.code).toBe('not_found');
  });

  it('refuses two states with one word, or with one colour and one shape', async () => {
    const administrator = await stage.person(['administrator']);
    const { items } = await administrator.ask(list);
    const complete = items.find((one) => one.status === 'complete');
    const params = { id: complete?.id ?? '' };
    expect((await administrator.try(edit, { params, body: { word: 'embedded', version: 1 } })).problem).toMatchObject({ status: 422, fields: [{ field: 'word' }] });
    expect((await administrator.try(edit, { params, body: { colour: 'blue', mark: 'diamond', version: 1 } })).problem).toMatchObject({ status: 422, fields: [{ field: 'mark' }] });
    expect((await (await stage.person(['lead'])).try(edit, { params, body: { word: 'Done', version: 1 } })).problem.code).toBe('not_permitted');
  });
});
