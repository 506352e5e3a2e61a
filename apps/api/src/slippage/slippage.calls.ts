import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const slippageCalls: CallsOf<typeof routes.slippage> = { list: ({ planId }) => ({ query: { plan: planId } }) };
