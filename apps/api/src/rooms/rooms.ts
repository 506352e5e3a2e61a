import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { roomRoutes } from '@followthrough/contracts';
import { makeCode } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { Polls } from '../polls/polls';
import { RoomRow } from './room.row';
import { oneRoom, roomPage, shownRoom } from './rooms.sql';

/** A summit's room as those who keep it see it: it opens once, shows what the moderator chooses, and closes for good. */
@Injectable()
export class Rooms {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly events: Events,
    private readonly polls: Polls,
  ) {}

  page(asked: Asked<typeof roomRoutes.page>): Promise<string> {
    return this.reads.answer(asked, roomPage, [asked.params.id]);
  }

  open(asked: Asked<typeof roomRoutes.open>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [summit] = await db.query<{ state: string }[]>('select state from summit where id = $1 for update', [asked.params.id]);
      if (!summit) throw new Refusal('not_found');
      if (summit.state === 'closed' || summit.state === 'published') throw new Refusal('rule', { detail: 'The summit is over: nobody can join it any more.' });
      if (await db.existsBy(RoomRow, { summitId: asked.params.id })) throw new Refusal('already_done');
      await db.insert(RoomRow, { ...asked.body, summitId: asked.params.id, code: makeCode(randomInt) });
      return answer(roomPage, [asked.params.id]);
    });
  }

  edit(asked: Asked<typeof roomRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const merged = await merge(db, RoomRow, await roomOf(db, asked.params.id), shownOnce(asked.body));
      await write(db, RoomRow, merged);
      await this.tell(transaction, merged.current.id);
      return transaction.answer(oneRoom, [asked.params.id]);
    });
  }

  close(asked: Asked<typeof roomRoutes.close>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      await roomOf(transaction.db, asked.params.id);
      if (!(await this.closeWith(transaction, asked.params.id))) throw new Refusal('already_done');
      return transaction.answer(roomPage, [asked.params.id]);
    });
  }

  /** Closes a summit's room within another deed; false when there is none, or it was closed. */
  async closeWith(transaction: Transaction, summitId: string): Promise<boolean> {
    const room = await transaction.db.findOneBy(RoomRow, { summitId, state: 'open' });
    if (!room) return false;
    const { affected } = await transaction.db.createQueryBuilder().update(RoomRow).set({ state: 'closed', closedAt: () => 'now()', takesQuestions: false }).where(`id = :id and state = 'open'`, { id: room.id }).execute();
    if (!affected) return false;
    await this.polls.closeAll(transaction, room.id);
    await this.tell(transaction, room.id);
    return true;
  }

  private async tell(transaction: Transaction, id: string): Promise<void> {
    await this.events.tell(transaction, id, 'all', 'room', await transaction.answer(shownRoom, [id]));
  }
}

async function roomOf(db: Transaction['db'], summitId: string): Promise<string> {
  const room = await db.findOneBy(RoomRow, { summitId });
  if (!room) throw new Refusal('not_found');
  return room.id;
}

/** The projector shows one thing: what is put there takes the place of the other. */
function shownOnce<Edit extends { shownQuestionId?: string | null; shownPollId?: string | null }>(edit: Edit): Edit {
  if (edit.shownQuestionId) return { ...edit, shownPollId: null };
  return edit.shownPollId ? { ...edit, shownQuestionId: null } : edit;
}
