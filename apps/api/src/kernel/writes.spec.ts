import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit } = routes.organisations;

describe('writes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const counted = async (name: string) => Number((await stage.owner.query<{ n: string }>('select count(*) as n from organisation where name = $1', [name])).rows[0]?.n);

  it('does a thing once though it is asked twenty times at once with one key', async () => {
    const lead = await stage.person(['lead']);
    const headers = { 'idempotency-key': 'twenty-at-once' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => lead.ask(add, { headers, body: { name: 'Only one', kind: 'other', aliases: [] } })));
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await counted('Only one')).toBe(1);
  });

  it('does it once even where nothing but the key is unique', async () => {
    const lead = await stage.person(['lead']);
    const headers = { 'idempotency-key': 'ten-at-once' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => lead.ask(routes.summits.add, { headers, body: { title: 'Spring summit', heldOn: '2026-05-12', place: null } })));
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect((await stage.owner.query(`select from summit where title = 'Spring summit'`)).rowCount).toBe(1);
  });

  it('keeps a key to the person who used it', async () => {
    const headers = { 'idempotency-key': 'everyday-key' };
    const [one, other] = [await stage.person(['lead']), await stage.person(['lead'])];
    const first = await one.ask(add, { headers, body: { name: 'Of the first', kind: 'other', aliases: [] } });
    const second = await other.ask(add, { headers, body: { name: 'Of the second', kind: 'other', aliases: [] } });
    expect(second.id).not.toBe(first.id);
  });

  it('lets a key be used again after a refusal, since nothing was done', async () => {
    const lead = await stage.person(['lead']);
    const headers = { 'idempotency-key': 'refused-first-time' };
    await lead.ask(add, { body: { name: 'Taken', kind: 'other', aliases: [] } });
    expect((await lead.try(add, { headers, body: { name: 'Taken', kind: 'other', aliases: [] } })).status).toBe(409);
    expect((await lead.ask(add, { headers, body: { name: 'Not taken', kind: 'other', aliases: [] } })).name).toBe('Not taken');
  });

  it('writes nothing when any part is refused', async () => {
    const lead = await stage.person(['lead']);
    const before = (await stage.owner.query<{ n: string }>('select count(*) as n from audit')).rows[0]?.n;
    expect((await lead.try(add, { body: { name: 'Half', kind: 'other', aliases: [], successorId: '0197a8b2-0000-7000-8000-000000000001' } })).problem).toMatchObject({ status: 422, code: 'rule' });
    expect(await counted('Half')).toBe(0);
    expect((await stage.owner.query<{ n: string }>('select count(*) as n from audit')).rows[0]?.n).toBe(before);
  });

  it('leaves an audit row that says who, what, before and after', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Was', kind: 'other', aliases: [] } });
    const { headers } = await lead.try(edit, { params: { id }, body: { name: 'Is', version: 1 } });
    const { rows } = await stage.owner.query<Record<string, unknown>>('select change, before, after, request_id, actor_id is not null as known, row_version from audit where row_id = $1 order by position', [id]);
    expect(rows).toMatchObject([
      { change: 'insert', known: true, row_version: 1 },
      { change: 'update', before: { name: 'Was', version: 1 }, after: { name: 'Is', version: 2 }, request_id: headers['x-request-id'], known: true, row_version: 2 },
    ]);
  });

  it('merges the edits of four people and fields made from one version, and loses none', async () => {
    const first = await stage.person(['lead']);
    const leads = [first, await stage.person(['lead']), await stage.person(['lead']), await stage.person(['lead'])];
    const { id } = await first.ask(add, { body: { name: 'Shared', kind: 'other', aliases: [] } });
    const edits = [{ kind: 'council' }, { aliases: ['the Shared'] }, { validFrom: '2026-01-01' }, { validTo: '2027-01-01' }];
    await Promise.all(leads.map((lead, index) => lead.ask(edit, { params: { id }, body: { ...edits[index], version: 1 } })));
    expect((await first.ask(list)).items.find((one) => one.id === id)).toMatchObject({ kind: 'council', aliases: ['the Shared'], validFrom: '2026-01-01', validTo: '2027-01-01', version: 5 });
  });

  it('refuses two halves that are each right and together wrong', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Term', kind: 'other', aliases: [] } });
    await lead.ask(edit, { params: { id }, body: { validFrom: '2027-01-01', version: 1 } });
    expect((await lead.try(edit, { params: { id }, body: { validTo: '2026-01-01', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'validTo' }] });
  });

  it('shuts out a session that has ended, at once', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(list);
    await stage.owner.query(`update identity.session set "expiresAt" = now() - interval '1 second' where "userId" = (select user_id from membership where person_id = $1)`, [lead.personId]);
    expect((await lead.try(list)).problem.code).toBe('sign_in_needed');
  });

  it('shuts out a membership that has ended, at once', async () => {
    const lead = await stage.person(['lead']);
    await stage.owner.query('update membership set ended_at = now() where person_id = $1', [lead.personId]);
    expect((await lead.try(list)).problem.code).toBe('not_found');
  });
});
