import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const HOURLY = 3_600_000;

/** Takes the views of rounds whose last day is over into the history. They are seen from midnight on, whether or not this has run. */
@Injectable()
export class Closing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('rounds');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.close().catch((error: unknown) => this.log.error(error))), HOURLY).unref();
  }

  async close(): Promise<void> {
    await this.source.query('select kernel.reveal_closed_rounds()');
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
