import { computed, inject, Injectable, signal } from '@angular/core';
import { type ActionFilter, statuses } from '@followthrough/contracts';
import { isOpen } from '@followthrough/domain';
import { Here } from '../session/here';

export const openStatuses = statuses.filter(isOpen);

/** Where the list behind a number is: the plan table, narrowed to what was counted. */
@Injectable()
export class Lists {
  private readonly here = inject(Here);
  /** The plan that the dashboard shows; null for all together. */
  readonly plan = signal<string | null>(null);
  readonly actions = computed(() => ['/', this.here.slug(), 'plan']);
  readonly findings = computed(() => ['/', this.here.slug(), 'findings']);

  action(id: string): string[] {
    return ['/', this.here.slug(), 'actions', id];
  }

  to(filter: ActionFilter): Record<string, unknown> {
    const plan = this.plan();
    return { ...(plan ? { plan } : {}), ...filter };
  }
}
