import { Injectable } from '@nestjs/common';
import type { updateDraftRoutes } from '@followthrough/contracts';
import { checkDraft } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { keepDraft, keptDraft } from './update-drafts.sql';

/** Reports that are being written, each its writer's alone. They are read with the desk of the update, and go when it is sent. */
@Injectable()
export class UpdateDrafts {
  constructor(private readonly writes: Writes) {}

  /** Typed every few seconds, so its answers are not kept for a retry: the same again comes to the same. */
  keep(asked: Asked<typeof updateDraftRoutes.keep>): Promise<string> {
    const { said, typedAt } = asked.body;
    return this.writes.transact(
      asked,
      async ({ db, answer }) => {
        refuse(checkDraft(said));
        await db.query(keepDraft, [asked.params.id, JSON.stringify(said), typedAt]);
        return answer(keptDraft, [asked.params.id]);
      },
      true,
    );
  }

  drop(asked: Asked<typeof updateDraftRoutes.drop>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await db.query('delete from update_draft where action_id = $1 and person_id = current_person()', [asked.params.id]);
      return answer(keptDraft, [asked.params.id]);
    });
  }
}
