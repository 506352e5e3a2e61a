import { Injectable } from '@nestjs/common';
import type { timelineRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { timelinePage } from './timeline.sql';

/** The actions of the plan table over time. */
@Injectable()
export class Timeline {
  constructor(private readonly reads: Reads) {}

  async show(asked: Asked<typeof timelineRoutes.show>): Promise<string> {
    const { statement, values } = timelinePage(asked.query);
    return this.reads.answer(asked, statement, values);
  }
}
