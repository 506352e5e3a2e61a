import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { read, edit } = routes.settings;

describe('settings', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('lets an administrator name the locality and choose a colour that can be read', async () => {
    const administrator = await stage.person(['administrator']);
    const { version } = await administrator.ask(read);
    expect(await administrator.ask(edit, { body: { name: 'Northmoor and Dales', accent: '#00505c', version } })).toEqual({ slug: 'northmoor', name: 'Northmoor and Dales', accent: '#00505c', version: version + 1, isDemo: false });
    expect((await administrator.ask(routes.identity.session)).localities).toMatchObject([{ name: 'Northmoor and Dales', accent: '#00505c' }]);
    expect((await administrator.try(edit, { body: { accent: '#ffeb3b', version: version + 1 } })).problem).toMatchObject({ status: 422, fields: [{ field: 'accent' }] });
    expect((await administrator.try(edit, { body: { accent: 'red; } body { display: none', version: version + 1 } })).problem.code).toBe('bad_input');
    const { problem } = await administrator.try(edit, { body: { name: 'Third', version } });
    expect(problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'name', base: 'Northmoor', theirs: 'Northmoor and Dales', yours: 'Third', by: 'Test administrator' }] } });
    const { rows } = await stage.owner.query<{ before: unknown }>(`select before from audit where table_name = 'locality'`);
    expect(rows).toMatchObject([{ before: { name: 'Northmoor', accent: null } }]);
  });

  it('shows the settings to everybody there and lets nobody else change them', async () => {
    const elsewhere = await stage.person(['administrator'], 'eastvale');
    expect(await elsewhere.ask(read)).toMatchObject({ slug: 'eastvale', name: 'Eastvale' });
    expect((await elsewhere.try(edit, { params: { locality: 'northmoor' }, body: { name: 'Mine', version: 1 } })).problem.code).toBe('not_found');
    const lead = await stage.person(['lead']);
    expect((await lead.try(edit, { body: { name: 'Mine', version: 1 } })).problem.code).toBe('not_permitted');
    expect((await lead.try(read)).status).toBe(200);
  });
});
