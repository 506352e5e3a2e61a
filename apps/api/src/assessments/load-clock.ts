import { setTimeout as rested } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reckonLoads } from './load-reckoning';

const EVERY_MS = 60_000;
/** After a locality so many times what it took, at most so long: whoever asks for a screen meanwhile has nearly all of the processor. */
const REST_TIMES = 20;
const LONGEST_REST_MS = 30_000;

interface Place {
  readonly id: string;
  readonly slug: string;
}

/** Keeps what capacity says of actions up with what people change, and with the day. Any number of servers may try; each locality is done by one at a time. */
@Injectable()
export class LoadClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('load-clock');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;
  private readonly ended = new AbortController();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.tick().catch((error: unknown) => this.log.error({ error: String(error) })).finally(() => (this.running = undefined));
    }, EVERY_MS).unref();
  }

  /** One round through all localities; one that fails does not keep the others from theirs. `atOnce`: without a rest. Answers how many were reckoned. */
  async tick({ atOnce = false }: { readonly atOnce?: boolean } = {}): Promise<number> {
    let done = 0;
    for (const place of await this.source.query<Place[]>('select id, slug from kernel.places()'))
      try {
        if (this.ended.signal.aborted) break;
        const began = Date.now();
        const isDone = await this.source.transaction((db) => this.within(db, place, atOnce));
        done += Number(isDone);
        if (isDone && !atOnce) await rested(Math.min(LONGEST_REST_MS, REST_TIMES * (Date.now() - began)), undefined, { signal: this.ended.signal, ref: false }).catch(() => undefined);
      } catch (error) {
        this.log.error({ locality: place.slug, error: String(error) });
      }
    return done;
  }

  private async within(db: EntityManager, place: Place, atOnce: boolean): Promise<boolean> {
    const [lock] = await db.query<{ mine: boolean }[]>(`select pg_try_advisory_xact_lock(hashtext('followthrough.loads'), hashtext($1::text)) as mine, set_config('app.locality', $1::text, true)`, [place.id]);
    return !!lock?.mine && reckonLoads((sql, values = []) => db.query(sql, [...values]), atOnce);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.ended.abort();
    await this.running;
  }
}
