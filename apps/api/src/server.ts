import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { USUAL_BODY } from '@followthrough/contracts';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import type { Env } from './env';
import { securityHeaders } from './kernel/headers';
import { largestBody } from './kernel/largest-body';
import { ProblemFilter } from './kernel/problem-filter';
import { SeenSessions } from './kernel/seen-sessions';
import { sessionReader } from './kernel/session-cookie';
import { serveWeb } from './web/web';
import { makeLog } from './watch/log';
import { watch } from './watch/watch';

/** The server, ready but not listening. `main.ts` and the tests make it the same way. */
export async function makeServer(env: Env): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: USUAL_BODY, genReqId: () => randomUUID(), trustProxy: env.trustProxy ?? false, logger: false, routerOptions: { maxParamLength: 200 } });
  const log = makeLog(env.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(env), adapter, { logger: log, abortOnError: false, bodyParser: false });
  app.setGlobalPrefix('api/v1');
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  const fastify = app.getHttpAdapter().getInstance();
  // JSON alone: a form on another site can send text and form fields without asking.
  fastify.removeContentTypeParser('text/plain');
  fastify.decorateRequest('sessionToken', null);
  const seen = app.get(SeenSessions);
  const headers = securityHeaders(env);
  const sessionToken = sessionReader(env.secret);
  fastify.addHook('onRoute', (route) => {
    const largest = largestBody(route.method, route.url);
    if (largest) route.bodyLimit = largest;
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const token = sessionToken(request.headers.cookie);
    (request as { sessionToken?: string | null }).sessionToken = token;
    if (token) seen.saw(token);
    void reply.headers(headers).header('x-request-id', request.id).header('cache-control', 'no-store');
    done();
  });
  if (env.webRoot) await serveWeb(fastify as unknown as FastifyInstance, env.webRoot);
  watch(fastify as unknown as FastifyInstance, env, app.get(DataSource), log);
  await fastify.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 10_000, headerPairs: 100 } });
  await app.init();
  await fastify.ready();
  return app;
}
