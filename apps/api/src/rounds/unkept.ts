import type { Asked } from '../kernel/asked';

/**
 * The same request without its idempotency key. An answer that is kept for a replay has its asker beside it, and an unrevealed
 * view has no author anywhere. So what is asked here is the same when it is asked twice, and nothing needs to be kept.
 */
export const unkept = <R extends Asked>(asked: R): R => ({ ...asked, idempotencyKey: null });
