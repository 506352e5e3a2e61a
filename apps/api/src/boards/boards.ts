import { Injectable } from '@nestjs/common';
import type { boardRoutes } from '@followthrough/contracts';
import { checkBoardAttendance, checkRetiring } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { BoardAttendanceRow } from './board-attendance.row';
import { BoardMeetingRow } from './board-meeting.row';
import { BoardRow } from './board.row';
import { allBoards, boardPage, oneBoard } from './boards.sql';

export const NO_BOARD = 'That board is not here, or it is retired';

/** The boards of a locality, the days on which they meet, and what was decided there. */
@Injectable()
export class Boards {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof boardRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allBoards);
  }

  page(asked: Asked<typeof boardRoutes.page>): Promise<string> {
    return this.reads.answer(asked, boardPage, [asked.params.id]);
  }

  add(asked: Asked<typeof boardRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(BoardRow, asked.body);
      return answer(oneBoard, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof boardRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, BoardRow, asked.params.id, asked.body);
      if (merged.changes.retiredOn) refuse(checkRetiring(merged.changes.retiredOn, await reporting(db, asked.params.id), await today(db)));
      await write(db, BoardRow, merged);
      return answer(oneBoard, [asked.params.id]);
    });
  }

  addMeeting(asked: Asked<typeof boardRoutes.addMeeting>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: boardId } = asked.params;
      const { heldOn } = asked.body;
      if (!(await db.existsBy(BoardRow, { id: boardId }))) throw new Refusal('not_found');
      if (await db.existsBy(BoardMeetingRow, { boardId, heldOn })) throw refuseField('heldOn', 'That date is there already');
      await db.insert(BoardMeetingRow, { boardId, heldOn });
      return answer(oneBoard, [boardId]);
    });
  }

  dropMeeting(asked: Asked<typeof boardRoutes.dropMeeting>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: boardId, meeting: id } = asked.params;
      if (await db.existsBy(BoardAttendanceRow, { boardMeetingId: id })) throw new Refusal('rule', { detail: 'Who came to this meeting is recorded: take that back first' });
      if (!(await db.delete(BoardMeetingRow, { boardId, id })).affected) throw new Refusal('not_found');
      return answer(oneBoard, [boardId]);
    });
  }

  /** Who came and who did not, in place of what was recorded before. */
  noteAttendance(asked: Asked<typeof boardRoutes.noteAttendance>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: boardId, meeting: id } = asked.params;
      // The board is held, so that two who record the same meeting come one after the other.
      await db.findOne(BoardRow, { where: { id: boardId }, lock: { mode: 'pessimistic_write' } });
      const meeting = await db.findOneBy(BoardMeetingRow, { boardId, id });
      if (!meeting) throw new Refusal('not_found');
      refuse(checkBoardAttendance(asked.body, meeting.heldOn, await today(db)));
      const said = [...asked.body.came.map((organisationId) => ({ organisationId, came: true })), ...asked.body.absent.map((organisationId) => ({ organisationId, came: false }))];
      const before = await db.findBy(BoardAttendanceRow, { boardMeetingId: id });
      // What is said again stays as it is, so that the history tells only what changed.
      const isSame = (a: Attended) => (b: Attended) => a.organisationId === b.organisationId && a.came === b.came;
      for (const one of before) if (!said.some(isSame(one))) await db.delete(BoardAttendanceRow, { id: one.id });
      const fresh = said.filter((one) => !before.some(isSame(one)));
      if (fresh.length > 0) await db.insert(BoardAttendanceRow, fresh.map((one) => ({ boardMeetingId: id, ...one })));
      return answer(boardPage, [boardId]);
    });
  }

  /** The board of that name, made where there is none, inside a deed of another feature. Answers its id. */
  async named(db: EntityManager, name: string): Promise<string> {
    await db.query('insert into board (name) values ($1) on conflict (locality_id, lower(name)) do nothing', [name]);
    const [board] = await db.query<{ id: string; isRetired: boolean }[]>('select id, retired_on is not null as "isRetired" from board where lower(name) = lower($1) for share', [name]);
    if (!board) throw new Refusal('not_found');
    if (board.isRetired) throw refuseField('name', 'That board is retired: bring it back first, or choose another');
    return board.id;
  }

  /** What a board that is chosen is called today. It is not retired until this transaction ends. `field` is where a refusal belongs. */
  async sitting(db: EntityManager, id: string, field: string): Promise<string> {
    const [board] = await db.query<{ name: string }[]>('select name from board where id = $1 and retired_on is null for share', [id]);
    if (!board) throw refuseField(field, NO_BOARD);
    return board.name;
  }

  /** Those of many boards that can be asked. They are not retired until this transaction ends. */
  async areSitting(db: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const found = await db.query<{ id: string }[]>('select id from board where id = any ($1) and retired_on is null order by id for share', [[...new Set(ids)]]);
    return new Set(found.map(({ id }) => id));
  }
}

type Attended = Pick<BoardAttendanceRow, 'organisationId' | 'came'>;

/** Titles of the plans that report to a board, which is locked: none comes meanwhile. */
async function reporting(db: EntityManager, id: string): Promise<readonly string[]> {
  const plans = await db.query<{ title: string }[]>('select p.title from plan_board l join plan p on p.id = l.plan_id and p.withdrawn_at is null where l.board_id = $1 order by lower(p.title)', [id]);
  return plans.map(({ title }) => title);
}
