import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Env } from '../env';
import { DOCS_CSS, docsPage, openApiDocument } from './docs';
import type { Log } from './log';
import { makeMetrics } from './metrics';
import { readiness } from './readiness';
import { logSlowQueries } from './slow-queries';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What surrounds the API for those who run it: health, readiness, metrics, request logs, and its documentation. */
export function watch(server: FastifyInstance, env: Env, source: DataSource, log: Log): void {
  const pool = (source.driver as unknown as { readonly master: Pool }).master;
  const metrics = makeMetrics(pool);
  logSlowQueries(pool, env.slowQueryMs, log);

  server.addHook('onResponse', (request, reply, done) => {
    // The route as it is declared: an address could name somebody.
    const route = request.routeOptions.url ?? 'unknown';
    // A stream lasts as long as somebody listens, which says nothing of how fast we are.
    if (!String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    log[reply.statusCode >= 500 ? 'error' : 'log']({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  server.addHook('onClose', (_, done) => {
    metrics.close();
    done();
  });

  server.get('/api/health', () => ({ status: 'alive' }));
  server.get('/api/ready', async (_, reply) => {
    const { isReady, ...parts } = await readiness(source);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...parts });
  });
  server.get('/api/metrics', async (request, reply) => {
    if (!mayMeasure(request, env.metricsToken)) return reply.callNotFound();
    return reply.header('content-type', metrics.contentType).send(await metrics.text());
  });

  const html = docsPage();
  const json = openApiDocument();
  server.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(html));
  server.get('/api/docs/docs.css', (_, reply) => reply.type('text/css; charset=utf-8').send(DOCS_CSS));
  server.get('/api/docs/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(json));
}

/** With a token only who knows it; without one only this machine itself, and not through a proxy. */
function mayMeasure(request: FastifyRequest, token: string | null): boolean {
  if (token) return request.headers.authorization === `Bearer ${token}`;
  return LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
}
