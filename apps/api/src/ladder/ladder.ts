import { Injectable } from '@nestjs/common';
import type { ladderRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { ladderPage } from './ladder.sql';

/** Which quick wins open the way to which deep-rooted actions. */
@Injectable()
export class Ladder {
  constructor(private readonly reads: Reads) {}

  show(asked: Asked<typeof ladderRoutes.show>): Promise<string> {
    const { plan = null, owner = null, organisation = null, theme = null } = asked.query;
    return this.reads.answer(asked, ladderPage, [plan, owner, organisation, theme]);
  }
}
