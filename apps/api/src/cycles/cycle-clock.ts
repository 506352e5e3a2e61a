import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { remindsOn } from '@followthrough/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Chases } from '../chases/chases';
import { today } from '../kernel/today';
import { planCycles } from './plan-cycles';

const EVERY_MS = 300_000;
/** Mail does not come at night: from so many o'clock in London. */
const FROM_HOUR = 7;

interface Place {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * What happens to cycles by the day: they are planned ahead, they open, and those who owe a report are mailed. Nothing is frozen
 * or published by the clock: somebody reads it first. Any number of servers may try; each locality is done by one at a time.
 */
@Injectable()
export class CycleClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('cycle-clock');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly chases: Chases,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.tick().catch((error: unknown) => this.log.error({ error: String(error) }))), EVERY_MS).unref();
  }

  /** One round through all localities; one that fails does not keep the others from theirs. `day`: what decides who is mailed. Answers how many mails it wrote. */
  async tick({ fromHour = FROM_HOUR, day }: { readonly fromHour?: number; readonly day?: string } = {}): Promise<number> {
    let sent = 0;
    for (const place of await this.source.query<Place[]>('select id, slug, name from kernel.places()'))
      try {
        sent += await this.source.transaction((db) => this.within(db, place, fromHour, day));
      } catch (error) {
        this.log.error({ locality: place.slug, error: String(error) });
      }
    return sent;
  }

  private async within(db: EntityManager, place: Place, fromHour: number, said?: string): Promise<number> {
    const [lock] = await db.query<{ mine: boolean; hour: number }[]>(`select pg_try_advisory_xact_lock(hashtext('followthrough.cycles'), hashtext($1::text)) as mine, set_config('app.locality', $1::text, true), extract(hour from now() at time zone 'Europe/London')::integer as hour`, [place.id]);
    if (!lock?.mine) return 0;
    const plans = await db.query<{ id: string }[]>('select p.id from reporting_cadence k join plan p on p.id = k.plan_id and p.withdrawn_at is null order by p.id');
    for (const { id } of plans) {
      await db.query('select id from plan where id = $1 for update', [id]);
      await planCycles(db, id);
    }
    if (lock.hour < fromHour) return 0;
    const day = said ?? (await today(db));
    const open = await db.query<{ id: string; opensOn: string; dueOn: string }[]>(`select c.id, c.opens_on::text as "opensOn", c.due_on::text as "dueOn" from reporting_cycle c join reporting_cadence k on k.plan_id = c.plan_id where c.state = 'open'`);
    const due = open.filter((one) => remindsOn(one, day)).map(({ id }) => id);
    return due.length > 0 ? this.chases.remind(db, place, due) : 0;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
