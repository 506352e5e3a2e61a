import { Injectable } from '@nestjs/common';
import type { causeRoutes } from '@followthrough/contracts';
import { checkDeeper } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ActionCauseRow } from './action-cause.row';
import { CauseRow } from './cause.row';
import { causeTree } from './causes.sql';

/** Why things are as they are. Findings share causes, actions answer them; a ring of causes is refused, and shown. */
@Injectable()
export class Causes {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof causeRoutes.list>): Promise<string> {
    return this.reads.answer(asked, causeTree);
  }

  add(asked: Asked<typeof causeRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      if (asked.body.deeperId) await present(db, asked.body.deeperId, 'deeperId');
      await db.insert(CauseRow, asked.body);
      return answer(causeTree);
    });
  }

  edit(asked: Asked<typeof causeRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, CauseRow, asked.params.id, asked.body);
      const { deeperId } = merged.changes;
      if (deeperId) {
        await present(db, deeperId, 'deeperId');
        refuse(checkDeeper(await db.query('select id, deeper_id as "deeperId", text from cause'), asked.params.id, deeperId));
      }
      await write(db, CauseRow, merged);
      return answer(causeTree);
    });
  }

  withdraw(asked: Asked<typeof causeRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      await locked(db, id);
      const [uses] = await db.query<{ used: boolean }[]>('select exists (select from finding_cause where cause_id = $1) or exists (select from action_cause where cause_id = $1) or exists (select from cause where deeper_id = $1) as used', [id]);
      if (uses?.used) throw new Refusal('in_use', { detail: 'A finding, an action or another cause hangs on it' });
      await db.update(CauseRow, { id }, { withdrawnAt: new Date() });
      return answer(causeTree);
    });
  }

  link(asked: Asked<typeof causeRoutes.link>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      await locked(db, id);
      const [action] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null', [asked.body.actionId]);
      if (!action) throw refuseField('actionId', 'That action is not here');
      await db.query('insert into action_cause (action_id, cause_id) values ($1, $2) on conflict do nothing', [asked.body.actionId, id]);
      return answer(causeTree);
    });
  }

  unlink(asked: Asked<typeof causeRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { affected } = await db.delete(ActionCauseRow, { causeId: asked.params.id, actionId: asked.params.action });
      if (!affected) throw new Refusal('not_found');
      return answer(causeTree);
    });
  }

  /** The id of a cause that another feature names: one that is here, or a new one in these words. */
  async name(db: EntityManager, { causeId, text }: { readonly causeId?: string; readonly text?: string }): Promise<string> {
    if (causeId && text) throw refuseField('text', 'Choose a cause that is known or write a new one, not both');
    if (causeId) return present(db, causeId, 'causeId');
    if (!text) throw refuseField('text', 'Choose a cause that is known, or write a new one');
    const { identifiers } = await db.insert(CauseRow, { text });
    return String(identifiers[0]?.['id']);
  }
}

async function locked(db: EntityManager, id: string): Promise<void> {
  const [cause] = await db.query<unknown[]>('select id from cause where id = $1 and withdrawn_at is null for update', [id]);
  if (!cause) throw new Refusal('not_found');
}

/** Locks the cause against being withdrawn while something is hung on it. */
async function present(db: EntityManager, id: string, field: string): Promise<string> {
  const [cause] = await db.query<unknown[]>('select id from cause where id = $1 and withdrawn_at is null for share', [id]);
  if (!cause) throw refuseField(field, 'That cause is not here');
  return id;
}
