import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const planHealthCalls: CallsOf<typeof routes.planHealth> = { show: ({ planId: id }) => ({ params: { id } }) };
