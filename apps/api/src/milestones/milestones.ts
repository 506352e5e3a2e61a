import { Injectable } from '@nestjs/common';
import { type milestoneRoutes, MOST_MILESTONES } from '@followthrough/contracts';
import { checkDone, checkMilestoneMove, checkOrder } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { aheadOf, ofMilestone, recordMove, takeAlong } from '../actions/moving';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { explain } from '../versions/approved';
import { MilestoneRow } from './milestone.row';
import { milestonesOfAction } from './milestones.sql';

/** Points on the way of an action. What was planned of them is agreed with the plan; that one is done is reported. */
@Injectable()
export class MilestonesOfActions {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  add(asked: Asked<typeof milestoneRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: actionId } = asked.params;
      const { reason, title, dueOn } = asked.body;
      const planId = await planOf(db, actionId);
      const all = await inOrder(db, actionId);
      if (all.length >= MOST_MILESTONES) throw refuseField('title', `An action has ${MOST_MILESTONES} milestones at most`);
      await explain(db, planId, true, reason);
      await db.insert(MilestoneRow, { actionId, title, dueOn, baselineOn: dueOn, position: (all.at(-1)?.position ?? 0) + 1 });
      return answer(milestonesOfAction, [actionId]);
    });
  }

  order(asked: Asked<typeof milestoneRoutes.order>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: actionId } = asked.params;
      await planOf(db, actionId);
      refuse(checkOrder((await inOrder(db, actionId)).map((one) => one.id), asked.body.ids));
      await db.query('update milestone m set position = t.at from unnest($1::uuid[]) with ordinality as t(id, at) where m.id = t.id and m.position <> t.at', [asked.body.ids]);
      return answer(milestonesOfAction, [actionId]);
    });
  }

  edit(asked: Asked<typeof milestoneRoutes.edit>): Promise<string> {
    const { reason, ...edit } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { actionId, planId } = await here(db, asked.params.id);
      const merged = await merge(db, MilestoneRow, asked.params.id, edit);
      await explain(db, planId, merged.changes.title !== undefined, reason);
      await write(db, MilestoneRow, merged);
      return answer(milestonesOfAction, [actionId]);
    });
  }

  done(asked: Asked<typeof milestoneRoutes.done>): Promise<string> {
    const { doneOn } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, actionId } = await here(db, asked.params.id);
      refuse(checkDone(doneOn, await today(db)));
      await db.update(MilestoneRow, { id }, { doneOn });
      return answer(milestonesOfAction, [actionId]);
    });
  }

  async knockOn(asked: Asked<typeof milestoneRoutes.knockOn>): Promise<string> {
    const { rows } = await this.reads.rows<{ answer: string }>(asked, ofMilestone, [asked.params.id]);
    const ahead = rows[0]?.answer;
    if (ahead === undefined) throw new Refusal('not_found');
    return JSON.stringify(aheadOf(ahead, () => ({ toOn: asked.query.dueOn, isOnTheWay: true })));
  }

  /** Moves the milestone; where that is beyond the end of its action, the action and what waits for it can move along. */
  move(asked: Asked<typeof milestoneRoutes.move>): Promise<string> {
    const { dueOn: toOn, follow, ...why } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, actionId, dueOn: fromOn, doneOn, title } = await here(db, asked.params.id);
      refuse(checkMilestoneMove({ dueOn: fromOn, doneOn }, toOn));
      await recordMove(db, { actionId, milestoneId: id, fromOn, toOn, ...why });
      await db.update(MilestoneRow, { id }, { dueOn: toOn });
      await takeAlong(db, [actionId], { to: () => ({ toOn, isOnTheWay: true }), follow, agreedBy: why.agreedBy, onTheWay: `the milestone “${title}”` });
      return answer(milestonesOfAction, [actionId]);
    });
  }

  withdraw(asked: Asked<typeof milestoneRoutes.withdraw>): Promise<string> {
    return this.takeOut(asked, new Date());
  }

  restore(asked: Asked<typeof milestoneRoutes.restore>): Promise<string> {
    return this.takeOut(asked, null);
  }

  /** Out of the action or, with null, back into it. What was said of it stays where it is. */
  private takeOut(asked: Asked<typeof milestoneRoutes.withdraw> | Asked<typeof milestoneRoutes.restore>, withdrawnAt: Date | null): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, actionId, planId } = await here(db, asked.params.id, withdrawnAt === null);
      if (!withdrawnAt && (await inOrder(db, actionId)).length >= MOST_MILESTONES) throw new Refusal('rule', { detail: `An action has ${MOST_MILESTONES} milestones at most.` });
      await explain(db, planId, true, asked.body.reason);
      await db.update(MilestoneRow, { id }, { withdrawnAt });
      return answer(milestonesOfAction, [actionId]);
    });
  }
}

const inOrder = (db: EntityManager, actionId: string): Promise<{ id: string; position: number }[]> => db.query('select id, position from milestone where action_id = $1 and withdrawn_at is null order by position', [actionId]);

/** The plan of an action that is in it; the action is locked, so that its milestones change one after another. */
async function planOf(db: EntityManager, actionId: string): Promise<string> {
  const [row] = await db.query<{ plan: string }[]>('select plan_id as plan from action where id = $1 and withdrawn_at is null for update', [actionId]);
  if (!row) throw new Refusal('not_found');
  return row.plan;
}

/** A milestone that is there, or with `isOut` one that was taken out, with its action locked. */
async function here(db: EntityManager, id: string, isOut = false): Promise<MilestoneRow & { readonly planId: string }> {
  const found = await db.findOneBy(MilestoneRow, { id });
  if (!found) throw new Refusal('not_found');
  const planId = await planOf(db, found.actionId);
  const now = await db.findOneByOrFail(MilestoneRow, { id });
  if ((now.withdrawnAt !== null) !== isOut) throw new Refusal('not_found');
  return { ...now, planId };
}
