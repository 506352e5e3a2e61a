import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const proofCalls: CallsOf<typeof routes.proof> = {
  read: (here) => ({ query: { of: 'organisation', id: here.organisationId } }),
};
