import { Injectable } from '@nestjs/common';
import type { Role, threadRoutes } from '@followthrough/contracts';
import { checkMentions } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { myWork } from '../my-work/published';
import { MentionRow } from './mention.row';
import { canSignIn } from './threads.sql';

/** Asking somebody to look at what was said. It is theirs to say that they have. */
@Injectable()
export class Mentions {
  constructor(private readonly writes: Writes) {}

  seen(asked: Asked<typeof threadRoutes.seen>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [mine] = await db.query<{ seen: boolean }[]>('select m.seen_at is not null as seen from mention m where m.id = $1 and m.person_id = current_person()', [asked.params.id]);
      if (!mine) throw new Refusal('not_found');
      if (mine.seen) throw new Refusal('already_done');
      await db.query('update mention set seen_at = now() where id = $1 and seen_at is null', [asked.params.id]);
      return answer(myWork);
    });
  }
}

/** Brings what was said to people. */
export async function bring(db: EntityManager, to: readonly string[], by: string | null, { threadId, answerId }: { readonly threadId: string; readonly answerId: string | null }): Promise<void> {
  if (to.length === 0) return;
  const readers = await db.query<{ id: string; roles: Role[] }[]>(`select p.id, m.roles from person p join membership m on ${canSignIn} where p.id = any ($1)`, [to]);
  refuse(checkMentions(to, by, new Map(readers.map(({ id, roles }) => [id, roles]))));
  await db.insert(MentionRow, to.map((personId) => ({ threadId, answerId, personId })));
}

/** Who answers has seen what they were asked to look at. */
export async function sawAll(db: EntityManager, threadId: string): Promise<void> {
  await db.query('update mention set seen_at = now() where thread_id = $1 and person_id = current_person() and seen_at is null', [threadId]);
}
