import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const EVERY_MS = 10_000;

/**
 * Seals settled history in the background. A chain written by the writers themselves would queue a whole locality
 * behind one row; this way a write costs nothing, and what waits for a seal is seconds old.
 * Any number of servers may try: one at a time gets to.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('sealer');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.seal().catch((error: unknown) => this.log.error(error))), EVERY_MS).unref();
  }

  /** How many rows were sealed. */
  async seal(): Promise<number> {
    const [row] = await this.source.query<{ sealed: string }[]>('select kernel.seal_settled() as sealed');
    return Number(row?.sealed ?? 0);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
