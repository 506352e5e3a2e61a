import { Injectable } from '@nestjs/common';
import type { frameworkRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { allFrameworks } from './frameworks.sql';

/** What reviews look for, as data. A locality starts with those in database/frameworks. */
@Injectable()
export class Frameworks {
  constructor(private readonly reads: Reads) {}

  list(asked: Asked<typeof frameworkRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allFrameworks);
  }
}
