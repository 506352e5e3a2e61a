import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GuestPoll, pollRoutes } from '@followthrough/contracts';
import { checkBallot } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { refuse } from '../kernel/refusal';
import { Guests } from '../rooms/guests';
import { oneGuestPoll, votedSoFar } from './polls.sql';

/** Somebody in the room votes, or changes their vote. The same ballot sent again is the same ballot. */
@Injectable()
export class Voting {
  constructor(
    private readonly guests: Guests,
    private readonly events: Events,
  ) {}

  vote(asked: Asked<typeof pollRoutes.vote>): Promise<string> {
    return this.guests.transact(asked, async (transaction) => {
      const { db, guest, answer } = transaction;
      const { choices, receipt } = asked.body;
      const { id } = asked.params;
      refuse(checkBallot(JSON.parse(await answer(oneGuestPoll, [id])) as GuestPoll, choices));
      await db.query('select cast_ballot($1, $2, $3)', [id, choices, receipt ? createHash('sha256').update(receipt).digest() : null]);
      await this.events.tell(transaction, guest.room_id, 'all', 'voted', await answer(votedSoFar, [id]));
      return answer(oneGuestPoll, [id]);
    });
  }
}
