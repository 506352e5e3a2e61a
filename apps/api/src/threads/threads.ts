import { Injectable } from '@nestjs/common';
import { roles, type threadRoutes } from '@followthrough/contracts';
import { checkThread, londonDay, may, stateAfter } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AnswerRow } from './answer.row';
import { ThreadRow } from './thread.row';
import { bring, sawAll } from './mentions';
import { oneThread, threadList, threadReaders } from './threads.sql';

/** Talk on an action or a finding. What was said stays as it was said; whoever raised it says when it is closed. */
@Injectable()
export class Threads {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof threadRoutes.list>): Promise<string> {
    const { action, finding, state, kind, plan, byFriends, after } = asked.query;
    const keys = after ? cursorKeys(after, 'open', ['number', 'id']) : [null, null];
    return this.reads.answer(asked, threadList, [action ?? null, finding ?? null, state ?? null, kind ?? null, plan ?? null, byFriends ?? null, ...keys]);
  }

  readers(asked: Asked<typeof threadRoutes.readers>): Promise<string> {
    return this.reads.answer(asked, threadReaders, [roles.filter((role) => may({ roles: [role] }, 'plan.read'))]);
  }

  raise(asked: Asked<typeof threadRoutes.raise>): Promise<string> {
    const { mentionIds = [], ...said } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const { actionId = null, findingId = null } = said;
      refuse(checkThread(said, londonDay(new Date())));
      const [about] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null union all select id from finding where id = $2 and withdrawn_at is null', [actionId, findingId]);
      if (!about) throw refuseField(actionId ? 'actionId' : 'findingId', 'What this is about is not here');
      const { identifiers } = await db.insert(ThreadRow, said);
      const threadId = String(identifiers[0]?.['id']);
      await bring(db, mentionIds, actor.personId, { threadId, answerId: null });
      return answer(oneThread, [threadId]);
    });
  }

  answer(asked: Asked<typeof threadRoutes.answer>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const thread = await locked(db, asked.params.id);
      const state = stateAfter(asked.body.kind, thread, { mayAnswer: may(actor, 'thread.answer'), raisedIt: thread.raisedBy === actor.personId });
      if (state === 'not_permitted') throw new Refusal('not_permitted');
      if (state === 'closed_already') throw refuseField('text', 'This thread is closed: raise a new one');
      const { identifiers } = await db.insert(AnswerRow, { threadId: thread.id, kind: asked.body.kind, text: asked.body.text });
      await sawAll(db, thread.id);
      await bring(db, asked.body.mentionIds ?? [], actor.personId, { threadId: thread.id, answerId: String(identifiers[0]?.['id']) });
      if (state !== thread.state) await db.update(ThreadRow, { id: thread.id }, { state });
      return answer(oneThread, [thread.id]);
    });
  }

  close(asked: Asked<typeof threadRoutes.close>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const thread = await locked(db, asked.params.id);
      if (thread.raisedBy !== actor.personId) throw new Refusal('not_permitted', { detail: 'Whoever raised it says when it is closed' });
      if (thread.state === 'closed') throw new Refusal('already_done');
      await db.update(ThreadRow, { id: thread.id }, { state: 'closed' });
      return answer(oneThread, [thread.id]);
    });
  }
}

async function locked(db: EntityManager, id: string): Promise<ThreadRow> {
  const thread = await db.createQueryBuilder(ThreadRow, 't').where('t.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!thread) throw new Refusal('not_found');
  return thread;
}
