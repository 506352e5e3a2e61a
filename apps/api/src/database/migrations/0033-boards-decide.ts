import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approvals and decisions point at the board that made them or is asked for them, and a board can be retired. */
export class BoardsDecide1763700000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RETIRED);
    await db.query(APPROVED);
    await db.query(ASKED);
    await db.query(LAID_OVER);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const RETIRED = `alter table board add column retired_on date`;

const APPROVED = `
  -- 'board' stays beside the reference: what it was called that day, as the minutes have it. A body that approved is a board.
  insert into board (locality_id, name)
    select locality_id, min(board) from (select locality_id, board from plan_version union select locality_id, board from amendment_decision) said group by locality_id, lower(board)
    on conflict (locality_id, lower(name)) do nothing;
  alter table plan_version add column board_id uuid;
  alter table amendment_decision add column board_id uuid;
  -- Nothing that was recorded changes; it only gets its reference.
  alter table plan_version disable trigger append_only;
  alter table amendment_decision disable trigger append_only;
  update plan_version v set board_id = b.id from board b where b.locality_id = v.locality_id and lower(b.name) = lower(v.board);
  update amendment_decision d set board_id = b.id from board b where b.locality_id = d.locality_id and lower(b.name) = lower(d.board);
  alter table plan_version enable trigger append_only;
  alter table amendment_decision enable trigger append_only;
  alter table plan_version alter column board_id set not null, add foreign key (locality_id, board_id) references board (locality_id, id);
  alter table amendment_decision alter column board_id set not null, add foreign key (locality_id, board_id) references board (locality_id, id);
  create index plan_version_board on plan_version (locality_id, board_id, approved_on);
  create index amendment_decision_board on amendment_decision (locality_id, board_id, decided_on);
`;

const ASKED = `
  -- A decision is asked of a board, or of somebody who is none and is named.
  alter table decision_request add column board_id uuid, alter column from_whom drop not null;
  update decision_request d set board_id = b.id, from_whom = null from board b where b.locality_id = d.locality_id and lower(b.name) = lower(d.from_whom);
  alter table decision_request add foreign key (locality_id, board_id) references board (locality_id, id), add constraint asked_of_one check (num_nonnulls(board_id, from_whom) = 1);
  create index decision_request_board on decision_request (locality_id, board_id) where board_id is not null;
`;

const LAID_OVER = `
  -- Objects laid one over another in the order given. Rebuilding a plan puts back what thousands of edits replaced.
  create aggregate kernel.laid_over(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe);
`;
