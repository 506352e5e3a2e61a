import { Injectable } from '@nestjs/common';
import { historyKinds, type historyRoutes, lifeKinds, lifeWords } from '@followthrough/contracts';
import { checkHistorySpan } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { HISTORY_ORDER, historyPages, lifePage } from './history.sql';

/** Who changed what and when: the audit that triggers write, as people read it. It can only be read. */
@Injectable()
export class History {
  constructor(private readonly reads: Reads) {}

  list(asked: Asked<typeof historyRoutes.list>): Promise<string> {
    const { kind, by = null, from = null, to = null, thing = null, after } = asked.query;
    refuse(checkHistorySpan(asked.query));
    const page = historyPages[thing ? 'thing' : kind ? 'kind' : by ? 'by' : 'all'];
    const begins = after === undefined ? [null, null] : cursorKeys(after, HISTORY_ORDER, ['bigint', 'bigint']);
    return this.reads.answer(asked, page, [kind ? [kind] : historyKinds, by, from, to, thing, ...begins]);
  }

  life(asked: Asked<typeof historyRoutes.life>): Promise<string> {
    const { of = lifeWords, after } = asked.query;
    const begins = after === undefined ? [null, null] : cursorKeys(after, HISTORY_ORDER, ['bigint', 'bigint']);
    return this.reads.answer(asked, lifePage, [of.flatMap((one) => lifeKinds[one]), null, null, null, asked.params.id, ...begins]);
  }
}
