import { routes } from '@followthrough/contracts';
import { SeenSessions } from '../kernel/seen-sessions';
import { signed } from '../kernel/session-cookie';
import { Tidy } from '../kernel/tidy';
import { openStage, type Stage } from '../testing/stage';

const { session, signIn, signOut, sessions, endSession, endOtherSessions, askReset, reset, changePassword } = routes.identity;

describe('identity', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ trustProxy: 'loopback' });
  });
  afterAll(() => stage.close());

  /** Signs in from an address of its own, so that no test waits for another's tries. */
  const enter = async (email: string, password: string, address = '192.0.2.1') => stage.browser((await stage.nobody().try(signIn, { body: { email, password }, headers: { 'x-forwarded-for': address } })).cookies);

  const lastMail = async (to: string): Promise<string> => {
    const { rows } = await stage.owner.query<{ body: string }>('select body from kernel.outbox where recipient = $1 order by id desc limit 1', [to]);
    return rows[0]?.body ?? '';
  };
  const linkIn = (mail: string): string => /reset-password\/([\w-]+)/.exec(mail)?.[1] ?? 'none';

  it('says who is signed in and where they belong, and that nobody is', async () => {
    const lead = await stage.person(['lead', 'administrator']);
    expect(await lead.ask(session)).toMatchObject({ user: { name: 'Test lead and administrator' }, localities: [{ slug: 'northmoor', name: 'Northmoor', accent: null, personId: lead.personId, roles: ['lead', 'administrator'] }] });
    expect(await stage.nobody().ask(session)).toEqual({ user: null, localities: [] });
  });

  it('signs in with a cookie that is ours, and out again', async () => {
    const { email, password, userId } = await stage.account('Ada Oak');
    const said = await stage.nobody().try(signIn, { body: { email: email.toUpperCase(), password } });
    expect(said.body).toMatchObject({ user: { id: userId, name: 'Ada Oak' }, localities: [{ slug: 'northmoor' }] });
    const [cookie] = said.cookies;
    const { rows } = await stage.owner.query<{ token: string }>('select token from identity.session where "userId" = $1 order by "createdAt" desc', [userId]);
    expect(cookie).toContain(`followthrough.session_token=${signed(rows[0]?.token ?? '', stage.secret)};`);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const ada = stage.browser(said.cookies);
    expect((await ada.ask(session)).user?.email).toBe(email);
    const out = await ada.try(signOut);
    expect(out.body.user).toBeNull();
    expect(out.cookies.join()).toMatch(/Max-Age=0/i);
    // The cookie that was kept is worth nothing now.
    expect((await ada.ask(session)).user).toBeNull();
    expect((await ada.try(sessions)).problem.code).toBe('sign_in_needed');
  });

  it('ends the session that a browser had when somebody signs in there again', async () => {
    const { email, password } = await stage.account('Bo Ling');
    const before = await enter(email, password);
    const again = await before.try(signIn, { body: { email, password } });
    expect((await before.ask(session)).user).toBeNull();
    expect((await stage.browser(again.cookies).ask(session)).user?.email).toBe(email);
  });

  it('gives the same answer for a wrong password, an unknown address and an account without a password', async () => {
    const { email } = await stage.account('Bea Elm');
    const person = await stage.person(['lead']);
    const { user } = await person.ask(session);
    for (const known of [email, 'nobody@people.example', user?.email ?? '']) {
      const { status, problem, cookies } = await stage.nobody().try(signIn, { body: { email: known, password: 'not the right one' } });
      expect({ status, code: problem.code, title: problem.title, detail: problem.detail, cookies }).toEqual({ status: 401, code: 'wrong_password', title: 'The e-mail address or password is not right', detail: undefined, cookies: [] });
    }
  });

  it('slows down after five wrong passwords, refuses even the right one until then, and then lets it in', async () => {
    const { email, password } = await stage.account('Cy Ash');
    const wrong = { body: { email, password: 'wrong and wrong again' } };
    // All at once gains nothing.
    const codes = (await Promise.all(Array.from({ length: 8 }, () => stage.nobody().try(signIn, wrong)))).map((one) => one.problem.code);
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(5);
    const right = await stage.nobody().try(signIn, { body: { email, password } });
    expect(right.problem).toMatchObject({ status: 429, code: 'too_many' });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(30);
    await stage.owner.query('update identity.attempt set wait_until = now()');
    expect((await stage.nobody().try(signIn, wrong)).problem.code).toBe('wrong_password');
    // The wait has doubled.
    const later = Number((await stage.nobody().try(signIn, wrong)).headers['retry-after']);
    expect(later).toBeGreaterThan(30);
    await stage.owner.query('update identity.attempt set wait_until = now()');
    expect((await stage.nobody().ask(signIn, { body: { email, password } })).user?.email).toBe(email);
    expect((await stage.nobody().try(signIn, wrong)).problem.code).toBe('wrong_password');
  });

  it('lets somebody whom a stranger keeps waiting in by a new password', async () => {
    const { email } = await stage.account('Lou Bell');
    for (let tries = 0; tries < 6; tries += 1) await stage.nobody().try(signIn, { body: { email, password: 'a guess of a stranger' }, headers: { 'x-forwarded-for': '203.0.113.66' } });
    await stage.nobody().try(askReset, { body: { email } });
    expect((await stage.nobody().try(reset, { params: { tokenKey: linkIn(await lastMail(email)) }, body: { password: 'velvet thunder biscuit' } })).status).toBe(204);
    expect((await stage.nobody().try(signIn, { body: { email, password: 'velvet thunder biscuit' } })).status).toBe(200);
  });

  it('stops an address that tries one account after another, and not its neighbours', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    const victim = (index: number) => stage.nobody().try(signIn, { headers, body: { email: `victim${index}@people.example`, password: 'one of the common ones' } });
    expect((await victim(1)).problem.code).toBe('wrong_password');
    // The forty-odd tries between cost half a second each, and prove nothing more.
    await stage.owner.query(`update identity.attempt set count = 48 where key = (select key from identity.attempt where key like 'address:%' order by since desc limit 1)`);
    expect([await victim(2), await victim(3), await victim(4)].map((said) => said.problem.code)).toEqual(['wrong_password', 'wrong_password', 'too_many']);
    const { email, password } = await stage.account('Di Fir');
    expect((await stage.nobody().try(signIn, { headers, body: { email, password } })).problem.code).toBe('too_many');
    expect((await stage.nobody().try(signIn, { headers: { 'x-forwarded-for': '198.51.100.8' }, body: { email, password } })).status).toBe(200);
  });

  it('keeps no e-mail address in the counts of tries', async () => {
    const { rows } = await stage.owner.query<{ key: string }>('select key from identity.attempt');
    expect(rows.every(({ key }) => /^[a-z-]+:[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it('lists my sessions and ends one at once, never somebody else’s', async () => {
    const { email, password } = await stage.account('Eve Yew');
    const here = await enter(email, password);
    const there = await enter(email, password, '203.0.113.9');
    const { items } = await here.ask(sessions);
    expect(items.filter((one) => one.isThis)).toHaveLength(1);
    const other = items.find((one) => one.address === '203.0.113.9');
    const stranger = await stage.person(['administrator']);
    expect((await stranger.try(endSession, { params: { id: other?.id ?? '' } })).problem.code).toBe('not_found');
    expect((await there.try(routes.organisations.list)).status).toBe(200);
    const left = await here.ask(endSession, { params: { id: other?.id ?? '' } });
    expect(left.items).toHaveLength(items.length - 1);
    expect((await there.try(routes.organisations.list)).problem.code).toBe('sign_in_needed');
    await enter(email, password);
    expect((await here.ask(endOtherSessions)).items).toMatchObject([{ isThis: true }]);
  });

  it('ends a session twelve hours after its last use, and a fortnight after its first', async () => {
    const { email, password, userId } = await stage.account('Flo Box');
    const flo = await enter(email, password);
    const age = (column: string, hours: number) => stage.owner.query(`update identity.session set "${column}" = now() - make_interval(hours => $2) where "userId" = $1`, [userId, hours]);
    await age('updatedAt', 11);
    expect((await flo.ask(session)).user?.name).toBe('Flo Box');
    await stage.app.get(SeenSessions).note();
    expect(Date.now() - Date.parse((await flo.ask(sessions)).items.find((one) => one.isThis)?.seenAt ?? '')).toBeLessThan(60_000);
    await age('updatedAt', 13);
    expect((await flo.ask(session)).user).toBeNull();
    // Seeing an ended session again does not wake it.
    await stage.app.get(SeenSessions).note();
    expect((await flo.ask(session)).user).toBeNull();
    const again = await enter(email, password);
    const { rows } = await stage.owner.query<{ days: number }>(`select round(extract(epoch from max("expiresAt") - now()) / 86400)::integer as days from identity.session where "userId" = $1`, [userId]);
    expect(rows[0]?.days).toBe(14);
    await age('expiresAt', 0);
    expect((await again.ask(session)).user).toBeNull();
  });

  it('resets a password by mail, once, ending every session', async () => {
    const { email, password } = await stage.account('Gil Bay');
    const before = await enter(email, password);
    expect((await stage.nobody().try(askReset, { body: { email } })).status).toBe(202);
    const tokenKey = linkIn(await lastMail(email));
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'Password12345!' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'password' }] });
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'gil bay gil bay' } })).problem.code).toBe('rule');
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'too short' } })).problem.fields).toMatchObject([{ field: 'password', code: 'too_short' }]);
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'velvet thunder biscuit' } })).status).toBe(204);
    expect((await before.ask(session)).user).toBeNull();
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'another good phrase here' } })).problem).toMatchObject({ status: 410, code: 'link_expired' });
    expect((await stage.nobody().try(signIn, { body: { email, password } })).problem.code).toBe('wrong_password');
    expect((await stage.nobody().ask(signIn, { body: { email, password: 'velvet thunder biscuit' } })).user?.name).toBe('Gil Bay');
  });

  it('keeps only a digest of a reset link, and refuses it after an hour', async () => {
    const { email } = await stage.account('Hal Rye');
    await stage.nobody().try(askReset, { body: { email } });
    const tokenKey = linkIn(await lastMail(email));
    const { rows } = await stage.owner.query<{ held: string }>(`select string_agg(identifier || value, ' ') as held from identity.verification`);
    expect(rows[0]?.held).not.toContain(tokenKey);
    await stage.owner.query(`update identity.verification set "expiresAt" = now() - interval '1 second'`);
    expect((await stage.nobody().try(reset, { params: { tokenKey }, body: { password: 'velvet thunder biscuit' } })).problem.code).toBe('link_expired');
  });

  it('answers a reset alike whoever asks, and mails an address three times an hour at most', async () => {
    const { email } = await stage.account('Ivy Lea');
    const said = [];
    for (const to of [email, email, email, email, 'nobody@people.example']) {
      const { status, bytes } = await stage.nobody().try(askReset, { body: { email: to } });
      said.push({ status, length: bytes.length });
    }
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    const { rows } = await stage.owner.query<{ recipient: string; mails: string }>(`select recipient, count(*) as mails from kernel.outbox where recipient in ($1, 'nobody@people.example') group by 1`, [email]);
    expect(rows).toEqual([{ recipient: email, mails: '3' }]);
  });

  it('changes my password only for somebody who knows it, and ends my other sessions', async () => {
    const { email, password } = await stage.account('Jo Moss');
    const here = await enter(email, password);
    const there = await enter(email, password);
    expect((await here.try(changePassword, { body: { currentPassword: 'no idea what it was', password: 'velvet thunder biscuit' } })).problem.code).toBe('wrong_password');
    expect((await here.try(changePassword, { body: { currentPassword: password, password: 'jo moss jo moss' } })).problem.code).toBe('rule');
    const changed = await here.try(changePassword, { body: { currentPassword: password, password: 'velvet thunder biscuit' } });
    expect(changed.body.user?.email).toBe(email);
    expect((await stage.browser(changed.cookies).ask(session)).user?.email).toBe(email);
    expect((await there.ask(session)).user).toBeNull();
    expect((await stage.nobody().try(changePassword, { body: { currentPassword: password, password: 'velvet thunder biscuit' } })).problem.code).toBe('sign_in_needed');
  });

  it('throws away ended sessions and old tries, and keeps what is alive', async () => {
    const lead = await stage.person(['lead']);
    await stage.owner.query(`insert into identity.attempt (key, count, since, wait_until) values ('old', 1, now() - interval '2 days', now() - interval '2 days'), ('new', 1, now(), now())`);
    await stage.owner.query(`insert into identity.session ("userId", token, "expiresAt") select id, 'ended-' || id, now() - interval '1 minute' from identity."user" limit 1`);
    await stage.app.get(Tidy).tidy();
    const { rows } = await stage.owner.query<{ kept: string }>(`select key as kept from identity.attempt where key in ('old', 'new') union all select token from identity.session where token like 'ended-%'`);
    expect(rows).toEqual([{ kept: 'new' }]);
    expect((await lead.ask(session)).user).not.toBeNull();
  });

  it('has no way to sign up from outside', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/v1/sign-up', '/api/auth/sign-in/email']) {
      const { statusCode } = await stage.app.inject({ method: 'POST', url: path, payload: { email: 'new@people.example', password: 'velvet thunder biscuit', name: 'New' } });
      expect(statusCode).toBe(404);
    }
  });

  it('refuses a change from another site’s page, and one without an origin that carries a cookie', async () => {
    const lead = await stage.person(['lead']);
    const body = { name: 'From elsewhere', kind: 'other', aliases: [] };
    for (const origin of ['https://evil.example', 'null', 'http://localhost:4001']) expect((await lead.try(routes.organisations.add, { body, headers: { origin } })).problem.code).toBe('wrong_origin');
    const bare = { cookie: lead.cookie ?? '', 'content-type': 'application/json' };
    const send = (headers: Record<string, string>) => stage.app.inject({ method: 'POST', url: '/api/v1/localities/northmoor/organisations', headers: { ...bare, ...headers }, payload: { ...body, name: JSON.stringify(headers) } });
    expect((await send({})).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await stage.nobody().try(signIn, { headers: { origin: 'https://evil.example' }, body: { email: 'a@b.example', password: 'x' } })).problem.code).toBe('wrong_origin');
  });

  it('tells browsers to run nothing but our own files, in no frame', async () => {
    const { headers } = await stage.nobody().try(session);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('identity behind TLS', () => {
  it('marks the cookie Secure and understands its own', async () => {
    const stage = await openStage({ publicUrl: 'https://followthrough.example' });
    try {
      const { email, password } = await stage.account('Kit Fen');
      const headers = { origin: 'https://followthrough.example' };
      const { cookies, headers: said } = await stage.nobody().try(signIn, { headers, body: { email, password } });
      expect(cookies[0]).toMatch(/^__Secure-followthrough\.session_token=.*; Secure/);
      expect(said['strict-transport-security']).toContain('max-age=');
      const kit = stage.browser(cookies);
      expect((await kit.ask(session)).user?.name).toBe('Kit Fen');
      await kit.ask(signOut, { headers });
      expect((await kit.ask(session)).user).toBeNull();
    } finally {
      await stage.close();
    }
  });
});
