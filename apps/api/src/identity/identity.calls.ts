import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

const { signIn, sessions, askReset } = routes.identity;

/** Somebody with a password, signed in. */
async function account(here: Here) {
  const { email, password } = await here.stage.account(here.name('account'), ['lead'], here.locality);
  const { cookies } = await here.stage.nobody(here.locality).try(signIn, { body: { email, password } });
  return { email, password, as: here.stage.browser(cookies, here.locality) };
}

export const identityCalls: CallsOf<typeof routes.identity> = {
  session: () => ({}),
  signIn: async (here) => {
    const { email, password } = await account(here);
    return { body: { email, password } };
  },
  signOut: async (here) => ({ as: (await account(here)).as }),
  sessions: () => ({}),
  endSession: async (here) => {
    const { as } = await account(here);
    const { items } = await as.ask(sessions);
    return { as, params: { id: items[0]?.id ?? '' } };
  },
  endOtherSessions: async (here) => ({ as: (await account(here)).as }),
  askReset: async (here) => ({ body: { email: (await account(here)).email } }),
  reset: async (here) => {
    const { email } = await account(here);
    await here.stage.nobody(here.locality).ask(askReset, { body: { email } });
    return { params: { tokenKey: await here.linkIn(email, /reset-password\/([\w-]+)/) }, body: { password: 'velvet thunder biscuit' } };
  },
  changePassword: async (here) => {
    const { as, password } = await account(here);
    return { as, body: { currentPassword: password, password: 'velvet thunder biscuit' } };
  },
};
