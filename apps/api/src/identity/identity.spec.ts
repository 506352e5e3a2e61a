import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { signed } from '../kernel/session-cookie';

const { session, signIn, signOut, sessions } = routes.identity;

describe('identity', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

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
});
