import { Injectable } from '@nestjs/common';
import type { Naming, questionRoutes, RoomState } from '@followthrough/contracts';
import { checkAsking } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { refuse } from '../kernel/refusal';
import { Guests } from '../rooms/guests';
import { oneGuestQuestion, oneQuestion, supportQuestion } from './questions.sql';

interface Standing {
  readonly state: RoomState;
  readonly takesQuestions: boolean;
  readonly checksQuestions: boolean;
  readonly names: Naming;
  readonly hasName: boolean;
  readonly mine: number;
  readonly everybody: number;
}

/** What somebody in the room does with questions: asks, votes, takes the vote back. Each is the same however often it is sent. */
@Injectable()
export class Asking {
  constructor(
    private readonly guests: Guests,
    private readonly events: Events,
  ) {}

  ask(asked: Asked<typeof questionRoutes.ask>): Promise<string> {
    return this.guests.transact(asked, async (transaction) => {
      const { db, guest, answer } = transaction;
      const { id, text, isAnonymous } = asked.body;
      const standing = await standingOf(db);
      if (!(await isThere(db, id))) refuse(checkAsking({ room: standing, isAnonymous, ...standing }));
      const [said] = await db.query<{ isNew: boolean }[]>('select ask_question($1, $2, $3, $4) as "isNew"', [id, text, isAnonymous, standing.checksQuestions ? 'waiting' : 'approved']);
      if (said?.isNew) await this.events.tell(transaction, guest.room_id, standing.checksQuestions ? 'keepers' : 'all', 'question', await answer(oneQuestion, [id]));
      return answer(oneGuestQuestion, [id]);
    });
  }

  raise(asked: Asked<typeof questionRoutes.raise>): Promise<string> {
    return this.support(asked, true);
  }

  withdraw(asked: Asked<typeof questionRoutes.withdraw>): Promise<string> {
    return this.support(asked, false);
  }

  private async support(asked: Asked<typeof questionRoutes.raise>, wants: boolean): Promise<string> {
    const votes = await this.guests.once(asked, supportQuestion, [asked.params.id, wants]);
    this.events.passOn();
    return votes;
  }
}

/** The room, the guest and what has been asked so far. Whoever asks next waits until this transaction is over. */
async function standingOf(db: EntityManager): Promise<Standing> {
  const [standing] = await db.query<Standing[]>(
    `select r.state, r.takes_questions as "takesQuestions", r.checks_questions as "checksQuestions", r.names, p.name is not null as "hasName", a.mine, a.everybody
     from guest_asked() a, room r, participant p where r.id = current_room() and p.id = current_guest()`,
  );
  if (!standing) throw new Error('a guest without a room');
  return standing;
}

/** Sent before, by the same guest: no limit counts it twice. */
async function isThere(db: EntityManager, id: string): Promise<boolean> {
  const [mine] = await db.query<unknown[]>('select from support where question_id = $1 and participant_id = current_guest() and asked', [id]);
  return mine !== undefined;
}
