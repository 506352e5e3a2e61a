import { Injectable } from '@nestjs/common';
import type { promiseRoutes } from '@followthrough/contracts';
import { checkCommitmentLines, usualCommitmentLines } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { CommitmentLinesRow } from './commitment-lines.row';
import { commitmentLines } from './promises.sql';

/** Where a promise counts as kept here. Until somebody says so there is no row, and the usual lines hold. */
@Injectable()
export class CommitmentLinesHere {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  read(asked: Asked<typeof promiseRoutes.lines>): Promise<string> {
    return this.reads.answer(asked, commitmentLines);
  }

  edit(asked: Asked<typeof promiseRoutes.editLines>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { version, ...said } = asked.body;
      // The first to say so makes the row; whoever saw the usual lines meanwhile merges with what they were.
      const { green, amber } = usualCommitmentLines;
      await db.query('insert into commitment_lines (green, amber) values ($1, $2) on conflict (locality_id) do nothing', [green, amber]);
      const [row] = await db.find(CommitmentLinesRow);
      const merged = await merge(db, CommitmentLinesRow, row?.id ?? '', { ...said, version: version || 1 });
      refuse(checkCommitmentLines(merged.next));
      await write(db, CommitmentLinesRow, merged);
      return answer(commitmentLines);
    });
  }
}
