import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ENV, type Env } from '../../env';
import { Refusal } from '../refusal';
import type { Audience } from './events';
import type { Stream } from './stream';

interface Told {
  readonly number: string;
  readonly audience: Audience;
  readonly kind: string;
  readonly body: string;
}

interface Listener {
  readonly stream: Stream;
  readonly isKeeper: boolean;
  /** The last event it was sent, or begins after. */
  sent: number;
  /** False while it is told what it missed. */
  isUpToDate: boolean;
}

interface Room {
  readonly localityId: string;
  readonly listeners: Set<Listener>;
  /** The last event that all who are up to date have. */
  last: number;
  /** Counts how often something happened, so that whoever catches up sees that more came meanwhile. */
  stirred: number;
}

/** More open streams than this are one process too few: the browser tries again, perhaps at another. */
const MOST_STREAMS = 5_000;
/** A browser shares one stream among its tabs; a few more for its other windows and for one that has not noticed it was cut. */
const MOST_OF_ONE = 8;
/** Who missed more than this reads its screen again. */
const MOST_MISSED = 1_000;
/** So many events are 200 kB at most, less than a stream lets wait: who catches up takes them before it is told more. */
const AT_ONCE = 10;
const RECONNECT_MS = 1_000;

/**
 * Passes numbered events on to open streams. It listens for "something happened in this locality", reads what is new in the
 * rooms that somebody here listens to, and writes one text to all who see the same. Numbers go up without gaps that would be
 * filled later, so a position is all that a listener needs to lose nothing and get nothing twice.
 */
@Injectable()
export class Hub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('hub');
  private readonly rooms = new Map<string, Room>();
  private ear: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosing = false;
  private count = 0;
  private readonly streamsOf = new Map<string, number>();
  private readonly reading = new Map<string, { again: boolean }>();

  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  /** How many streams are open here. */
  get open(): number {
    return this.count;
  }

  /** Refuses when there are as many as this server holds, or as `who` may have. */
  refuseWhenFull(who: string): void {
    if (this.count >= MOST_STREAMS || this.isClosing) throw new Refusal('unavailable', { retryAfter: 5 });
    if ((this.streamsOf.get(who) ?? 0) >= MOST_OF_ONE) throw new Refusal('too_many', { retryAfter: 30 });
  }

  /** From now on the stream is told what happens in the room after event number `after`, whoever is told that. */
  async add(stream: Stream, { localityId, roomId, who, isKeeper, after }: { readonly localityId: string; readonly roomId: string; readonly who: string; readonly isKeeper: boolean; readonly after: number }): Promise<void> {
    const room = this.rooms.get(roomId) ?? { localityId, listeners: new Set(), last: 0, stirred: 0 };
    this.rooms.set(roomId, room);
    const listener: Listener = { stream, isKeeper, sent: after, isUpToDate: false };
    room.listeners.add(listener);
    this.count += 1;
    this.streamsOf.set(who, (this.streamsOf.get(who) ?? 0) + 1);
    stream.whenClosed(() => {
      const left = (this.streamsOf.get(who) ?? 1) - 1;
      if (left > 0) this.streamsOf.set(who, left);
      else this.streamsOf.delete(who);
      room.listeners.delete(listener);
      this.count -= 1;
      if (room.listeners.size === 0 && this.rooms.get(roomId) === room) this.rooms.delete(roomId);
    });
    // Nobody begins after what has not happened yet.
    listener.sent = Math.min(after, await this.newest(localityId, roomId));
    await this.catchUp(roomId, room, listener);
  }

  /** Told what it missed, until nothing has happened meanwhile; only then is it one of the many. */
  private async catchUp(roomId: string, room: Room, listener: Listener): Promise<void> {
    for (let stirred = -1; stirred !== room.stirred; ) {
      stirred = room.stirred;
      const missed = await this.after(room.localityId, roomId, listener.sent);
      if (missed.length >= MOST_MISSED) return listener.stream.end('event: again\ndata: {}\n\n');
      for (let at = 0; at < missed.length; at += AT_ONCE) {
        const some = missed.slice(at, at + AT_ONCE);
        listener.stream.send(textFor(some, listener.isKeeper));
        listener.sent = Math.max(listener.sent, numberOf(some.at(-1)));
        if (!(await listener.stream.taken())) return;
      }
    }
    if (![...room.listeners].some((one) => one.isUpToDate)) room.last = listener.sent;
    listener.isUpToDate = true;
  }

  /** Reads each room of a locality once more than it was asked to while reading, and never twice at once. */
  private async happened(localityId: string): Promise<void> {
    const going = this.reading.get(localityId);
    if (going) {
      going.again = true;
      return;
    }
    const state = { again: true };
    this.reading.set(localityId, state);
    try {
      while (state.again) {
        state.again = false;
        for (const [roomId, room] of this.rooms) if (room.localityId === localityId) await this.passOn(roomId, room);
      }
    } catch (error) {
      this.log.error({ error: String(error) });
    } finally {
      this.reading.delete(localityId);
    }
  }

  private async passOn(roomId: string, room: Room): Promise<void> {
    for (;;) {
      room.stirred += 1;
      if (![...room.listeners].some((one) => one.isUpToDate)) return;
      const events = await this.after(room.localityId, roomId, room.last);
      if (events.length === 0) return;
      const [first, last] = [numberOf(events[0]), numberOf(events.at(-1))];
      const texts = { keepers: textFor(events, true), guests: textFor(events, false) };
      room.last = Math.max(room.last, last);
      for (const listener of room.listeners) {
        if (!listener.isUpToDate) continue;
        // Who has just caught up may have some of these already.
        const hasNone = listener.sent < first;
        listener.stream.send(hasNone ? texts[listener.isKeeper ? 'keepers' : 'guests'] : textFor(events.filter((one) => numberOf(one) > listener.sent), listener.isKeeper));
        listener.sent = Math.max(listener.sent, last);
      }
    }
  }

  private after(localityId: string, roomId: string, number: number): Promise<Told[]> {
    return this.look(localityId, `select e.number, e.audience, e.kind, e.body::text as body from event e where e.locality_id = $1 and e.room_id = $2 and e.number > $3 order by e.number limit ${MOST_MISSED}`, [localityId, roomId, number]);
  }

  private async newest(localityId: string, roomId: string): Promise<number> {
    const [row] = await this.look<{ newest: string | null }>(localityId, 'select max(e.number) as newest from event e where e.locality_id = $1 and e.room_id = $2', [localityId, roomId]);
    return Number(row?.newest ?? 0);
  }

  /** The server's own look at one locality: who may be told what is decided here. */
  private look<Row>(localityId: string, statement: string, values: readonly unknown[]): Promise<Row[]> {
    return this.source.transaction(async (db) => {
      await db.query(`select set_config('app.locality', $1, true)`, [localityId]);
      return db.query<Row[]>(statement, [...values]);
    });
  }

  /** One connection that only listens. When it is lost, nothing else is: on its return every room is read again. */
  private async listen(): Promise<void> {
    const ear = new Client({ connectionString: this.env.databaseUrl, application_name: 'followthrough events', keepAlive: true });
    this.ear = ear;
    const lost = (error?: unknown): void => {
      if (this.ear !== ear) return;
      this.ear = undefined;
      if (this.isClosing) return;
      this.log.warn({ lost: String(error ?? 'connection ended') });
      this.retry = setTimeout(() => void this.listen(), RECONNECT_MS).unref();
    };
    ear.on('error', lost);
    ear.on('end', lost);
    ear.on('notification', ({ payload }) => void this.happened(payload?.split(' ')[0] ?? ''));
    try {
      await ear.connect();
      await ear.query('listen followthrough_event');
      for (const { localityId } of this.rooms.values()) void this.happened(localityId);
    } catch (error) {
      lost(error);
      await ear.end().catch(() => undefined);
    }
  }

  /** Every stream ends, and its browser goes on at whichever server is there. */
  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.retry);
    for (const { listeners } of this.rooms.values()) for (const { stream } of listeners) stream.end();
    await this.ear?.end().catch(() => undefined);
  }
}

const numberOf = (event: Told | undefined): number => Number(event?.number ?? 0);

/** The events that such a listener is told, as they go over the wire. */
function textFor(events: readonly Told[], isKeeper: boolean): string {
  const hidden: Audience = isKeeper ? 'guests' : 'keepers';
  return events.filter(({ audience }) => audience !== hidden).map(({ number, kind, body }) => `id: ${number}\nevent: ${kind}\ndata: ${body}\n\n`).join('');
}
