import { createParamDecorator, type ExecutionContext, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata, applyDecorators } from '@nestjs/common';
import { type BodyOf, check, checkQuery, type Contract, type ParamsOf, type QueryOf, type Route } from '@followthrough/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal';

/** A request, checked: everything in it has passed the contract of its route. */
export interface Asked<R extends Route = Route> {
  readonly route: Route;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** The session's token, already proven to be ours; null when nobody is signed in. */
  readonly session: string | null;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  readonly request: FastifyRequest;
}

const ROUTE = 'followthrough:route';
const METHODS = { GET: RequestMethod.GET, POST: RequestMethod.POST, PATCH: RequestMethod.PATCH, PUT: RequestMethod.PUT, DELETE: RequestMethod.DELETE } as const;

/** Serves one route of the contract table. The method's parameter is `@Ask()`. */
export function Serves(route: Route): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: route.path, method: METHODS[route.method] }),
    SetMetadata(ROUTE, route),
    HttpCode(route.status ?? 200),
    ...(route.file || route.stream ? [] : [Header('content-type', 'application/json; charset=utf-8')]),
  );
}

export const routeOf = (handler: object): Route | undefined => Reflect.getMetadata(ROUTE, handler) as Route | undefined;

/** The request as its route's contract has it; refuses what does not fit. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const route = routeOf(context.getHandler());
  if (!route) throw new Error('Ask() is for methods that serve a route');
  const request = context.switchToHttp().getRequest<FastifyRequest & { sessionToken?: string | null }>();
  return {
    route,
    params: checkedParams(request.params as Record<string, string>) as Asked['params'],
    query: settle(checkQuery((route.query ?? Nothing) as Contract, request.query as Record<string, unknown>)) as Asked['query'],
    body: (route.body ? settle(check(route.body, request.body)) : {}) as Asked['body'],
    session: request.sessionToken ?? null,
    requestId: request.id,
    idempotencyKey: checkedKey(request.headers['idempotency-key']),
    request,
  };
});

class Nothing {}

function settle<T>(checked: { readonly value?: T; readonly refusals?: readonly never[] } | ReturnType<typeof check>): T {
  if (checked.refusals) throw new Refusal('bad_input', { fields: checked.refusals });
  return checked.value as T;
}

const SLUG = /^[a-z][a-z0-9-]{1,39}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEY = /^[A-Za-z0-9_-]{1,100}$/;

/** An address that cannot be anything is nothing: not found, like one that is somebody else's. */
function checkedParams(params: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(params)) {
    const form = name === 'locality' ? SLUG : name.endsWith('Key') ? KEY : UUID;
    if (!form.test(value)) throw new Refusal('not_found');
  }
  return params;
}

function checkedKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[A-Za-z0-9-]{8,100}$/.test(header)) throw new Refusal('bad_key');
  return header;
}
