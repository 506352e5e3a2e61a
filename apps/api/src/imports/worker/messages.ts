import type { Refusal } from '../../kernel/refusal';
import type { Steps } from './steps';

/** What the server says to a worker. */
export type ToWorker =
  | { readonly step: keyof Steps; readonly input: unknown }
  | { readonly answering: number; readonly rows?: unknown }
  | { readonly answering: number; readonly failed: true };

/** What a worker says back: questions on its way, and how it ended. */
export type FromWorker =
  | { readonly asks: number; readonly sql: string; readonly values: readonly unknown[] }
  | { readonly asks: number; readonly percent: number }
  | { readonly answer: string }
  | { readonly refused: { readonly code: Refusal['code']; readonly more: Refusal['more'] } }
  | { readonly broke: string };
