import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const myWorkCalls: CallsOf<typeof routes.myWork> = {
  read: () => ({}),
};
