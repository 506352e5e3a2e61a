import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../env';
import { Refusal } from '../kernel/refusal';
import { IdentityPool } from '../kernel/identity-pool';

/** How often a thing may be tried, and how long the wait gets. Times in seconds. */
interface Allowance {
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** Tries are forgotten after this long: since the last one, or for `byWindow` since the first. */
  readonly memory: number;
  readonly byWindow?: true;
}

/** Five tries at one account, then 30 seconds, a minute, two … a quarter of an hour between tries. */
export const ACCOUNT: Allowance = { free: 5, firstWait: 30, longestWait: 900, memory: 3_600 };
/** A whole organisation may sit behind one address, so it has more, only failures count, and each quarter of an hour starts afresh. */
export const ADDRESS: Allowance = { free: 50, firstWait: 60, longestWait: 900, memory: 900, byWindow: true };
/** Three mails an hour to one address. */
export const RESET: Allowance = { free: 3, firstWait: 3_600, longestWait: 3_600, memory: 3_600 };
/** A whole hall sits behind one address and mistypes: only codes that are nowhere count. With 3.8 × 10¹¹ codes 200 tries a quarter of an hour find none. */
export const ATTEMPTED_CODES: Allowance = { free: 200, firstWait: 60, longestWait: 900, memory: 900, byWindow: true };
/** People of one hall who join within a quarter of an hour. */
export const JOINED: Allowance = { free: 1_500, firstWait: 60, longestWait: 900, memory: 900, byWindow: true };

/** Counts tries in PostgreSQL, so that every replica counts the same. Keys are digests: the table names nobody. */
@Injectable()
export class Attempts {
  constructor(
    private readonly identity: IdentityPool,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Counts a try before it is made, so that many at once gain nothing. Says how many seconds to wait, 0 when it may go on.
   * Who need not wait is said to have waited until long ago: of many at once each begins a moment before or after another.
   * A try made while waiting is not counted: whoever keeps knocking does not lock the owner out for longer.
   */
  async count(what: string, who: string, allowance: Allowance): Promise<number> {
    const { free, firstWait, longestWait, memory, byWindow = false } = allowance;
    const { rows } = await this.identity.pool.query<{ wait: number; went: boolean }>(
      `with was as (
         select coalesce((select a.wait_until from attempt a where a.key = $1), now()) as wait_until),
       tried as (
         insert into attempt as a (key, count, wait_until) values ($1, 1, 'epoch')
         on conflict (key) do update set
           count = case when a.since < now() - make_interval(secs => $5) then 1 else a.count + 1 end,
           since = case when $6 and a.since >= now() - make_interval(secs => $5) then a.since else now() end,
           wait_until = case when a.since < now() - make_interval(secs => $5) or a.count + 1 < $2 then 'epoch'::timestamptz
             else now() + make_interval(secs => least($4, $3 * power(2, least(a.count + 1 - $2, 20)))) end
           where a.wait_until <= now()
         returning 1)
       select ceil(extract(epoch from (select wait_until from was) - now()))::integer as wait, exists (select from tried) as went`,
      [this.key(what, who), free, firstWait, longestWait, memory, byWindow],
    );
    const [row] = rows;
    return row?.went ? 0 : Math.max(1, row?.wait ?? 1);
  }

  /** Counts a try and refuses it when there have been too many. */
  async allow(what: string, who: string, allowance: Allowance): Promise<void> {
    const retryAfter = await this.count(what, who, allowance);
    if (retryAfter > 0) throw new Refusal('too_many', { detail: `Too many tries. Wait ${inWords(retryAfter)} and try again`, retryAfter });
  }

  /** Refuses whoever has to wait, and counts nothing: for tries of which only the wrong ones count, where very many come at once. */
  async refuseWaiting(what: string, who: string): Promise<void> {
    const { rows } = await this.identity.pool.query<{ wait: number }>('select ceil(extract(epoch from wait_until - now()))::integer as wait from attempt where key = $1 and wait_until > now()', [this.key(what, who)]);
    if (rows[0]) throw new Refusal('too_many', { detail: `Too many tries. Wait ${inWords(rows[0].wait)} and try again`, retryAfter: rows[0].wait });
  }

  /** Forgets the tries: this one was right. */
  async clear(what: string, who: string): Promise<void> {
    await this.identity.pool.query('delete from attempt where key = $1', [this.key(what, who)]);
  }

  /** Takes one try back: it did not fail. */
  async takeBack(what: string, who: string): Promise<void> {
    await this.identity.pool.query(`update attempt set count = greatest(count - 1, 0), wait_until = 'epoch' where key = $1`, [this.key(what, who)]);
  }

  private key(what: string, who: string): string {
    return `${what}:${createHmac('sha256', this.env.secret).update(who.toLowerCase()).digest('hex')}`;
  }
}

/** One caller's network: IPv6 hands out 64 bits to each household, so those count as one. */
export const network = (address: string): string => (isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address);

const inWords = (seconds: number): string => (seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`);
