import { Injectable } from '@nestjs/common';
import type { questionRoutes, QuestionState } from '@followthrough/contracts';
import { checkModerating, isForAll } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Events } from '../kernel/events/events';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { QuestionRow } from './question.row';
import { oneQuestion } from './questions.sql';

/** The moderator's queue: approve, answer, park, merge, and put back. What is put back from a merger stands for itself again. */
@Injectable()
export class Moderating {
  constructor(
    private readonly writes: Writes,
    private readonly events: Events,
  ) {}

  moderate(asked: Asked<typeof questionRoutes.moderate>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      refuse(checkModerating(asked.body.state));
      const merged = await merge(transaction.db, QuestionRow, asked.params.id, asked.body);
      const { current, changes } = merged;
      const kept = changes.state && current.mergedIntoId;
      await write(transaction.db, QuestionRow, kept ? { ...merged, changes: { ...changes, mergedIntoId: null } } : merged);
      // The one it was merged into has fewer votes again.
      const left = kept ? await transaction.db.findOneBy(QuestionRow, { id: kept }) : null;
      if (left) await this.tell(transaction, left, left.state);
      return this.tell(transaction, current, merged.next.state);
    });
  }

  merge(asked: Asked<typeof questionRoutes.merge>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const { intoId } = asked.body;
      // In the order of their ids, so that two who merge the same two wait for one another.
      const both = await db.createQueryBuilder(QuestionRow, 'q').where('q.id in (:...ids)', { ids: [asked.params.id, intoId] }).orderBy('q.id').setLock('pessimistic_write').getMany();
      const given = both.find((one) => one.id === asked.params.id);
      if (!given) throw new Refusal('not_found');
      const kept = both.find((one) => one.id === intoId);
      if (!kept || kept.roomId !== given.roomId || kept.id === given.id) throw refuseField('intoId', 'Choose another question of the same summit');
      if (kept.state === 'merged') throw refuseField('intoId', 'That question is merged itself. Choose the one that is kept');
      // What was merged into the one that goes, goes along.
      const followers = await db.findBy(QuestionRow, { mergedIntoId: given.id });
      for (const one of followers) await db.update(QuestionRow, { id: one.id }, { mergedIntoId: kept.id });
      await db.update(QuestionRow, { id: given.id }, { state: 'merged', mergedIntoId: kept.id });
      await this.tell(transaction, given, 'merged');
      return this.tell(transaction, kept, kept.state);
    });
  }

  /** Keepers are told every change; guests what they may see, and that it is gone when they no longer may. */
  private async tell(transaction: Transaction, was: QuestionRow, state: QuestionState): Promise<string> {
    const item = await transaction.answer(oneQuestion, [was.id]);
    await this.events.tell(transaction, was.roomId, isForAll(state) ? 'all' : 'keepers', 'question', item);
    if (isForAll(was.state) && !isForAll(state)) await this.events.tell(transaction, was.roomId, 'guests', 'gone', JSON.stringify({ id: was.id }));
    return item;
  }
}
