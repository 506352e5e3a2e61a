import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const ladderCalls: CallsOf<typeof routes.ladder> = { show: ({ planId }) => ({ query: { plan: planId } }) };
