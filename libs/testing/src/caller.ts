import { randomUUID } from 'node:crypto';
import { get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnswerOf, type BodyOf, check, type Params, type Problem, type Route } from '@followthrough/contracts';
import request from 'supertest';
import { Listener } from './listener';

export interface Said<A> {
  readonly status: number;
  /** The answer, checked against its contract: an unknown or missing key fails the test. */
  readonly body: A;
  readonly problem: Problem;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** What the answer sets, one `set-cookie` line each. */
  readonly cookies: readonly string[];
}

type Asking<R extends Route> = { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, unknown>>; readonly body?: BodyOf<R> | Readonly<Record<string, unknown>>; readonly file?: { readonly name: string; readonly content: Buffer }; readonly headers?: Readonly<Record<string, string>> };

/** Somebody who calls the API: HTTP in, JSON out. */
export class Caller {
  constructor(
    private readonly server: Server,
    private readonly origin: string,
    readonly locality: string,
    readonly cookie: string | null,
    readonly personId: string | null = null,
  ) {}

  /** Asks a route and expects success; a refusal fails the test with its sentence. */
  async ask<R extends Route>(route: R, asking: Asking<R> = {}): Promise<AnswerOf<R>> {
    const said = await this.try(route, asking);
    if (said.status >= 400) throw new Error(`${route.method} ${route.path} was refused: ${JSON.stringify(said.problem)}`);
    return said.body;
  }

  /** Asks a route and takes whatever comes. */
  async try<R extends Route>(route: R, asking: Asking<R> = {}): Promise<Said<AnswerOf<R>>> {
    const path = this.pathOf(route, asking);
    if (route.stream) return this.listened(this.streamUrl(path, asking.query), this.streamHeaders(asking.headers));
    let call = request(this.server)[route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete'](path).set('origin', this.origin);
    if (this.cookie) call = call.set('cookie', this.cookie);
    if (route.method !== 'GET') call = call.set('idempotency-key', randomUUID());
    for (const [name, value] of Object.entries(asking.headers ?? {})) call = call.set(name, value);
    if (asking.query) call = call.query(asking.query);
    if (asking.file) call = call.attach('file', asking.file.content, asking.file.name);
    const response = await (asking.body === undefined ? call : call.send(asking.body)).buffer(true).parse(whole);
    const bytes = response.body as Buffer;
    const type = String(response.headers['content-type'] ?? '');
    const body: unknown = type.includes('json') && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
    if (response.status < 400 && route.answer) {
      const checked = check(route.answer, body);
      if (checked.refusals) throw new Error(`The answer of ${route.method} ${route.path} breaks its contract: ${JSON.stringify(checked.refusals.slice(0, 5))}`);
    }
    if (response.status >= 400 && !type.startsWith('application/problem+json')) throw new Error(`${route.method} ${route.path} refused without a problem: ${response.status} ${bytes.toString('utf8').slice(0, 300)}`);
    return { status: response.status, body: body as AnswerOf<R>, problem: body as Problem, bytes, headers: response.headers as Record<string, string>, cookies: (response.headers['set-cookie'] as string[] | undefined) ?? [] };
  }

  /** A stream's beginning, or its refusal; `listen` hears all of it. */
  private listened<A>(url: string, headers: Readonly<Record<string, string>>): Promise<Said<A>> {
    return new Promise((resolve, reject) => {
      get(url, { headers }, (response) => {
        const parts: Buffer[] = [];
        const isRefused = (response.statusCode ?? 0) >= 400;
        const done = (): void => {
          const bytes = Buffer.concat(parts);
          const problem = (isRefused ? JSON.parse(bytes.toString('utf8')) : undefined) as Problem;
          resolve({ status: response.statusCode ?? 0, body: undefined as A, problem, bytes, headers: response.headers as Record<string, string>, cookies: [] });
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          if (isRefused) return;
          done();
          response.destroy();
        });
        response.on('end', done);
      }).on('error', reject);
    });
  }

  /** Hears a stream from now on, each event checked against its contract. */
  listen<R extends Route>(route: R, asking: Asking<R> = {}): Listener {
    return new Listener(this.streamUrl(this.pathOf(route, asking), asking.query), route, this.streamHeaders(asking.headers));
  }

  private pathOf(route: Route, asking: Asking<Route>): string {
    const params = { locality: this.locality, ...asking.params } as Params<string> & Record<string, string>;
    return `/api/v1/${route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? `missing-${name}`))}`;
  }

  private streamUrl(path: string, query: Readonly<Record<string, unknown>> = {}): string {
    const said = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) for (const one of [value].flat()) said.append(key, String(one));
    return `${this.address()}${path}?${said}`;
  }

  private streamHeaders(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
    return { ...headers, ...(this.cookie ? { cookie: this.cookie } : {}) };
  }

  /** Streams need a server that goes on listening between requests. */
  private address(): string {
    if (!this.server.listening) this.server.listen(0);
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

function whole(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
