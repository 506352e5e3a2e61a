import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Events travel at most this often, so that a hundred votes are ten notices. */
const EVERY_MS = 100;
/** For what a process that died had told and not pumped. */
const SWEEP_MS = 5_000;
const PRUNE_MS = 3_600_000;

/**
 * Numbers events that are committed and notifies whoever listens. Each server pumps after its own writes; PostgreSQL lets one
 * at a time. NOTIFY inside the writes would make them queue for one another, and carries 8,000 bytes at most.
 */
@Injectable()
export class Pump implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('pump');
  private readonly timers: NodeJS.Timeout[] = [];
  private next: NodeJS.Timeout | undefined;
  private last = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timers.push(setInterval(() => this.soon(), SWEEP_MS).unref(), setInterval(() => this.run('select kernel.prune_events()'), PRUNE_MS).unref());
  }

  /** At once after a quiet time, else when the last was `EVERY_MS` ago. */
  soon(): void {
    this.next ??= setTimeout(() => {
      this.next = undefined;
      this.last = Date.now();
      this.run('select kernel.number_events()');
    }, Math.max(0, this.last + EVERY_MS - Date.now()));
  }

  private run(statement: string): void {
    const before = this.running;
    this.running = this.source.query(statement).catch((error: unknown) => this.log.error({ error: String(error) })).then(() => before);
  }

  async onModuleDestroy(): Promise<void> {
    this.timers.forEach(clearInterval);
    clearTimeout(this.next);
    await this.running;
  }
}
