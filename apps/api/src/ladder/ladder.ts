import { Injectable } from '@nestjs/common';
import type { LadderQuery, ladderRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { ladderPage } from './ladder.sql';

/** Which quick wins open the way to which deep-rooted actions. */
@Injectable()
export class Ladder {
  constructor(private readonly reads: Reads) {}

  show(asked: Asked<typeof ladderRoutes.show>): Promise<string> {
    return this.reads.answer(asked, ladderPage, ladderValues(asked.query));
  }
}

/** What the ladders are narrowed to, as the values of their statement. */
export function ladderValues(asked: LadderQuery): readonly unknown[] {
  const { plan = null, owner = null, organisation = null, theme = null } = asked;
  return [plan, owner, organisation, theme];
}
