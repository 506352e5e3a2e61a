import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Problem, type ProblemCode, problems } from '@followthrough/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fault } from './fault';
import { Refusal } from './refusal';

/** Everything thrown leaves as `application/problem+json`. What is not a refusal is logged with its request id and told as `failed`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = thrown instanceof Refusal ? thrown : new Refusal(codeOf(thrown));
    if (refusal.code === 'failed') this.log.error({ requestId: request.id, route: request.routeOptions.url, error: fault(thrown) });
    const { status, title } = problems[refusal.code];
    const { detail, fields, conflict, retryAfter } = refusal.more;
    const problem: Problem = { type: `/api/docs#${refusal.code}`, status, code: refusal.code, title, requestId: request.id, ...(detail ? { detail } : {}), ...(fields ? { fields } : {}), ...(conflict ? { conflict } : {}) };
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

/** Errors of the framework itself: unknown addresses, bodies that are no JSON, bodies too large. */
function codeOf(thrown: unknown): ProblemCode {
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { readonly statusCode?: number } | null)?.statusCode;
  const byStatus: Readonly<Record<number, ProblemCode>> = { 400: 'not_json', 404: 'not_found', 405: 'not_found', 413: 'too_large', 414: 'bad_input', 415: 'wrong_media', 429: 'too_many', 503: 'unavailable' };
  return (status !== undefined && byStatus[status]) || 'failed';
}
