import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import type { Route } from '@followthrough/contracts';
import { Here } from '../session/here';
import { addressOf } from './address';

/** One change as the server tells it. Its number goes up; what has come once is never applied again. */
export interface Change {
  readonly number: number;
  readonly kind: string;
  readonly body: unknown;
}

/** A screen that follows changes. */
export interface Following {
  /** False while nothing comes: the screen says so, and catches up when it returns. */
  readonly isLive: Signal<boolean>;
  /** Asks at once instead of waiting for the next try: the network is said to be back. */
  wake(): void;
  stop(): void;
}

type Word = { readonly change: Change } | { readonly isLive: boolean } | { readonly again: true } | { readonly hello: true };

/** Between tries after the server said no, in milliseconds. What the network loses the browser itself asks for again. */
const RETRY_MS = 3_000;

/**
 * Follows a stream of the API. All tabs of a browser share one connection, because a browser has six at most: the tab that holds
 * the lock listens and passes on, and when it goes another takes over where it was.
 */
@Injectable({ providedIn: 'root' })
export class Changes {
  private readonly here = inject(Here);

  /**
   * @param read reads the screen and says its position. Changes that come while it reads wait, so none falls between.
   * @param apply takes one change, in their order
   */
  follow(route: Route, params: Readonly<Record<string, string>>, read: () => Promise<number | undefined>, apply: (change: Change) => void): Following {
    const url = addressOf(route, { locality: this.here.slug(), ...params });
    const follower = new Follower(url, Object.keys(route.stream ?? {}), read, apply);
    return { isLive: computed(() => follower.isLive()), wake: () => follower.wake(), stop: () => follower.stop() };
  }
}

class Follower {
  readonly isLive = signal(false);
  private readonly channel: BroadcastChannel;
  private readonly stopped = new AbortController();
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isLeader = false;
  /** The last change applied; undefined while the screen is being read. */
  private position: number | undefined;
  private early: Change[] = [];

  constructor(
    private readonly url: string,
    private readonly kinds: readonly string[],
    private readonly read: () => Promise<number | undefined>,
    private readonly apply: (change: Change) => void,
  ) {
    this.channel = new BroadcastChannel(`followthrough ${url}`);
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => this.hear(data);
    // A tab that comes later asks how it stands: the one that listens says so only when that changes.
    this.channel.postMessage({ hello: true } satisfies Word);
    void this.begin();
  }

  wake(): void {
    if (this.position === undefined) void this.begin();
    else if (this.isLeader && !this.isLive()) this.listen();
  }

  stop(): void {
    this.stopped.abort();
    clearTimeout(this.retry);
    this.source?.close();
    this.channel.close();
  }

  /** Reads the screen, applies what came meanwhile, and stands for the lock. */
  private async begin(): Promise<void> {
    clearTimeout(this.retry);
    this.position = undefined;
    const position = await this.read().catch(() => undefined);
    if (this.stopped.signal.aborted) return;
    if (position === undefined) {
      this.retry = setTimeout(() => void this.begin(), RETRY_MS);
      return;
    }
    this.position = position;
    for (const change of this.early.splice(0)) this.take(change);
    if (this.isLeader) this.listen();
    else void this.lead();
  }

  private async lead(): Promise<void> {
    const lock = `followthrough ${this.url}`;
    await navigator.locks
      .request(lock, { signal: this.stopped.signal }, async () => {
        this.isLeader = true;
        this.listen();
        await new Promise((resolve) => this.stopped.signal.addEventListener('abort', resolve));
      })
      // Stopped while it waited for its turn.
      .catch(() => undefined);
  }

  private listen(): void {
    clearTimeout(this.retry);
    this.source?.close();
    const source = new EventSource(`${this.url}?after=${this.position ?? 0}`);
    this.source = source;
    for (const kind of this.kinds)
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => this.say({ change: { number: Number(lastEventId), kind, body: JSON.parse(data) as unknown } }));
    source.addEventListener('again', () => {
      source.close();
      this.say({ again: true });
    });
    source.onopen = () => this.say({ isLive: true });
    source.onerror = () => {
      this.say({ isLive: false });
      // A refusal ends it for good; a lost network the browser mends itself.
      if (source.readyState === EventSource.CLOSED && this.source === source) this.retry = setTimeout(() => void this.begin(), RETRY_MS);
    };
  }

  private say(word: Word): void {
    this.channel.postMessage(word);
    this.hear(word);
  }

  private hear(word: Word): void {
    if ('hello' in word) {
      if (this.isLeader) this.channel.postMessage({ isLive: this.isLive() } satisfies Word);
    } else if ('again' in word) void this.begin();
    else if ('isLive' in word) this.isLive.set(word.isLive);
    else if (this.position === undefined) this.early.push(word.change);
    else {
      // Somebody hears it, so the connection is there.
      this.isLive.set(true);
      this.take(word.change);
    }
  }

  private take(change: Change): void {
    if (this.position !== undefined && change.number <= this.position) return;
    this.position = change.number;
    this.apply(change);
  }
}
