import { Injectable } from '@nestjs/common';
import type { statusWordRoutes } from '@followthrough/contracts';
import { checkScale } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { StatusWordRow } from './status-word.row';
import { allWords, oneWord } from './status-words.sql';

/** What a locality calls and colours the canonical states. In one real trust amber means on track, so nothing is assumed. */
@Injectable()
export class StatusWords {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof statusWordRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allWords);
  }

  edit(asked: Asked<typeof statusWordRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      // The rule looks at the whole scale, so two edits of it wait for one another.
      await db.query('select from status_word order by id for update');
      const merged = await merge(db, StatusWordRow, asked.params.id, asked.body);
      refuse(checkScale(await db.find(StatusWordRow), merged.next));
      await write(db, StatusWordRow, merged);
      return answer(oneWord, [asked.params.id]);
    });
  }
}
