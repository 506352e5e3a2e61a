import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, invite, resend, revoke, read, open, join } = routes.invitations;
const password = 'velvet thunder biscuit';

describe('invitations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** The token in the last mail to somebody: how it comes to them. */
  const tokenFor = async (email: string): Promise<string> => {
    const { rows } = await stage.owner.query<{ body: string }>('select body from kernel.outbox where lower(recipient) = lower($1) order by id desc limit 1', [email]);
    return /\/invitations\/([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? 'none';
  };

  it('invites somebody by mail with role and organisation, who opens an account and is signed in', async () => {
    const administrator = await stage.person(['administrator']);
    const council = await administrator.ask(routes.organisations.add, { body: { name: 'Moor Council', kind: 'council', aliases: [] } });
    const invited = await administrator.ask(invite, { body: { name: 'Noor Bell', email: 'Noor@council.example', roles: ['lead'], organisationId: council.id } });
    expect(invited).toMatchObject({ name: 'Noor Bell', account: 'invited', organisationName: 'Moor Council', invitation: { roles: ['lead'], email: 'Noor@council.example' } });
    const tokenKey = await tokenFor('noor@council.example');
    expect(await stage.nobody().ask(read, { params: { tokenKey } })).toEqual({ slug: 'northmoor', locality: 'Northmoor', name: 'Noor Bell', email: 'Noor@council.example', roles: ['lead'], organisationName: 'Moor Council', validTo: null, hasAccount: false, isMine: false });
    const { body, cookies, status } = await stage.nobody().try(open, { params: { tokenKey }, body: { name: 'Noor Bell', password } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ user: { name: 'Noor Bell', email: 'noor@council.example' }, localities: [{ slug: 'northmoor', roles: ['lead'], personId: invited.id }] });
    expect((await stage.browser(cookies).ask(routes.people.list, { query: { words: 'noor' } })).items).toMatchObject([{ id: invited.id, account: 'active', invitation: null }]);
    expect((await stage.nobody().ask(routes.identity.signIn, { body: { email: 'noor@council.example', password } })).user?.name).toBe('Noor Bell');
    expect((await stage.nobody().try(open, { params: { tokenKey }, body: { name: 'Again', password } })).problem).toMatchObject({ status: 410, code: 'link_expired' });
    // Accepting is in the history, as the deed of whoever accepted.
    const { rows } = await stage.owner.query<{ actors: string }>(`select count(*) as actors from audit a join identity."user" u on u.id = a.actor_id where u.email = 'noor@council.example' and a.table_name in ('membership', 'invitation')`);
    expect(rows[0]?.actors).toBe('2');
  });

  it('gives somebody who is in the plan already an account of their own', async () => {
    const administrator = await stage.person(['administrator']);
    const owner = await administrator.ask(routes.people.add, { body: { name: 'Omar Field', jobTitle: 'Owner of actions' } });
    await administrator.ask(invite, { body: { personId: owner.id, name: 'Omar Field', email: 'omar@trust.example', roles: ['lead'] } });
    const { body } = await stage.nobody().try(open, { params: { tokenKey: await tokenFor('omar@trust.example') }, body: { name: 'Omar Field', password } });
    expect(body.localities).toMatchObject([{ personId: owner.id }]);
    expect((await administrator.ask(routes.people.list, { query: { words: 'omar' } })).items).toMatchObject([{ id: owner.id, email: 'omar@trust.example', account: 'active' }]);
    expect((await administrator.try(invite, { body: { name: 'Omar Field', email: 'OMAR@trust.example', roles: ['executive'] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'email' }] });
  });

  it('lets one account belong to several localities, when the address is theirs', async () => {
    const [here, there] = [await stage.person(['administrator']), await stage.person(['administrator'], 'eastvale')];
    await here.ask(invite, { body: { name: 'Pia Lund', email: 'pia@friends.example', roles: ['critical_friend'] } });
    const pia = stage.browser((await stage.nobody().try(open, { params: { tokenKey: await tokenFor('pia@friends.example') }, body: { name: 'Pia Lund', password } })).cookies);
    await there.ask(invite, { body: { name: 'Pia Lund', email: 'PIA@friends.example', roles: ['critical_friend'] } });
    const tokenKey = await tokenFor('pia@friends.example');
    expect(await stage.nobody().ask(read, { params: { tokenKey } })).toMatchObject({ locality: 'Eastvale', hasAccount: true, isMine: false });
    expect(await pia.ask(read, { params: { tokenKey } })).toMatchObject({ hasAccount: true, isMine: true });
    expect((await stage.nobody().try(open, { params: { tokenKey }, body: { name: 'Pia Lund', password } })).problem.code).toBe('already_done');
    expect((await here.try(join, { params: { tokenKey } })).problem).toMatchObject({ code: 'rule', detail: 'This invitation is for another e-mail address' });
    expect((await stage.nobody().try(join, { params: { tokenKey } })).problem.code).toBe('sign_in_needed');
    expect((await pia.ask(join, { params: { tokenKey } })).localities.map((one) => one.slug)).toEqual(['eastvale', 'northmoor']);
    expect((await pia.try(join, { params: { tokenKey } })).problem.code).toBe('link_expired');
  });

  it('lists what waits, sends it again with a new link, and takes it back', async () => {
    const administrator = await stage.person(['administrator']);
    const { invitation } = await administrator.ask(invite, { body: { name: 'Quin Dale', email: 'quin@people.example', roles: ['expert'] } });
    const id = invitation?.id ?? '';
    const first = await tokenFor('quin@people.example');
    await administrator.ask(resend, { params: { id } });
    const second = await tokenFor('quin@people.example');
    expect(second).not.toBe(first);
    expect((await stage.nobody().try(read, { params: { tokenKey: first } })).problem.code).toBe('link_expired');
    expect((await stage.nobody().ask(read, { params: { tokenKey: second } })).name).toBe('Quin Dale');
    expect((await administrator.ask(list)).items.find((one) => one.id === id)).toMatchObject({ name: 'Quin Dale', invitedBy: 'Test administrator', hasRunOut: false });
    expect(await administrator.ask(revoke, { params: { id } })).toMatchObject({ name: 'Quin Dale', account: 'none', invitation: null });
    expect((await stage.nobody().try(open, { params: { tokenKey: second }, body: { name: 'Quin Dale', password } })).problem.code).toBe('link_expired');
    expect((await administrator.try(resend, { params: { id } })).problem.code).toBe('not_found');
  });

  it('replaces an invitation by a new one to the same person', async () => {
    const administrator = await stage.person(['administrator']);
    await administrator.ask(invite, { body: { name: 'Rae Moss', email: 'rae@people.example', roles: ['expert'] } });
    const first = await tokenFor('rae@people.example');
    expect(await administrator.ask(invite, { body: { name: 'Rae Moss', email: 'rae@people.example', roles: ['lead'] } })).toMatchObject({ invitation: { roles: ['lead'] } });
    expect((await stage.nobody().try(read, { params: { tokenKey: first } })).problem.code).toBe('link_expired');
    expect((await administrator.ask(list)).items.filter((one) => one.email === 'rae@people.example')).toHaveLength(1);
  });

  it('refuses a link that has run out, and keeps only its digest', async () => {
    const administrator = await stage.person(['administrator']);
    const { invitation } = await administrator.ask(invite, { body: { name: 'Sol Reed', email: 'sol@people.example', roles: ['expert'] } });
    const tokenKey = await tokenFor('sol@people.example');
    const { rows } = await stage.owner.query<{ held: string }>(`select string_agg(to_jsonb(i)::text, ' ') as held from invitation i`);
    expect(rows[0]?.held).not.toContain(tokenKey);
    await stage.owner.query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [invitation?.id]);
    expect((await stage.nobody().try(read, { params: { tokenKey } })).problem.code).toBe('link_expired');
    expect((await stage.nobody().try(open, { params: { tokenKey }, body: { name: 'Sol Reed', password } })).problem.code).toBe('link_expired');
    expect((await administrator.ask(list)).items.find((one) => one.name === 'Sol Reed')?.hasRunOut).toBe(true);
  });

  it('lets somebody whose access ended back in by a new invitation', async () => {
    const administrator = await stage.person(['administrator']);
    await administrator.ask(invite, { body: { name: 'Tam Wood', email: 'tam@people.example', roles: ['lead'] } });
    const tam = stage.browser((await stage.nobody().try(open, { params: { tokenKey: await tokenFor('tam@people.example') }, body: { name: 'Tam Wood', password } })).cookies);
    const [person] = (await administrator.ask(routes.people.list, { query: { words: 'tam wood' } })).items;
    await administrator.ask(routes.memberships.end, { params: { id: person?.membership?.id ?? '' } });
    await administrator.ask(invite, { body: { name: 'Tam Wood', email: 'tam@people.example', roles: ['expert'] } });
    expect((await tam.ask(join, { params: { tokenKey: await tokenFor('tam@people.example') } })).localities).toMatchObject([{ slug: 'northmoor', roles: ['expert'], personId: person?.id }]);
  });

  it('refuses roles nobody has, a visitor without an end, easy passwords and another locality’s organisation', async () => {
    const administrator = await stage.person(['administrator']);
    const body = { name: 'Una Vale', email: 'una@people.example', roles: ['lead'] };
    expect((await administrator.try(invite, { body: { ...body, roles: ['owner'] } })).problem.fields).toMatchObject([{ field: 'roles', code: 'not_allowed' }]);
    expect((await administrator.try(invite, { body: { ...body, roles: [] } })).problem.fields).toMatchObject([{ field: 'roles', code: 'rule' }]);
    expect((await administrator.try(invite, { body: { ...body, roles: ['visitor'] } })).problem.fields).toMatchObject([{ field: 'validTo' }]);
    expect((await administrator.try(invite, { body: { ...body, email: 'not an address' } })).problem.fields).toMatchObject([{ field: 'email', code: 'malformed' }]);
    const elsewhere = await stage.person(['administrator'], 'eastvale');
    const theirs = await elsewhere.ask(routes.organisations.add, { body: { name: 'East Council', kind: 'council', aliases: [] } });
    expect((await administrator.try(invite, { body: { ...body, organisationId: theirs.id } })).problem.code).toBe('rule');
    // Nothing half-written: no person, no mail.
    expect((await administrator.ask(routes.people.list, { query: { words: 'una' } })).items).toEqual([]);
    expect(await tokenFor('una@people.example')).toBe('none');
    await administrator.ask(invite, { body: body as never });
    const tokenKey = await tokenFor('una@people.example');
    expect((await stage.nobody().try(open, { params: { tokenKey }, body: { name: 'Una Vale', password: 'unavale12345' } })).problem.fields).toMatchObject([{ field: 'password', code: 'rule' }]);
    expect((await stage.nobody().try(read, { params: { tokenKey: 'made-up' } })).problem.code).toBe('link_expired');
  });

  it('is an administrator’s deed, and the other locality’s invitations are not there', async () => {
    const administrator = await stage.person(['administrator']);
    const { invitation } = await administrator.ask(invite, { body: { name: 'Viv Lake', email: 'viv@people.example', roles: ['lead'] } });
    const params = { id: invitation?.id ?? '' };
    const lead = await stage.person(['lead']);
    for (const said of [await lead.try(list), await lead.try(invite, { body: { name: 'W', email: 'w@people.example', roles: ['administrator'] } }), await lead.try(resend, { params }), await lead.try(revoke, { params })]) expect(said.problem.code).toBe('not_permitted');
    const elsewhere = await stage.person(['administrator'], 'eastvale');
    expect((await elsewhere.try(resend, { params })).problem.code).toBe('not_found');
    expect((await elsewhere.try(revoke, { params })).problem.code).toBe('not_found');
    expect((await elsewhere.ask(list)).items.map((one) => one.name)).not.toContain('Viv Lake');
  });
});
