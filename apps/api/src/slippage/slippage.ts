import { Injectable } from '@nestjs/common';
import type { slippageRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { SLIPPAGE_ORDER, slippagePage } from './slippage.sql';

/** What slipped and why: the moves of due dates, and their days by reason. */
@Injectable()
export class Slippage {
  constructor(private readonly reads: Reads) {}

  list(asked: Asked<typeof slippageRoutes.list>): Promise<string> {
    const { plan = null, organisation = null, from = null, until = null, reason = null, after } = asked.query;
    const which = [plan, organisation, from, until, reason];
    if (after === undefined) return this.reads.answer(asked, slippagePage.first, which);
    return this.reads.answer(asked, slippagePage.further, [...which, ...cursorKeys(after, SLIPPAGE_ORDER, ['day', 'id'])]);
  }
}
