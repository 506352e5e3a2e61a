import { HttpErrorResponse } from '@angular/common/http';
import { type Problem, type ProblemCode, problems } from '@followthrough/contracts';

/** A coded "no" from the API, or no answer at all (`unavailable`). Nothing else is thrown by the client. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get code(): ProblemCode {
    return this.problem.code;
  }

  /** What to say where there is no field to say it at: what was wrong with the first one, or with the whole. */
  get sentence(): string {
    return this.problem.fields?.[0]?.message ?? this.message;
  }
}

/** No answer came: nobody knows whether the deed was done, so the same one may be sent again with its key. */
const unanswered: Problem = { type: 'about:blank', status: 0, code: 'unavailable', title: 'There is no connection just now. What you typed is kept: try again in a moment' };

export function refusedBy(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  if (!(thrown instanceof HttpErrorResponse)) throw thrown;
  if (thrown.status === 0) return new Refused(unanswered);
  const said: unknown = typeof thrown.error === 'string' ? parsed(thrown.error) : thrown.error;
  if (isProblem(said)) return new Refused(said);
  const code: ProblemCode = thrown.status === 401 ? 'sign_in_needed' : thrown.status === 404 ? 'not_found' : thrown.status === 503 || thrown.status === 502 || thrown.status === 504 ? 'unavailable' : 'failed';
  return new Refused({ type: 'about:blank', status: thrown.status, code, title: problems[code].title });
}

const isProblem = (said: unknown): said is Problem => typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string' && said.code in problems;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
