import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { trace } from './traces.sql';

const { show } = routes.traces;

/** The thread of the mission in one read: from what a review said to what came of it, and back. */
@Controller()
export class TracesController {
  constructor(private readonly reads: Reads) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.reads.answer(asked, trace, [asked.params.id]);
  }
}
