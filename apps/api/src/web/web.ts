import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A name with its content's hash in it never means anything else. */
const HASHED = /-[\w-]{8}\.(js|css)$/;

/**
 * Serves the built web app: files as they are (compressed copies made at build), and its one page for every address
 * outside `/api`, since addresses of screens are read in the browser.
 */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => void reply.header('cache-control', HASHED.test(path.replace(/\.(br|gz)$/, '')) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'),
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    // A file that is not there is not a screen: an old page asking for a script of yesterday must not get HTML.
    if (/^\/api(\/|$)/.test(path) || /\.(js|css|map|svg|png|ico|json|txt)$/.test(path)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  });
}
