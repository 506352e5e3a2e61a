import { Injectable } from '@nestjs/common';
import type { pollRoutes, PollState } from '@followthrough/contracts';
import { checkPoll } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { PollRow } from './poll.row';
import { onePoll } from './polls.sql';

/** As many as one summit needs, and few enough to be looked over. */
const MOST_POLLS = 100;

/** Polls as those who keep the room prepare, open and close them. What a vote may still change is guarded by PostgreSQL. */
@Injectable()
export class Polls {
  constructor(
    private readonly writes: Writes,
    private readonly events: Events,
  ) {}

  add(asked: Asked<typeof pollRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const roomId = await openRoom(db, asked.params.id);
      refuse(checkPoll(asked.body));
      if ((await db.countBy(PollRow, { roomId })) >= MOST_POLLS) throw refuseField('question', `A summit has at most ${MOST_POLLS} polls`);
      const { identifiers } = await db.insert(PollRow, { ...asked.body, roomId });
      return this.told(transaction, identifiers[0]?.['id'] as string, roomId, 'draft');
    });
  }

  edit(asked: Asked<typeof pollRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const merged = await merge(transaction.db, PollRow, asked.params.id, asked.body);
      if (merged.current.state !== 'draft') throw new Refusal('rule', { detail: 'The words of a poll are fixed once it is open' });
      refuse(checkPoll(merged.next));
      await write(transaction.db, PollRow, merged);
      return this.told(transaction, merged.current.id, merged.current.roomId, 'draft');
    });
  }

  open(asked: Asked<typeof pollRoutes.open>): Promise<string> {
    return this.move(asked, 'open');
  }

  close(asked: Asked<typeof pollRoutes.close>): Promise<string> {
    return this.move(asked, 'closed');
  }

  /** The room closes, and its open polls with it. */
  async closeAll(transaction: Transaction, roomId: string): Promise<void> {
    for (const { id } of await transaction.db.findBy(PollRow, { roomId, state: 'open' })) {
      await transaction.db.update(PollRow, { id, state: 'open' }, { state: 'closed' });
      await this.told(transaction, id, roomId, 'closed');
    }
  }

  private move(asked: Asked<typeof pollRoutes.open> | Asked<typeof pollRoutes.close>, state: PollState): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const poll = await db.createQueryBuilder(PollRow, 'p').where('p.id = :id', { id: asked.params.id }).setLock('pessimistic_write').getOne();
      if (!poll) throw new Refusal('not_found');
      if (poll.state === state) return transaction.answer(onePoll, [poll.id]);
      if (state === 'open') await roomIsOpen(db, poll.roomId);
      await db.update(PollRow, { id: poll.id }, { state });
      return this.told(transaction, poll.id, poll.roomId, state);
    });
  }

  /** Guests hear of a poll when it opens. */
  private async told(transaction: Transaction, id: string, roomId: string, state: PollState): Promise<string> {
    const item = await transaction.answer(onePoll, [id]);
    await this.events.tell(transaction, roomId, state === 'draft' ? 'keepers' : 'all', 'poll', item);
    return item;
  }
}

async function openRoom(db: EntityManager, summitId: string): Promise<string> {
  const [room] = await db.query<{ id: string }[]>('select id from room where summit_id = $1', [summitId]);
  if (!room) throw new Refusal('not_found');
  await roomIsOpen(db, room.id);
  return room.id;
}

/** Held until the poll is in, so that a room does not close round it. */
async function roomIsOpen(db: EntityManager, id: string): Promise<void> {
  const [room] = await db.query<unknown[]>(`select from room where id = $1 and state = 'open' for share`, [id]);
  if (!room) throw new Refusal('rule', { detail: 'This summit has closed' });
}
