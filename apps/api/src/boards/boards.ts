import { Injectable } from '@nestjs/common';
import type { boardRoutes } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { BoardMeetingRow } from './board-meeting.row';
import { BoardRow } from './board.row';
import { allBoards, oneBoard } from './boards.sql';

/** The boards of a locality and the days on which they meet. */
@Injectable()
export class Boards {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof boardRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allBoards);
  }

  add(asked: Asked<typeof boardRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(BoardRow, asked.body);
      return answer(oneBoard, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof boardRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await write(db, BoardRow, await merge(db, BoardRow, asked.params.id, asked.body));
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
      if (!(await db.delete(BoardMeetingRow, { boardId, id })).affected) throw new Refusal('not_found');
      return answer(oneBoard, [boardId]);
    });
  }

  /** The board of that name, made where there is none, inside a deed of another feature. Answers its id. */
  async named(db: EntityManager, name: string): Promise<string> {
    await db.query('insert into board (name) values ($1) on conflict (locality_id, lower(name)) do nothing', [name]);
    const [board] = await db.query<{ id: string }[]>('select id from board where lower(name) = lower($1)', [name]);
    if (!board) throw new Refusal('not_found');
    return board.id;
  }
}
