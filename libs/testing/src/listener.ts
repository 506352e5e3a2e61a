import { get, type IncomingMessage } from 'node:http';
import { check, type Route } from '@followthrough/contracts';

export interface Heard {
  readonly id: number;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An open stream of server-sent events, as a browser hears it. */
export class Listener {
  readonly heard: Heard[] = [];
  /** Resolves with the status once the stream has begun. */
  readonly begun: Promise<number>;
  isOver = false;
  private response: IncomingMessage | undefined;
  private rest = '';
  private readonly waiting = new Set<() => void>();

  constructor(url: string, private readonly route: Route, headers: Readonly<Record<string, string>>) {
    this.begun = new Promise((resolve, reject) => {
      get(url, { headers }, (response) => {
        this.response = response;
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          resolve(response.statusCode ?? 0);
          this.take(text);
        });
        response.on('close', () => {
          this.isOver = true;
          this.wake();
        });
        response.on('error', () => undefined);
      }).on('error', reject);
    });
  }

  /** Waits until what was heard is as it should be. The test's own time limit is the limit. */
  async until(holds: (heard: readonly Heard[]) => boolean): Promise<readonly Heard[]> {
    while (!holds(this.heard)) await new Promise<void>((resolve) => this.waiting.add(resolve));
    return this.heard;
  }

  /** Waits until the other side has ended it. */
  async ended(): Promise<void> {
    while (!this.isOver) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  close(): void {
    this.response?.destroy();
  }

  private take(text: string): void {
    const events = (this.rest + text).split('\n\n');
    this.rest = events.pop() ?? '';
    for (const event of events) {
      const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
      const kind = field('event');
      if (!kind) continue;
      const body = JSON.parse(field('data') ?? 'null') as Record<string, unknown>;
      const contract = this.route.stream?.[kind];
      const refusals = contract ? check(contract, body).refusals : kind === 'again' ? undefined : [{ field: 'event', message: `${kind} is not in the contract` }];
      if (refusals) throw new Error(`An event of ${this.route.path} breaks its contract: ${JSON.stringify(refusals)} ${event}`);
      this.heard.push({ id: Number(field('id') ?? 0), kind, body });
    }
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
