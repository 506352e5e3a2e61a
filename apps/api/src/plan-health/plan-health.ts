import { Injectable } from '@nestjs/common';
import type { planHealthRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { planHealth } from './plan-health.sql';

/** What a plan lacks before it can be trusted to work: a list of what exists, each item leading to its mending. */
@Injectable()
export class HealthOfPlans {
  constructor(private readonly reads: Reads) {}

  show(asked: Asked<typeof planHealthRoutes.show>): Promise<string> {
    return this.reads.answer(asked, planHealth, [asked.params.id]);
  }
}
