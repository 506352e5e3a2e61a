import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit } = routes.people;

describe('people', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('lets a lead add an owner who has no account, and the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const council = await lead.ask(routes.organisations.add, { body: { name: 'Moor Council', kind: 'council', aliases: [] } });
    const added = await lead.ask(add, { body: { name: ' Priya Hill ', jobTitle: 'Head of discharge', organisationId: council.id } });
    expect(added).toMatchObject({ name: 'Priya Hill', email: null, organisationName: 'Moor Council', account: 'none', membership: null, invitation: null, openActions: 0 });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items.map((one) => one.name)).toEqual(['Test lead']);
    expect((await elsewhere.try(edit, { params: { id: added.id }, body: { name: 'Mine', version: 1 } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(add, { body: { name: 'Theirs', organisationId: council.id } })).problem).toMatchObject({ status: 422, code: 'rule' });
  });

  it('says who can sign in and as what', async () => {
    const executive = await stage.person(['executive']);
    const { items } = await executive.ask(list, { query: { words: 'test executive' } });
    expect(items).toMatchObject([{ id: executive.personId, account: 'active', membership: { roles: ['executive'], validTo: null } }]);
  });

  it('finds people by any part of name, job or address, whatever the case or script', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(add, { body: { name: 'Žofie Šebestová', jobTitle: 'Commissioner', email: 'zofie@council.example' } });
    await lead.ask(add, { body: { name: '100% Certain' } });
    const found = async (words: string) => (await lead.ask(list, { query: { words } })).items.map((one) => one.name);
    expect(await found('žofie')).toEqual(['Žofie Šebestová']);
    expect(await found('COMMISSION')).toEqual(['Žofie Šebestová']);
    expect(await found('zofie@')).toEqual(['Žofie Šebestová']);
    expect(await found('0% c')).toEqual(['100% Certain']);
    expect(await found('nobody like that')).toEqual([]);
  });

  it('gives fifty at a time, each once, in order of name', async () => {
    const lead = await stage.person(['lead'], 'eastvale');
    await stage.owner.query(`insert into person (locality_id, name, job_title) select id, 'Page ' || n, 'Paged' from locality, generate_series(1, 120) n where slug = 'eastvale'`);
    const names: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Awaited<ReturnType<typeof lead.ask<typeof list>>> = await lead.ask(list, { query: { words: 'paged', ...(after ? { after } : {}) } });
      expect(page.items.length).toBeLessThanOrEqual(50);
      names.push(...page.items.map((one) => one.name));
      after = page.next;
    }
    expect(names).toEqual(Array.from({ length: 120 }, (_, index) => `Page ${index + 1}`));
    expect((await lead.try(list, { query: { after: 'bm90IG91cnM' } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'after' }] });
  });

  it('refuses one address twice, and to change the address somebody signs in with', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(add, { body: { name: 'First', email: 'same@people.example' } });
    expect((await lead.try(add, { body: { name: 'Second', email: 'SAME@people.example' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'email' }] });
    const [me] = (await lead.ask(list, { query: { words: 'test lead' } })).items.filter((one) => one.id === lead.personId);
    expect((await lead.try(edit, { params: { id: me?.id ?? '' }, body: { email: 'new@people.example', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'email' }] });
    expect(await lead.ask(edit, { params: { id: me?.id ?? '' }, body: { jobTitle: 'Programme lead', version: 1 } })).toMatchObject({ jobTitle: 'Programme lead', version: 2 });
  });

  it('shows people to those who work with them, and lets only leads change them', async () => {
    const expert = await stage.person(['expert']);
    expect((await expert.try(list)).problem.code).toBe('not_permitted');
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(list)).status).toBe(200);
    expect((await friend.try(add, { body: { name: 'X' } })).problem.code).toBe('not_permitted');
    expect((await stage.nobody().try(list)).problem.code).toBe('sign_in_needed');
  });
});
