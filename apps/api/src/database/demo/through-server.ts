import { randomBytes } from 'node:crypto';
import type { AnswerOf, BodyOf, Route } from '@followthrough/contracts';
import type { ClientBase } from 'pg';
import type { Env } from '../../env';
import { SESSION_COOKIE, signed } from '../../kernel/session-cookie';
import { makeServer } from '../../server';

interface Asking<R extends Route> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<R>;
  /** In place of a body: a file as a browser sends it. */
  readonly form?: { readonly bytes: Buffer; readonly type: string };
}

/** Asks a route as somebody who is signed in; what is refused ends the making of the demo. */
export type Asks = <R extends Route>(route: R, asking?: Asking<R>) => Promise<AnswerOf<R>>;

/** What the demo holds of people's own deeds is done by these deeds: through the server, in a session of its lead. */
export async function throughServer(owner: ClientBase, env: Env, locality: string, userId: string, deeds: (ask: Asks) => Promise<void>): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  await owner.query(`insert into identity.session ("userId", token, "expiresAt") values ($1, $2, now() + interval '5 minutes')`, [userId, token]);
  const app = await makeServer({ ...env, webRoot: null });
  const cookie = `${SESSION_COOKIE}=${signed(token, env.secret)}`;
  try {
    await deeds(async (route, { params = {}, query = {}, body, form } = {}) => {
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => (name === 'locality' ? locality : (params[name] ?? '')));
      const payload = form?.bytes ?? (body === undefined ? undefined : JSON.stringify(body));
      const answer = await app.inject({ method: route.method, url: `/api/v1/${path}`, query, headers: { cookie, origin: env.publicUrl, ...(payload === undefined ? {} : { 'content-type': form?.type ?? 'application/json' }) }, ...(payload === undefined ? {} : { payload }) });
      if (answer.statusCode >= 400) throw new Error(`${route.method} ${path} was refused: ${answer.body}`);
      return answer.json();
    });
  } finally {
    await app.close();
    await owner.query('delete from identity.session where token = $1', [token]);
  }
}
