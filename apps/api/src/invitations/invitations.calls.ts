import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const invitationCalls: CallsOf<typeof routes.invitations> = {
  list: async (here) => {
    await here.invitation();
    return {};
  },
  invite: async (here) => {
    const { id } = await here.lead.ask(routes.people.add, { body: { name: here.name('person') } });
    return { body: { personId: id, name: here.name('guest'), email: here.email(), roles: ['lead'], organisationId: here.organisationId } };
  },
  resend: async (here) => ({ params: { id: (await here.invitation()).id } }),
  revoke: async (here) => ({ params: { id: (await here.invitation()).id } }),
  read: async (here) => ({ params: { tokenKey: (await here.invitation()).tokenKey } }),
  open: async (here) => ({ params: { tokenKey: (await here.invitation()).tokenKey }, body: { name: here.name('guest'), password: 'velvet thunder biscuit' } }),
  join: async (here) => {
    // Somebody of elsewhere, whose address is invited here too.
    const { email, password } = await here.stage.account('Somebody of elsewhere', ['lead'], here.locality === 'northmoor' ? 'eastvale' : 'northmoor');
    const { cookies } = await here.stage.nobody(here.locality).try(routes.identity.signIn, { body: { email, password } });
    await here.administrator.ask(routes.invitations.invite, { body: { name: here.name('guest'), email, roles: ['critical_friend'] } });
    return { as: here.stage.browser(cookies, here.locality), params: { tokenKey: await here.linkIn(email, /\/invitations\/([\w-]+)/) } };
  },
};
