import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const mailCalls: CallsOf<typeof routes.mail> = {
  outbox: async (here) => {
    await here.invitation();
    return {};
  },
};
