import { Injectable } from '@nestjs/common';
import type { myWorkRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { myWork } from './my-work.sql';

/** What I owe, soonest first: the one list that is the truth. */
@Injectable()
export class WorkOfMine {
  constructor(private readonly reads: Reads) {}

  read(asked: Asked<typeof myWorkRoutes.read>): Promise<string> {
    return this.reads.answer(asked, myWork);
  }
}
