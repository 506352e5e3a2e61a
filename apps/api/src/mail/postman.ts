import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { ENV, type Env } from '../env';
import { IdentityPool } from '../kernel/identity-pool';
import { asHtml } from './letter';

interface Waiting {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar_method: 'REQUEST' | 'CANCEL' | null;
  readonly calendar: string | null;
}

const EVERY = 2_000;

/**
 * Takes mail from the outbox to the mail server, when there is one. Several processes may do so at once: each takes a row for
 * itself, and a row whose sender died is taken again later. A mail can go twice then, with the same Message-ID, but never not at all.
 */
@Injectable()
export class Postman implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('postman');
  private readonly transport: Transporter | null;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly identity: IdentityPool,
  ) {
    this.transport = env.smtpUrl ? createTransport({ url: env.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }) : null;
  }

  onApplicationBootstrap(): void {
    if (!this.transport) return;
    this.timer = setInterval(() => void this.deliver().catch((error: unknown) => this.log.error({ error: String(error) })), EVERY);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round?.catch(() => undefined);
    this.transport?.close();
  }

  /** Sends all that waits and is due. One round at a time; a second caller waits for the round under way. */
  deliver(): Promise<void> {
    this.round ??= this.deliverAll().finally(() => (this.round = undefined));
    return this.round;
  }

  private async deliverAll(): Promise<void> {
    for (let next = await this.take(); next; next = await this.take()) await this.send(next);
  }

  /** A minute to the second try, then two, four … six hours; after twelve tries it stays. */
  private async take(): Promise<Waiting | undefined> {
    if (!this.transport) return undefined;
    const { rows } = await this.identity.pool.query<Waiting>(
      `update kernel.outbox o set tries = o.tries + 1, next_try_at = now() + least(interval '6 hours', interval '1 minute' * power(2, o.tries))
       where o.id = (select w.id from kernel.outbox w where w.sent_at is null and w.given_up_at is null and w.tries < 12 and w.next_try_at <= now() order by w.next_try_at limit 1 for update skip locked)
       returning o.id, o.recipient, o.subject, o.body, o.calendar_method, o.calendar`,
    );
    return rows[0];
  }

  private async send({ id, recipient, subject, body, calendar_method: method, calendar: content }: Waiting): Promise<void> {
    try {
      await this.transport?.sendMail({ from: this.env.mailFrom, to: recipient, subject, text: body, html: asHtml(body), messageId: `<${id}@${new URL(this.env.publicUrl).hostname}>`, headers: { 'Auto-Submitted': 'auto-generated' }, ...(method && content ? { icalEvent: { method, filename: 'summit.ics', content } } : {}) });
      await this.identity.pool.query(`update kernel.outbox set sent_at = now(), body = '', last_error = null where id = $1`, [id]);
    } catch (thrown) {
      // The server's own words may hold an address, so only codes are kept.
      const { code, responseCode } = thrown as { readonly code?: string; readonly responseCode?: number };
      const refused = responseCode !== undefined && responseCode >= 500;
      await this.identity.pool.query('update kernel.outbox set last_error = $2, given_up_at = case when $3 then now() end where id = $1', [id, `${code ?? 'unknown'} ${responseCode ?? ''}`.trim(), refused]);
      this.log.warn({ mail: id, code, responseCode });
    }
  }
}
