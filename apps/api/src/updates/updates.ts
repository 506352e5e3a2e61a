import { Injectable } from '@nestjs/common';
import type { NewUpdate, UpdateReported, updateRoutes } from '@followthrough/contracts';
import { checkUpdate, checkUpdateWords, CLOSED, isClaim, londonDay, needsFacts, type ReportFacts } from '@followthrough/domain';
import { Boards } from '../boards/boards';
import { keepEvidence } from '../closures/evidence';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { UPDATE_ORDER } from './published';
import { reported, reportFacts, reportUpdate, updateDesk, updatesOf } from './updates.sql';

/** Status updates: append-only, honest, and quick. What an update must say is in the domain's `checkUpdate`. */
@Injectable()
export class Updates {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly boards: Boards,
  ) {}

  desk(asked: Asked<typeof updateRoutes.desk>): Promise<string> {
    return this.reads.answer(asked, updateDesk, [asked.params.id]);
  }

  list(asked: Asked<typeof updateRoutes.list>): Promise<string> {
    const { after } = asked.query;
    if (after === undefined) return this.reads.answer(asked, updatesOf.first, [asked.params.id]);
    return this.reads.answer(asked, updatesOf.further, [asked.params.id, ...cursorKeys(after, UPDATE_ORDER, ['day', 'id'])]);
  }

  report(asked: Asked<typeof updateRoutes.report>): Promise<string> {
    const said = asked.body;
    const { id } = asked.params;
    return this.writes.transact(asked, async (transaction) => {
      const { db, answer } = transaction;
      const facts = needsFacts(said) ? await factsOf(transaction, id, said) : null;
      refuse(facts ? checkUpdate(said, facts, londonDay(new Date())) : checkUpdateWords(said, londonDay(new Date())));
      const { decision, evidence = [] } = said;
      if (decision?.boardId) await this.boards.sitting(db, decision.boardId, 'decision.boardId');
      const told = await answer(reportUpdate, [
        id, said.status, said.narrative ?? null, said.pathToGreen ?? null, said.forecastOn ?? null, said.restricted ?? false, said.onBehalfOfId ?? null, said.correctsId ?? null,
        decision?.what ?? null, decision?.fromWhom ?? null, decision?.neededBy ?? null, decision?.boardId ?? null, said.deliveryConfidence ?? null, said.outcomeConfidence ?? null,
      ]).catch((thrown: unknown) => refuseClosed(db, id, thrown));
      if (evidence.length === 0 && !facts) return told;
      const { updateId } = JSON.parse(told) as UpdateReported;
      await keepEvidence(db, id, evidence, updateId);
      // To report it complete is to claim it.
      if (facts && isClaim(said, facts)) await db.query(`insert into closure (action_id, state, update_id, on_behalf_of, reason) values ($1, 'claimed', $2, $3, $4)`, [id, updateId, said.onBehalfOfId ?? null, said.restricted ? null : (said.narrative ?? null)]);
      return answer(reported, [updateId]);
    });
  }
}

/** Nothing was written: the action is not there, or it has ended. */
async function refuseClosed(db: Transaction['db'], id: string, thrown: unknown): Promise<never> {
  if (!(thrown instanceof Refusal) || thrown.code !== 'not_found') throw thrown;
  const [ended] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null and disposition is not null', [id]);
  throw ended ? refuseField('status', CLOSED) : thrown;
}

async function factsOf({ actor, db }: Transaction, action: string, said: NewUpdate): Promise<ReportFacts> {
  const [facts] = await db.query<Omit<ReportFacts, 'reporterId'>[]>(reportFacts, [action, said.onBehalfOfId ?? null, said.correctsId ?? null]);
  if (!facts) throw new Refusal('not_found');
  return { ...facts, reporterId: actor.personId };
}
