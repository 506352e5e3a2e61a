import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { Env } from './env';
import { ProblemFilter } from './kernel/problem-filter';
import { sessionToken } from './kernel/session-cookie';

/** The server, ready but not listening. `main.ts` and the tests make it the same way. */
export async function makeServer(env: Env): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: 1_048_576, genReqId: () => randomUUID(), trustProxy: env.trustProxy ?? false, logger: false, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(env), adapter, { logger: env.logLevel === 'silent' ? false : ['error', 'warn', 'log'] });
  app.setGlobalPrefix('api/v1');
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('sessionToken', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    (request as { sessionToken?: string | null }).sessionToken = sessionToken(request.headers.cookie, env.secret);
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    done();
  });
  await app.init();
  await fastify.ready();
  return app;
}
