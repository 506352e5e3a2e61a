import { Inject, Injectable } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import type { FastifyRequest } from 'fastify';
import { ENV, type Env } from '../env';
import { Refusal } from '../kernel/refusal';
import { IdentityPool } from '../kernel/identity-pool';
import type { Letter } from '../mail/letter';
import { Mail } from '../mail/mail';
import { Attempts } from './attempts';

const FORTNIGHT = 14 * 24 * 60 * 60;
const HOUR = 60 * 60;

/** What a change of session leaves: cookies for the browser, and the token they carry. */
export interface Opened {
  readonly cookies: readonly string[];
  readonly token: string | null;
}

function makeAuth(env: Env, { pool }: IdentityPool, mail: Mail, attempts: Attempts) {
  return betterAuth({
    database: pool,
    secret: env.secret,
    baseURL: env.publicUrl,
    trustedOrigins: [env.publicUrl],
    advanced: { cookiePrefix: 'followthrough', useSecureCookies: env.publicUrl.startsWith('https:'), database: { generateId: false } },
    // Accounts come from invitations alone.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => mail.postAlone(resetLetter(user, `${env.publicUrl}/reset-password/${token}`)),
      // Who was kept waiting by somebody else's guesses is let in by a new password.
      onPasswordReset: ({ user }) => attempts.clear('account', user.email),
    },
    // `enter()` looks sessions up itself and ends idle ones, so nothing is cached or refreshed.
    session: { expiresIn: FORTNIGHT, disableSessionRefresh: true },
    // Who reads the table must not be able to use a link.
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The identity library behind our own routes: none of its own are served. */
@Injectable()
export class Accounts {
  private readonly auth: ReturnType<typeof makeAuth>;

  constructor(@Inject(ENV) env: Env, pool: IdentityPool, mail: Mail, attempts: Attempts) {
    this.auth = makeAuth(env, pool, mail, attempts);
  }

  async signIn(email: string, password: string, request: FastifyRequest): Promise<Opened> {
    const { headers, response } = await this.or('wrong_password', this.auth.api.signInEmail({ body: { email, password }, headers: headersOf(request), returnHeaders: true }));
    return { cookies: headers.getSetCookie(), token: response.token };
  }

  async signOut(request: FastifyRequest): Promise<Opened> {
    const { headers } = await this.auth.api.signOut({ headers: headersOf(request), returnHeaders: true });
    return { cookies: headers.getSetCookie(), token: null };
  }

  /** Ends the session of this token. */
  async forget(token: string): Promise<void> {
    await (await this.auth.$context).internalAdapter.deleteSession(token);
  }

  /** A mail goes out if there is such an account. Nothing tells the caller which. */
  async askReset(email: string): Promise<void> {
    await this.auth.api.requestPasswordReset({ body: { email } });
  }

  /** Whose reset link it is; a used or run-out one is nobody's. */
  async ownerOf(token: string): Promise<{ readonly name: string; readonly email: string }> {
    const { internalAdapter } = await this.auth.$context;
    const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    const user = found && found.expiresAt > new Date() ? await internalAdapter.findUserById(found.value) : null;
    if (!user) throw new Refusal('link_expired');
    return user;
  }

  async reset(token: string, newPassword: string): Promise<void> {
    await this.or('link_expired', this.auth.api.resetPassword({ body: { newPassword, token } }));
  }

  async changePassword(currentPassword: string, newPassword: string, request: FastifyRequest): Promise<Opened> {
    const { headers, response } = await this.or('wrong_password', this.auth.api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true }, headers: headersOf(request), returnHeaders: true }));
    return { cookies: headers.getSetCookie(), token: response.token };
  }

  /** A password as it is kept. */
  async digest(password: string): Promise<string> {
    return (await this.auth.$context).password.hash(password);
  }

  /** The library's own refusals of a request (4xx) become ours; what fails inside it stays a failure. */
  private async or<T>(code: 'wrong_password' | 'link_expired', work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (thrown) {
      const status = (thrown as { readonly statusCode?: number } | null)?.statusCode ?? 500;
      throw status < 500 ? new Refusal(code) : thrown;
    }
  }
}

/** Only what the library needs. The address is the one that Fastify believes, never a header of the caller's own. */
function headersOf(request: FastifyRequest): Headers {
  return new Headers({ cookie: request.headers.cookie ?? '', 'user-agent': (request.headers['user-agent'] ?? '').slice(0, 500), 'x-forwarded-for': request.ip });
}

const resetLetter = (user: { readonly name: string; readonly email: string }, link: string): Letter => ({
  to: user.email,
  subject: 'Set a new password for Followthrough',
  paragraphs: [
    `Hello ${user.name}`,
    'Somebody, probably you, asked to set a new password for your Followthrough account. This link works once, for an hour:',
    link,
    'If it was not you, do nothing: your password stays as it is.',
  ],
});
