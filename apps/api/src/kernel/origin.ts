import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ENV, type Env } from '../env';
import { Refusal } from './refusal';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends our cookie along whoever made the page. So a request that changes something must come from our own pages:
 * its Origin is ours, or the browser itself says `same-origin`. Programs without a cookie have nothing to borrow.
 */
@Injectable()
export class Origin implements CanActivate {
  private readonly ours: ReadonlySet<string>;

  constructor(@Inject(ENV) env: Env) {
    this.ours = new Set(alike(new URL(env.publicUrl)));
  }

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (READS.has(method)) return true;
    const site = headers['sec-fetch-site'];
    const isOurs = headers.origin !== undefined ? this.ours.has(headers.origin) : site !== undefined ? site === 'same-origin' : headers.cookie === undefined;
    if (!isOurs) throw new Refusal('wrong_origin');
    return true;
  }
}

/** This machine has several names for itself, and people type any of them. */
function alike(url: URL): string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return names.includes(url.hostname) ? names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`) : [url.origin];
}
