import { Injectable } from '@nestjs/common';
import { type demandRoutes, type EffortEdit, MOST_EFFORTS, MOST_MINUTES, type NewEffort } from '@followthrough/contracts';
import { checkEffort, touchesDaysNeeded } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { explain } from '../versions/approved';
import { effortChoices, effortOfAction } from './demand.sql';
import { EffortRow } from './effort.row';
import { lockedAction, lockedEffort } from './locked';

/** The lines of work of an action. What they come to is agreed with the plan, so changing that says why. */
@Injectable()
export class Efforts {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  choices(asked: Asked<typeof demandRoutes.choices>): Promise<string> {
    return this.reads.answer(asked, effortChoices);
  }

  ofAction(asked: Asked<typeof demandRoutes.ofAction>): Promise<string> {
    return this.reads.answer(asked, effortOfAction, [asked.params.id]);
  }

  add(asked: Asked<typeof demandRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await this.addIn(db, asked.params.id, asked.body);
      return answer(effortOfAction, [asked.params.id]);
    });
  }

  /** Adds a line inside a deed of its own or of another feature. Answers its id. */
  async addIn(db: EntityManager, actionId: string, { reason, ...said }: NewEffort): Promise<string> {
    const { planId, milestones, efforts } = await lockedAction(db, actionId);
    if (efforts >= MOST_EFFORTS) throw refuseField('likelyMinutes', TOO_MANY);
    const { likelyMinutes, lowMinutes = likelyMinutes, highMinutes = likelyMinutes } = said;
    const line = { skillId: null, level: null, organisationId: null, milestoneId: null, ...said, lowMinutes, highMinutes };
    refuse(checkEffort(line, milestones));
    await checkHere(db, actionId, line);
    await explain(db, planId, touchesDaysNeeded(null, line), reason);
    const { identifiers } = await db.insert(EffortRow, { actionId, ...line });
    return String(identifiers[0]?.['id']);
  }

  edit(asked: Asked<typeof demandRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => answer(effortOfAction, [await this.editIn(db, asked.params.id, asked.body)]));
  }

  /** Edits a line inside a deed of its own. Answers the action. */
  private async editIn(db: EntityManager, id: string, { reason, ...edit }: EffortEdit): Promise<string> {
    const { action, effort } = await lockedEffort(db, id);
    const merged = await merge(db, EffortRow, effort.id, edit);
    refuse(checkEffort(merged.next, action.milestones));
    await checkHere(db, effort.actionId, merged.changes);
    await explain(db, action.planId, touchesDaysNeeded(merged.current, merged.next), reason);
    await write(db, EffortRow, merged);
    return effort.actionId;
  }

  /** A line as it is when it likely takes so many minutes: its least and most go along in proportion. */
  async scaleIn(db: EntityManager, id: string, likelyMinutes: number, reason: string): Promise<void> {
    const { effort } = await lockedEffort(db, id);
    await this.editIn(db, id, { ...inProportion(effort, likelyMinutes), version: effort.version, reason });
  }

  /** A line like another in another action, of so many minutes. Answers its id. */
  async copyIn(db: EntityManager, id: string, actionId: string, likelyMinutes: number, reason: string): Promise<string> {
    const { effort } = await lockedEffort(db, id);
    const { skillId, level, purpose, organisationId, shape } = effort;
    return this.addIn(db, actionId, { skillId, level, purpose, organisationId, shape: shape === 'milestones' ? 'even' : shape, ...inProportion(effort, likelyMinutes), reason });
  }

  withdraw(asked: Asked<typeof demandRoutes.withdraw>): Promise<string> {
    return this.takeOut(asked, new Date());
  }

  restore(asked: Asked<typeof demandRoutes.restore>): Promise<string> {
    return this.takeOut(asked, null);
  }

  /** Out of the action, or with null back into it; who was on it comes back with it. */
  private takeOut(asked: Asked<typeof demandRoutes.withdraw> | Asked<typeof demandRoutes.restore>, withdrawnAt: Date | null): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { action, effort } = await lockedEffort(db, asked.params.id, withdrawnAt === null);
      if (withdrawnAt === null && action.efforts >= MOST_EFFORTS) throw new Refusal('rule', { detail: TOO_MANY });
      await explain(db, action.planId, touchesDaysNeeded(null, effort), asked.body.reason);
      await db.update(EffortRow, { id: effort.id }, { withdrawnAt });
      return answer(effortOfAction, [effort.actionId]);
    });
  }
}

const inProportion = (was: EffortRow, likelyMinutes: number) => ({
  likelyMinutes,
  lowMinutes: Math.min(likelyMinutes, Math.round((was.lowMinutes * likelyMinutes) / was.likelyMinutes)),
  highMinutes: Math.min(MOST_MINUTES, Math.max(likelyMinutes, Math.round((was.highMinutes * likelyMinutes) / was.likelyMinutes))),
});

const TOO_MANY = `An action has ${MOST_EFFORTS} lines at most: put some together, or split the action`;

/** What a line names is here, and the milestone is the action's own. */
async function checkHere(db: EntityManager, actionId: string, { skillId, organisationId, milestoneId }: Partial<Pick<EffortRow, 'skillId' | 'organisationId' | 'milestoneId'>>): Promise<void> {
  const [row] = await db.query<{ skill: boolean; organisation: boolean; milestone: boolean }[]>(
    `select exists (select from skill s where s.id = $2 and s.withdrawn_at is null) as skill, exists (select from organisation o where o.id = $3 and o.withdrawn_at is null) as organisation,
       exists (select from milestone m where m.id = $4 and m.action_id = $1 and m.withdrawn_at is null) as milestone`,
    [actionId, skillId ?? null, organisationId ?? null, milestoneId ?? null],
  );
  if (skillId && !row?.skill) throw refuseField('skillId', 'That skill is not in the list');
  if (organisationId && !row?.organisation) throw refuseField('organisationId', 'That organisation is not here');
  if (milestoneId && !row?.milestone) throw refuseField('milestoneId', 'That is no milestone of this action');
}
