import { Inject, Injectable } from '@nestjs/common';
import type { Doorway, roomRoutes } from '@followthrough/contracts';
import { checkJoining, codeSaid, MOST_PARTICIPANTS } from '@followthrough/domain';
import { ENV, type Env } from '../env';
import { ATTEMPTED_CODES, Attempts, JOINED, network } from '../identity/attempts';
import type { Changed } from '../identity/identity';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { guestCookie, guestDigest, guestToken, newGuestToken } from '../kernel/guest-cookie';
import { Reads } from '../kernel/reads';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { Guests } from './guests';
import { doorway, guestPage, peopleIn } from './rooms.sql';

/** Coming into a room with its code, from the code on the wall to the first screen. Guessing codes gets slower with every miss. */
@Injectable()
export class Joining {
  private readonly isSecure: boolean;

  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly guests: Guests,
    private readonly attempts: Attempts,
    private readonly events: Events,
    @Inject(ENV) env: Env,
  ) {
    this.isSecure = env.publicUrl.startsWith('https:');
  }

  async doorway(asked: Asked<typeof roomRoutes.doorway>): Promise<string> {
    const address = network(asked.request.ip);
    await this.attempts.refuseWaiting('room-code', address);
    const door = await this.reads.openly(asked, doorway, [codeOf(asked), digestOf(asked)]);
    if (door) return door;
    await this.attempts.count('room-code', address, ATTEMPTED_CODES);
    throw new Refusal('not_found');
  }

  async join(asked: Asked<typeof roomRoutes.join>): Promise<Changed> {
    const { state, names, name: known } = JSON.parse(await this.doorway(asked as never)) as Doorway;
    const name = asked.body.name ?? null;
    if (state === 'open') refuse(checkJoining(names, known ?? name));
    await this.attempts.allow('room-joined', network(asked.request.ip), JOINED);
    const token = newGuestToken();
    const isNew = await this.writes.openly(asked, async (db) => {
      const [row] = await db.query<{ isNew: boolean }[]>('select join_room($1, $2, $3, $4, $5) as "isNew"', [codeOf(asked), digestOf(asked), guestDigest(token), name, MOST_PARTICIPANTS]);
      return row?.isNew ?? false;
    });
    if (!isNew) return { cookies: [], answer: await this.guests.answer(asked, guestPage) };
    return { cookies: [guestCookie(token, asked.params.codeKey, this.isSecure)], answer: await this.welcomed(asked, token) };
  }

  screen(asked: Asked<typeof roomRoutes.screen>): Promise<string> {
    return this.guests.answer(asked, guestPage);
  }

  /** Tells those who keep the room that one more is there. */
  private welcomed(asked: Asked, token: string): Promise<string> {
    return this.guests.transact(asked, async (transaction) => {
      await this.events.tell(transaction, transaction.guest.room_id, 'keepers', 'joined', await transaction.answer(peopleIn, [transaction.guest.room_id]));
      return transaction.answer(guestPage);
    }, token);
  }
}

const codeOf = (asked: Asked): string => codeSaid((asked.params as Readonly<Record<string, string>>)['codeKey'] ?? '');

function digestOf(asked: Asked): Buffer | null {
  const token = guestToken(asked.request.headers.cookie);
  return token ? guestDigest(token) : null;
}
