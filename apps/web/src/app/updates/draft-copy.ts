import { signal } from '@angular/core';
import { updateDraftRoutes } from '@followthrough/contracts';
import type { Api } from '../api/api';
import type { Kept } from '../api/drafts';

/** After the last key, and until the next try where nothing was answered, in milliseconds. */
const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

/**
 * The draft of one report on the server, for the same person's other devices: what the device keeps, a moment later. It never
 * stands in the way: what cannot be sent is on the device.
 */
export class DraftCopy {
  /** What the server has of it. */
  readonly has = signal<Kept | undefined>(undefined);
  private next: Kept | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;

  constructor(
    private readonly api: Api,
    private readonly id: string,
  ) {}

  keep(kept: Kept): void {
    this.next = kept;
    this.in(PAUSE_MS);
  }

  /** What waits goes now: the screen is being left. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.next) void this.send();
  }

  /** The report is sent or thrown away: nothing of it is to come back. */
  async over(isOnServer: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.next = undefined;
    const late = this.sending;
    await late;
    if (late || isOnServer) await this.api.ask(updateDraftRoutes.drop, { params: { id: this.id } }).catch(() => undefined);
  }

  private in(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    await this.sending;
    const kept = this.next;
    if (!kept) return;
    this.next = undefined;
    this.sending = this.api.ask(updateDraftRoutes.keep, { params: { id: this.id }, body: { said: kept.said, typedAt: kept.at } }).then(
      () => this.has.set(kept),
      () => {
        this.next ??= kept;
        this.in(RETRY_MS);
      },
    );
    await this.sending;
    this.sending = undefined;
  }
}
