import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const settingsCalls: CallsOf<typeof routes.settings> = {
  read: () => ({}),
  edit: async (here) => ({ body: { accent: '#005eb8', version: (await here.lead.ask(routes.settings.read)).version } }),
};
