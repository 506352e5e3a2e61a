import { Injectable } from '@nestjs/common';
import type { planRoutes } from '@followthrough/contracts';
import { checkSignature, checkSponsor } from '@followthrough/domain';
import { type EntityManager, IsNull } from 'typeorm';
import { Boards } from '../boards/boards';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { PlanBoardRow } from './plan-board.row';
import { PlanSignatureRow } from './plan-signature.row';
import { PlanSponsorRow } from './plan-sponsor.row';
import { PlanRow } from './plan.row';
import { planPage } from './plans.sql';

/** Who agreed to a plan: which partner signed which wording of its aim, who stands behind it, and the boards it answers to. */
@Injectable()
export class Agreement {
  constructor(
    private readonly writes: Writes,
    private readonly boards: Boards,
  ) {}

  sign(asked: Asked<typeof planRoutes.sign>): Promise<string> {
    const { version, organisationId, ...said } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const plan = await locked(db, asked.params.id);
      refuse(checkSignature({ aim: plan.aim, readVersion: version, version: plan.version, signedOn: said.signedOn, today: await today(db) }));
      await partner(db, organisationId);
      if (await db.existsBy(PlanSignatureRow, { planId: plan.id, organisationId, aim: plan.aim ?? '', takenBackOn: IsNull() })) throw refuseField('organisationId', 'It has signed this wording already');
      await db.insert(PlanSignatureRow, { ...said, organisationId, planId: plan.id, aim: plan.aim ?? '' });
      return answer(planPage, [plan.id]);
    });
  }

  takeBack(asked: Asked<typeof planRoutes.takeBack>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: planId, signature: id } = asked.params;
      const signature = await db.findOneBy(PlanSignatureRow, { planId, id });
      if (!signature) throw new Refusal('not_found');
      const { affected } = await db.update(PlanSignatureRow, { id, takenBackOn: IsNull() }, { takenBackOn: await today(db), takenBackWhy: asked.body.why });
      if (!affected) throw new Refusal('already_done');
      return answer(planPage, [planId]);
    });
  }

  addSponsor(asked: Asked<typeof planRoutes.addSponsor>): Promise<string> {
    const { organisationId, personId = null, role = null } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const plan = await locked(db, asked.params.id);
      refuse(checkSponsor({ personId, role }));
      await partner(db, organisationId);
      if (personId && (await db.query<unknown[]>('select id from person where id = $1 and withdrawn_at is null', [personId])).length === 0) throw refuseField('personId', 'That person is not here');
      await db.insert(PlanSponsorRow, { planId: plan.id, organisationId, personId, role });
      return answer(planPage, [plan.id]);
    });
  }

  dropSponsor(asked: Asked<typeof planRoutes.dropSponsor>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: planId, sponsor: id } = asked.params;
      if (!(await db.delete(PlanSponsorRow, { planId, id })).affected) throw new Refusal('not_found');
      return answer(planPage, [planId]);
    });
  }

  reportTo(asked: Asked<typeof planRoutes.reportTo>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: planId } = await locked(db, asked.params.id);
      const boardId = await this.boards.named(db, asked.body.name);
      if (await db.existsBy(PlanBoardRow, { planId, boardId })) throw refuseField('name', 'It reports to that board already');
      await db.insert(PlanBoardRow, { planId, boardId });
      return answer(planPage, [planId]);
    });
  }

  stopReporting(asked: Asked<typeof planRoutes.stopReporting>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: planId, board: boardId } = asked.params;
      if (!(await db.delete(PlanBoardRow, { planId, boardId })).affected) throw new Refusal('not_found');
      return answer(planPage, [planId]);
    });
  }
}

/** Locks the plan, so that its aim stays as it was read until the signature is in. */
async function locked(db: EntityManager, id: string): Promise<PlanRow> {
  const plan = await db.createQueryBuilder(PlanRow, 'p').where('p.id = :id and p.withdrawn_at is null', { id }).setLock('pessimistic_write').getOne();
  if (!plan) throw new Refusal('not_found');
  return plan;
}

async function partner(db: EntityManager, id: string): Promise<void> {
  const found = await db.query<unknown[]>('select id from organisation where id = $1 and withdrawn_at is null', [id]);
  if (found.length === 0) throw refuseField('organisationId', 'That organisation is not here');
}
