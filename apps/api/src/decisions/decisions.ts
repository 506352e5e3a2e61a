import { Injectable } from '@nestjs/common';
import type { decisionRoutes } from '@followthrough/contracts';
import { checkSettling, londonDay } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { DecisionRequestRow } from './decision-request.row';
import { decisionsPage, narrowing, oneDecision } from './decisions.sql';

/** Decisions that actions wait for. They are asked with an off-track update and taken or deferred by those who can. */
@Injectable()
export class Decisions {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof decisionRoutes.list>): Promise<string> {
    return this.reads.answer(asked, asked.query.after === undefined ? decisionsPage.first : decisionsPage.further, narrowing(asked.query));
  }

  settle(asked: Asked<typeof decisionRoutes.settle>): Promise<string> {
    const { id } = asked.params;
    const said = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const today = londonDay(new Date());
      const edit = { version: said.version, state: said.state, note: said.note, settledOn: today, settledBy: actor.personId, ...(said.neededBy === undefined ? {} : { neededBy: said.neededBy }) };
      const merged = await merge(db, DecisionRequestRow, id, edit);
      refuse(checkSettling(merged.current, said, today));
      await write(db, DecisionRequestRow, merged);
      return answer(oneDecision, [id]);
    });
  }
}
