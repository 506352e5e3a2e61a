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
  /** The moment that the dashboard is of; null for now. Threads and slippage do not know what was. */
  readonly at = signal<string | null>(null);
  readonly decisions = computed(() => ['/', this.here.slug(), 'decisions']);
  readonly threads = computed(() => this.now('threads'));
  readonly slippage = computed(() => this.now('slippage'));
  readonly findings = computed(() => ['/', this.here.slug(), 'findings']);

  /** The moment goes along. */
  readonly moment = computed(() => (this.at() === null ? {} : { at: this.at() }));

  action(id: string): string[] {
    return ['/', this.here.slug(), 'actions', id];
  }

  /** Without a link where the list would be of another moment. */
  private now(screen: string): string[] | null {
    return this.at() === null ? ['/', this.here.slug(), screen] : null;
  }

  to(filter: ActionFilter | DecisionQuery | SlippageQuery | ThreadQuery): Record<string, unknown> {
    const [plan, at] = [this.plan(), this.at()];
    return { ...(plan ? { plan } : {}), ...(at ? { at } : {}), ...filter };
  }
}
