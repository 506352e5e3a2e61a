import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const EVERY = 60_000;

/**
 * Sessions end after twelve hours unused, so their use is noted: together, once a minute, and not in the request's own
 * round trip. A process that dies forgets a minute at most.
 */
@Injectable()
export class SeenSessions implements OnApplicationShutdown {
  private readonly log = new Logger('sessions');
  private readonly timer = setInterval(() => void this.note().catch((error: unknown) => this.log.error({ error: String(error) })), EVERY).unref();
  private tokens = new Set<string>();

  constructor(private readonly source: DataSource) {}

  saw(token: string): void {
    this.tokens.add(token);
  }

  async note(): Promise<void> {
    if (this.tokens.size === 0) return;
    const tokens = [...this.tokens];
    this.tokens = new Set();
    await this.source.query('select touch_sessions($1)', [tokens]);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
