import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit } = routes.organisations;

describe('organisations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('lets a lead add a partner, and the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const added = await lead.ask(add, { body: { name: '  Moor Valley NHS FT ', kind: 'nhs_trust', aliases: ['MVFT'] } });
    expect(added).toMatchObject({ name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: ['MVFT'], validFrom: null, version: 1, people: 0 });
    expect((await lead.ask(list)).items.map((one) => one.name)).toContain('Moor Valley NHS FT');
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(edit, { params: { id: added.id }, body: { name: 'Mine', version: 1 } })).problem).toMatchObject({ status: 404, code: 'not_found' });
    expect((await elsewhere.try(list, { params: { locality: 'northmoor' } })).problem.code).toBe('not_found');
  });

  it('refuses a second partner with the same name at its field', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(add, { body: { name: 'Care Association', kind: 'voluntary', aliases: [] } });
    const { problem } = await lead.try(add, { body: { name: 'care association', kind: 'voluntary', aliases: [] } });
    expect(problem).toMatchObject({ status: 409, code: 'name_taken', fields: [{ field: 'name' }] });
  });

  it('merges a stale edit of other fields and refuses one of the same field with base, theirs and yours', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Old name', kind: 'other', aliases: [] } });
    await lead.ask(edit, { params: { id }, body: { name: 'New name', version: 1 } });
    const merged = await lead.ask(edit, { params: { id }, body: { kind: 'council', version: 1 } });
    expect(merged).toMatchObject({ name: 'New name', kind: 'council', version: 3 });
    const { problem } = await lead.try(edit, { params: { id }, body: { name: 'Third name', version: 1 } });
    expect(problem).toMatchObject({ status: 409, code: 'stale', conflict: { version: 3, fields: [{ field: 'name', base: 'Old name', theirs: 'New name', yours: 'Third name', by: 'Test lead' }] } });
  });

  it('replays the first answer for the same key and refuses the key for another body', async () => {
    const lead = await stage.person(['lead']);
    const headers = { 'idempotency-key': 'one-key-for-this-test' };
    const first = await lead.ask(add, { headers, body: { name: 'Once', kind: 'other', aliases: [] } });
    expect(await lead.ask(add, { headers, body: { name: 'Once', kind: 'other', aliases: [] } })).toEqual(first);
    expect((await lead.try(add, { headers, body: { name: 'Twice', kind: 'other', aliases: [] } })).problem.code).toBe('key_reused');
  });

  it('refuses what nobody, an expert and bad input may not do', async () => {
    expect((await stage.nobody().try(list)).problem.code).toBe('sign_in_needed');
    const expert = await stage.person(['expert']);
    expect((await expert.try(add, { body: { name: 'X', kind: 'other', aliases: [] } })).problem.code).toBe('not_permitted');
    const lead = await stage.person(['lead']);
    const { problem } = await lead.try(add, { body: { name: 'a\u0000b', kind: 'planet', aliases: 'x', more: 1 } as never });
    expect(problem.fields?.map((one) => `${one.field} ${one.code}`).sort()).toEqual(['aliases wrong_type', 'kind not_allowed', 'more unknown_field', 'name malformed']);
    expect((await lead.try(add, { body: { name: 'Backwards', kind: 'other', aliases: [], validFrom: '2026-05-01', validTo: '2026-04-01' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'validTo' }] });
  });
});
