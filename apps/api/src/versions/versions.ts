import { Injectable } from '@nestjs/common';
import type { FieldRefusal, versionRoutes } from '@followthrough/contracts';
import { checkApproval, type Standing } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Boards } from '../boards/boards';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { PlanVersionRow } from './plan-version.row';
import { amendmentList, comparison, DECIDE, FREEZE, standing, versionList, versionPage } from './versions.sql';

/** What boards approved, frozen; what differs between any two points of a plan's life; and what a board said of each change. */
@Injectable()
export class Versions {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly boards: Boards,
  ) {}

  list(asked: Asked<typeof versionRoutes.list>): Promise<string> {
    return this.reads.answer(asked, versionList, [asked.params.id]);
  }

  async page(asked: Asked<typeof versionRoutes.page>): Promise<string> {
    return this.reads.answer(asked, versionPage, [asked.params.id, placeIn(asked.query.after, 'parts')]);
  }

  async compare(asked: Asked<typeof versionRoutes.compare>): Promise<string> {
    const { from, to, after } = asked.query;
    return this.reads.answer(asked, comparison, [asked.params.id, ...pointOf(from), ...pointOf(to), placeIn(after, 'changes')]);
  }

  async amendments(asked: Asked<typeof versionRoutes.amendments>): Promise<string> {
    return this.reads.answer(asked, amendmentList, [asked.params.id, placeIn(asked.query.after, 'amendments')]);
  }

  /** While it is recorded nothing of the plan changes, so the version is the plan between two rows of its history. */
  approve(asked: Asked<typeof versionRoutes.approve>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { amendments, ...said } = asked.body;
      await held(db, id);
      await db.query('select id from action where plan_id = $1 order by id for update', [id]);
      const now = JSON.parse(await answer(standing, [id])) as Standing;
      const [first] = checkApproval({ approvedOn: said.approvedOn, amendments }, now, await today(db));
      if (first) throw refusedAt(first);
      // From the first approval on every date is measured against what was agreed.
      await db.query('update action set baseline_due_on = due_on where plan_id = $1 and withdrawn_at is null and baseline_due_on is null and due_on is not null', [id]);
      const board = await this.boards.sitting(db, said.boardId, 'boardId');
      const { identifiers } = await db.insert(PlanVersionRow, { ...said, board, planId: id, number: (now.last?.number ?? 0) + 1 });
      await db.query(FREEZE, [id, identifiers[0]?.['id']]);
      return answer(versionList, [id]);
    });
  }

  /** Only of changes that are as the board read them: what was edited since is another change, and waits for another board. */
  decide(asked: Asked<typeof versionRoutes.decide>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { amendments, boardId, decidedOn, note = null } = asked.body;
      await held(db, id);
      if (decidedOn > (await today(db))) throw refuseField('decidedOn', 'A board cannot have decided it after today');
      if (amendments.length === 0) throw refusedAt({ field: 'amendments', code: 'rule', message: 'Say of at least one change what the board decided' });
      const board = await this.boards.sitting(db, boardId, 'boardId');
      const recorded = await db.query<unknown[]>(DECIDE, [id, JSON.stringify(amendments), boardId, board, decidedOn, note]);
      if (recorded.length !== amendments.length) throw refusedAt({ field: 'amendments', code: 'rule', message: 'Some of this has changed since the list was read: look at it again' });
      return answer(amendmentList, [id, null]);
    });
  }
}

/** Said as a sentence too: the list that a board had before it is no box of a form. */
const refusedAt = (one: FieldRefusal): Refusal => new Refusal('rule', { detail: one.message, fields: [one] });

/** Nobody adds an action to the plan, approves it or decides about it meanwhile. */
async function held(db: EntityManager, id: string): Promise<void> {
  const [plan] = await db.query<unknown[]>('select id from plan where id = $1 and withdrawn_at is null for update', [id]);
  if (!plan) throw new Refusal('not_found');
}

/** `v2`, a day, or now, as the statement takes them: the number of a version, a day, or neither. */
const pointOf = (said: string): readonly [number | null, string | null] => (said === 'now' ? [null, null] : said.startsWith('v') ? [Number(said.slice(1)), null] : [null, said]);

const placeIn = (after: string | undefined, order: string): unknown => (after ? cursorKeys(after, order, ['number'])[0] : null);
