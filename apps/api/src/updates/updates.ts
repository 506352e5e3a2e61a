import { Injectable } from '@nestjs/common';
import { type NewUpdate, type updateRoutes } from '@followthrough/contracts';
import { checkUpdate, checkUpdateWords, londonDay, needsFacts, type ReportFacts } from '@followthrough/domain';
import { Boards } from '../boards/boards';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { Refusal, refuse } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { UPDATE_ORDER } from './published';
import { reportFacts, reportUpdate, updateDesk, updatesOf } from './updates.sql';

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
    return this.writes.transact(asked, async (transaction) => {
      refuse(needsFacts(said) ? checkUpdate(said, await factsOf(transaction, asked.params.id, said), londonDay(new Date())) : checkUpdateWords(said, londonDay(new Date())));
      const { decision } = said;
      if (decision?.boardId) await this.boards.sitting(transaction.db, decision.boardId, 'decision.boardId');
      return transaction.answer(reportUpdate, [
        asked.params.id, said.status, said.narrative ?? null, said.pathToGreen ?? null, said.forecastOn ?? null, said.evidence ?? null, said.restricted ?? false, said.onBehalfOfId ?? null, said.correctsId ?? null,
        decision?.what ?? null, decision?.fromWhom ?? null, decision?.neededBy ?? null, decision?.boardId ?? null, said.deliveryConfidence ?? null, said.outcomeConfidence ?? null,
      ]);
    });
  }
}

async function factsOf({ actor, db }: Transaction, action: string, said: NewUpdate): Promise<ReportFacts> {
  const [facts] = await db.query<Omit<ReportFacts, 'reporterId'>[]>(reportFacts, [action, said.onBehalfOfId ?? null, said.correctsId ?? null]);
  if (!facts) throw new Refusal('not_found');
  return { ...facts, reporterId: actor.personId };
}
