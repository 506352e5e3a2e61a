import type { FieldRefusal } from './check';

/** Every refusal the API can give: its HTTP status and the sentence people read. Docs and OpenAPI list them from here. */
export const problems = {
  bad_input: { status: 400, title: 'Some of what was sent needs to change' },
  not_json: { status: 400, title: 'The request could not be read' },
  bad_key: { status: 400, title: 'The idempotency key must be 8 to 100 letters, digits or dashes' },
  sign_in_needed: { status: 401, title: 'Sign in to see this' },
  join_needed: { status: 401, title: 'Join with the summit’s code first' },
  wrong_password: { status: 401, title: 'The e-mail address or password is not right' },
  not_permitted: { status: 403, title: 'Your role here does not allow that' },
  wrong_origin: { status: 403, title: 'The request came from another site' },
  not_found: { status: 404, title: 'There is nothing here, or it is not yours to see' },
  stale: { status: 409, title: 'Somebody else changed the same thing while you were editing' },
  name_taken: { status: 409, title: 'There is already one with that name' },
  in_use: { status: 409, title: 'It is in use, so it cannot be removed' },
  key_reused: { status: 409, title: 'That idempotency key was used for a different request' },
  already_done: { status: 409, title: 'That has been done already' },
  link_expired: { status: 410, title: 'That link has been used or has run out. Ask for a new one' },
  too_large: { status: 413, title: 'That is larger than we can take' },
  wrong_media: { status: 415, title: 'That kind of content is not accepted here' },
  rule: { status: 422, title: 'That would break a rule of the plan' },
  too_many: { status: 429, title: 'Too many tries. Wait a little and try again' },
  failed: { status: 500, title: 'Something went wrong on our side. Nothing was changed' },
  unavailable: { status: 503, title: 'The service is not ready. Try again in a moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 `application/problem+json`, with our code, the refused fields, and for `stale` the three versions of each field. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail?: string;
  readonly fields?: readonly FieldRefusal[];
  readonly conflict?: Conflict;
  readonly requestId?: string;
}

/** What a stale edit collided with. `base`: when it was read; `theirs`: now; `yours`: what was sent. */
export interface Conflict {
  readonly version: number;
  readonly fields: readonly { readonly field: string; readonly base: unknown; readonly theirs: unknown; readonly yours: unknown; readonly by: string | null }[];
}
