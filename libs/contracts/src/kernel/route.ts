import type { Deed } from '../access';
import type { ProblemCode } from './problems';
import type { Contract } from './shape';

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}` ? Name | ParamNames<Rest> : Path extends `${string}:${infer Name}` ? Name : never;
export type Params<Path extends string> = Readonly<Record<ParamNames<Path>, string>>;

/** Largest JSON body in bytes, where a route says nothing else. */
export const USUAL_BODY = 1_048_576;

/**
 * One thing the API can be asked. The server's controllers, the typed client, the OpenAPI document and the tests
 * that try every route with the wrong people all read this one table.
 */
export interface Route<Path extends string = string, Q extends object = object, B extends object = object, A extends object = object> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Under `/api/v1/`. `:locality` is the locality's short name, every other parameter an id unless its name ends in `Key`. */
  readonly path: Path;
  /** The deed a caller needs in that locality; `signed_in` asks for a session only, `guest` for having joined that room with its code, `anyone` for nothing. */
  readonly may: Deed | 'signed_in' | 'guest' | 'anyone';
  readonly says: string;
  readonly query?: Contract<Q>;
  readonly body?: Contract<B>;
  /** Largest JSON body in bytes; `USUAL_BODY` when left out. */
  readonly largest?: number;
  /** A file in the body (multipart field `file`) instead of JSON, largest size in bytes. */
  readonly upload?: number;
  readonly answer?: Contract<A>;
  /** A file in the answer, by its media type. */
  readonly file?: string;
  /** Server-sent events instead of one answer: what each kind of event says. Ids go up; `Last-Event-ID` resumes. `again`: read the screen again. */
  readonly stream?: Readonly<Record<string, Contract>>;
  /** HTTP status of success; 200 when left out. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Refusals beyond those every route can give. */
  readonly refusals?: readonly ProblemCode[];
}

export function route<const Path extends string, Q extends object = object, B extends object = object, A extends object = object>(one: Route<Path, Q, B, A>): Route<Path, Q, B, A> {
  return one;
}

export type QueryOf<R> = R extends Route<string, infer Q, object, object> ? Q : never;
export type BodyOf<R> = R extends Route<string, object, infer B, object> ? B : never;
export type AnswerOf<R> = R extends Route<string, object, object, infer A> ? A : never;
export type ParamsOf<R> = R extends Route<infer Path, object, object, object> ? Params<Path> : never;
