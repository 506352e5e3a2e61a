import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const frameworkCalls: CallsOf<typeof routes.frameworks> = {
  list: () => ({}),
};
