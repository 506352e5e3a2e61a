import { Injectable } from '@nestjs/common';
import { roomChanges } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { Pump } from './pump';

/** Everybody in the room, only those who keep it, or only its guests. */
export type Audience = 'all' | 'keepers' | 'guests';

/** A transaction that can tell of what it does. */
interface Telling {
  readonly db: EntityManager;
  committed(then: () => void): void;
}

/** Tells open screens of a change, as part of the change: what is rolled back is never told, what is committed always is. */
@Injectable()
export class Events {
  constructor(private readonly pump: Pump) {}

  /** `body` is JSON text, small: the thing that changed as it now is, or a count. */
  async tell({ db, committed }: Telling, roomId: string, audience: Audience, kind: keyof typeof roomChanges, body: string): Promise<void> {
    await db.query('select tell($1, $2, $3, $4)', [roomId, audience, kind, body]);
    committed(() => this.pump.soon());
  }

  /** For a statement that told by itself: it is committed. */
  passOn(): void {
    this.pump.soon();
  }
}
