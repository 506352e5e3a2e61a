import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const HOURLY = 3_600_000;

/** Throws away once an hour what nobody needs any more. What that is stands in `kernel.tidy()`; history is never part of it. */
@Injectable()
export class Tidy implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('tidy');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.tidy().catch((error: unknown) => this.log.error(error))), HOURLY).unref();
  }

  async tidy(): Promise<void> {
    await this.source.query('select kernel.tidy()');
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
