import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { Client } from 'pg';
import { openStage, type Stage } from '../testing/stage';

const { find } = routes.search;

describe('search', () => {
  let stage: Stage;
  let place: string;
  let lead: Caller;
  const sql = async (text: string, values: readonly unknown[] = []): Promise<string> => (await stage.owner.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '';
  const titles = async (text: string, who: Caller = lead): Promise<string[]> => (await who.ask(find, { query: { text } })).items.map((one) => [one.ref, one.title].filter(Boolean).join(' '));

  async function furnish(slug: string, title: string): Promise<string> {
    const here = await sql('select id from locality where slug = $1', [slug]);
    const plan = await sql(`insert into plan (locality_id, title) values ($1, 'Plan of ' || $2) returning id`, [here, slug]);
    const action = (ref: string, about: string, description: string | null = null, restricted: readonly string[] = []) =>
      sql('insert into action (locality_id, plan_id, ref, title, description, restricted) values ($1, $2, $3, $4, $5, $6) returning id', [here, plan, ref, about, description, restricted]);
    await action('2.1', 'Discharge to assess every day of the week');
    await action('2.10', 'Shared care record for home-care providers');
    await action('2.2', title, 'Pay the hospice a retainer', []);
    await action('2.3', 'Workforce strategy', 'Redundancy of the Zebulon team', ['description']);
    const framework = await sql(`insert into framework (locality_id, code, edition, title, publisher, provenance, state, published_at) values ($1, 'own', '1', 'Own', 'Us', 'own', 'published', now()) returning id`, [here]);
    const review = await sql(`insert into review (locality_id, framework_id, title) values ($1, $2, 'Local system review') returning id`, [here, framework]);
    await sql(`insert into finding (locality_id, review_id, ref, quotation) values ($1, $2, 'F7', 'Carers told us that nobody had asked them')`, [here, review]);
    const cause = await sql(`insert into cause (locality_id, text) values ($1, 'Nobody was given the decision in ' || $2) returning id`, [here, slug]);
    await sql(`insert into finding_cause (locality_id, finding_id, cause_id) select $1, id, $2 from finding where locality_id = $1`, [here, cause]);
    return here;
  }

  beforeAll(async () => {
    stage = await openStage();
    place = await furnish('northmoor', 'Trusted assessor');
    await furnish('eastvale', 'Secret of Eastvale');
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  it('finds an action by its ref, the exact one first', async () => {
    expect(await titles('2.1')).toEqual(['2.1 Discharge to assess every day of the week', '2.10 Shared care record for home-care providers']);
    expect((await titles('2.10'))[0]).toBe('2.10 Shared care record for home-care providers');
    expect(await titles('f7')).toEqual(['F7 Carers told us that nobody had asked them']);
  });

  it('finds by words in any form, half typed, and slightly misspelt', async () => {
    expect(await titles('discharged')).toEqual(['2.1 Discharge to assess every day of the week']);
    expect(await titles('records share')).toEqual(['2.10 Shared care record for home-care providers']);
    expect(await titles('trusted asse')).toEqual(['2.2 Trusted assessor']);
    expect(await titles('truste asesor')).toEqual(['2.2 Trusted assessor']);
    expect((await titles('carers'))[0]).toBe('F7 Carers told us that nobody had asked them');
    expect(await titles('hospice')).toEqual(['2.2 Trusted assessor']);
  });

  it('says where each thing belongs, its status, and the locality’s word for it', async () => {
    const { items, words } = await lead.ask(find, { query: { text: '2.2' } });
    expect(items).toMatchObject([{ kind: 'action', within: 'Plan of northmoor', status: 'not_started' }]);
    expect(words.find((one) => one.status === 'not_started')?.word).toBe('Not started');
  });

  it('finds a cause by its words, half typed or misspelt, says whose it is, and lets it go when it is withdrawn', async () => {
    for (const text of ['decisions given', 'given the deci', 'decison given']) expect((await lead.ask(find, { query: { text } })).items).toMatchObject([{ kind: 'cause', ref: null, title: 'Nobody was given the decision in northmoor', within: 'F7', status: null }]);
    await sql(`update cause set withdrawn_at = now() where locality_id = $1`, [place]);
    expect(await titles('decisions given')).toEqual([]);
    await sql(`update cause set withdrawn_at = null where locality_id = $1`, [place]);
  });

  it('never finds another locality’s things, by ref, words or likeness', async () => {
    for (const text of ['secret', 'Secret of Eastvale', 'secrt of eastvale']) expect(await titles(text)).not.toContain('2.2 Secret of Eastvale');
    expect(await titles('eastvale')).toEqual([]);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect(await titles('secret', elsewhere)).toEqual(['2.2 Secret of Eastvale']);
    expect((await elsewhere.try(find, { params: { locality: 'northmoor' }, query: { text: 'trusted' } })).problem.code).toBe('not_found');
  });

  it('does not let a restricted description be felt for by those who may not read it', async () => {
    const expert = await stage.person(['expert']);
    for (const text of ['Zebulon', 'redundancy', 'zebul', 'Zebulon team', 'redundancy of the zebulon tem']) expect([text, await titles(text, expert)]).toEqual([text, []]);
    expect(await titles('workforce', expert)).toEqual(['2.3 Workforce strategy']);
    // A title that is like what was typed is found whether the other word is in the description or nowhere.
    const ranked = async (text: string) => (await expert.ask(find, { query: { text } })).items;
    expect(await ranked('workforce zebulon')).toEqual(await ranked('workforce zobulen'));
  });

  it('finds by a restricted description, and by its words beside the title’s, for those who may read it', async () => {
    for (const role of ['administrator', 'lead', 'critical_friend', 'executive'] as const) {
      const reader = await stage.person([role, 'expert']);
      for (const text of ['Zebulon', 'zebul', 'workforce redundancy', 'workforce']) expect([role, text, await titles(text, reader)]).toEqual([role, text, ['2.3 Workforce strategy']]);
    }
    await sql(`update action set restricted = '{}' where locality_id = $1 and ref = '2.3'`, [place]);
    expect(await titles('zebulon', await stage.person(['expert']))).toEqual(['2.3 Workforce strategy']);
    await sql(`update action set restricted = '{description}' where locality_id = $1 and ref = '2.3'`, [place]);
    expect(await titles('zebulon', await stage.person(['expert']))).toEqual([]);
  });

  it('does not carry the right to read from one locality to another, nor find what was withdrawn', async () => {
    const both = await stage.person(['expert']);
    const thereToo = await stage.also(both, ['lead'], 'eastvale');
    expect(await titles('zebulon', both)).toEqual([]);
    expect(await titles('zebulon', thereToo)).toEqual(['2.3 Workforce strategy']);
    await sql(`update action set withdrawn_at = now() where locality_id = $1 and ref = '2.3'`, [place]);
    expect(await titles('zebulon')).toEqual([]);
    await sql(`update action set withdrawn_at = null where locality_id = $1 and ref = '2.3'`, [place]);
  });

  it('keeps what was withdrawn out', async () => {
    await sql(`update action set withdrawn_at = now() where locality_id = $1 and ref = '2.10'`, [place]);
    expect(await titles('2.10')).not.toContain('2.10 Shared care record for home-care providers');
    expect(await titles('shared care record')).toEqual([]);
    await sql(`update action set withdrawn_at = null where locality_id = $1 and ref = '2.10'`, [place]);
  });

  it('answers hostile text with nothing or a coded refusal, never a failure', async () => {
    const hostile = [`'`, `''; drop table action; --`, '%', '%%', '_', '\\', `\\'`, '!', '&', '| &', 'a & | b', '(', ':*', 'a:*', '<->', '!!!', '"unclosed', '* *', '💥', '٢٫١٠', '\u202e', 'a'.repeat(200), `${'(a|b)&'.repeat(30)}`, '-- ', '$1', 'null'];
    for (const text of hostile) {
      const said = await lead.try(find, { query: { text } });
      expect([text, said.status]).toEqual([text, 200]);
    }
    expect(await titles('%')).toEqual([]);
    for (const text of ['x'.repeat(10_000), 'a\u0000b', '', '   ']) expect([text.length, (await lead.try(find, { query: { text } })).problem.code]).toEqual([text.length, 'bad_input']);
    expect((await lead.try(find, {})).problem.code).toBe('bad_input');
    expect((await lead.try(find, { query: { text: ['a', 'b'] } })).problem.fields).toMatchObject([{ field: 'text', code: 'repeated' }]);
  });

  it('is as safe from inside the database, as the API’s own role', async () => {
    const api = new Client({ connectionString: stage.url });
    await api.connect();
    try {
      await api.query('begin; set local role followthrough_api');
      const found = async (text: string) => (await api.query('select * from search_actions($1)', [text])).rowCount;
      const causes = async (text: string) => (await api.query('select * from search_causes($1)', [text])).rowCount;
      expect(await found('trusted')).toBe(0);
      expect(await causes('decision')).toBe(0);
      await api.query(`select set_config('app.locality', $1, true)`, [place]);
      expect(await found('trusted')).toBeGreaterThan(0);
      expect(await found('secret')).toBe(0);
      expect(await causes('decision')).toBe(1);
      expect(await causes('eastvale')).toBe(0);
      expect(await causes('a & b | '.repeat(2_000))).toBe(0);
      expect(await found('zebulon')).toBe(0);
      await api.query(`select set_config('app.restricted', 'on', true)`);
      expect(await found('zebulon')).toBe(1);
      await api.query(`select set_config('app.restricted', 'off', true)`);
      expect(await found('a & b | '.repeat(2_000))).toBe(0);
      expect(await found("'\\''")).toBe(0);
      expect((await api.query(`select pg_has_role('followthrough_api', 'followthrough_search', 'member') as member`)).rows).toEqual([{ member: false }]);
    } finally {
      await api.query('rollback');
      await api.end();
    }
  });

  it('is for those who read the plan', async () => {
    expect((await (await stage.person(['visitor'])).try(find, { query: { text: '2.1' } })).problem.code).toBe('not_permitted');
    expect((await stage.nobody().try(find, { query: { text: '2.1' } })).problem.code).toBe('sign_in_needed');
  });
});
