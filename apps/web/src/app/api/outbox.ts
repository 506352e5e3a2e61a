import { computed, type Signal, signal } from '@angular/core';
import { refusedBy } from './refused';

/** Something done on the device that the server does not know yet. */
export interface Waiting<Deed> {
  /** What it is about: doing the same again takes the place of what waits. */
  readonly about: string;
  readonly nonce: string;
  readonly deed: Deed;
}

const RETRY_MS = 4_000;

/**
 * Deeds that wait on the device until the server has them: kept over a lost connection, a closed tab and a flat battery, sent in
 * order, by one tab. Each deed carries its own key (an id made when it was typed), so that sending it twice does it once.
 */
export class Outbox<Deed> {
  private readonly all = signal<readonly Waiting<Deed>[]>([]);
  private readonly key: string;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isOver = false;
  readonly waiting: Signal<readonly Waiting<Deed>[]> = computed(() => this.all());
  private readonly changed = ({ key }: StorageEvent): void => {
    if (key === this.key) this.all.set(this.kept());
  };
  private readonly back = (): void => void this.send();

  /**
   * @param deliver does the deed; throws `Refused` when the server says no
   * @param refused a deed that the server will never take, and its sentence
   */
  constructor(
    name: string,
    private readonly deliver: (deed: Deed) => Promise<void>,
    private readonly refused: (deed: Deed, says: string) => void,
  ) {
    this.key = `followthrough.outbox.${name}`;
    this.all.set(this.kept());
    addEventListener('storage', this.changed);
    addEventListener('online', this.back);
    void this.send();
  }

  put(about: string, deed: Deed): void {
    this.keep([...this.kept().filter((one) => one.about !== about), { about, nonce: crypto.randomUUID(), deed }]);
    void this.send();
  }

  /** Sends what waits, first things first. What gets no answer stays. */
  async send(): Promise<void> {
    if (this.isSending || this.isOver) return;
    this.isSending = true;
    clearTimeout(this.retry);
    try {
      // One tab at a time: two would send the same.
      await navigator.locks.request(this.key, async () => {
        for (let next = this.kept()[0]; next && !this.isOver; next = this.kept()[0]) if (!(await this.sent(next))) return;
      });
    } finally {
      this.isSending = false;
    }
    if (this.kept().length > 0 && !this.isOver) this.retry = setTimeout(() => void this.send(), RETRY_MS);
  }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.retry);
    removeEventListener('storage', this.changed);
    removeEventListener('online', this.back);
  }

  /** False when it got no answer. */
  private async sent({ nonce, deed }: Waiting<Deed>): Promise<boolean> {
    try {
      await this.deliver(deed);
    } catch (thrown) {
      const { code, message } = refusedBy(thrown);
      // Whoever's session has ended signs in again, and it goes on its way.
      if (code === 'unavailable' || code === 'failed' || code === 'too_many' || code === 'sign_in_needed') return false;
      this.refused(deed, message);
    }
    // What was done again meanwhile is another deed, and stays.
    this.keep(this.kept().filter((one) => one.nonce !== nonce));
    return true;
  }

  private kept(): readonly Waiting<Deed>[] {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]') as Waiting<Deed>[];
    } catch {
      return this.all();
    }
  }

  private keep(waiting: readonly Waiting<Deed>[]): void {
    this.all.set(waiting);
    try {
      localStorage.setItem(this.key, JSON.stringify(waiting));
    } catch {
      // A device that keeps nothing still sends what this tab holds.
    }
  }
}
