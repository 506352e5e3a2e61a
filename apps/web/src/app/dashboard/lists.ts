import { computed, inject, Injectable, signal } from '@angular/core';
import type { ActionFilter, DecisionQuery, SlippageQuery, ThreadQuery } from '@followthrough/contracts';
import { Here } from '../session/here';

/** Where the list behind a number is, narrowed to what was counted: the plan table, the decisions, the threads. */
@Injectable()
export class Lists {
  private readonly here = inject(Here);
  /** The plan that the dashboard shows; null for all together. */
  readonly plan = signal<string | null>(null);
  readonly actions = computed(() => ['/', this.here.slug(), 'plan']);
  readonly decisions = computed(() => ['/', this.here.slug(), 'decisions']);
  readonly threads = computed(() => ['/', this.here.slug(), 'threads']);
  readonly slippage = computed(() => ['/', this.here.slug(), 'slippage']);
  readonly findings = computed(() => ['/', this.here.slug(), 'findings']);

  action(id: string): string[] {
    return ['/', this.here.slug(), 'actions', id];
  }

  to(filter: ActionFilter | DecisionQuery | SlippageQuery | ThreadQuery): Record<string, unknown> {
    const plan = this.plan();
    return { ...(plan ? { plan } : {}), ...filter };
  }
}
