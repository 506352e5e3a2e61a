import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params } from '@angular/router';
import type { AsAt } from '@followthrough/contracts';
import { Here } from '../session/here';
import { isBeforeTheRecord } from './before-the-record';

/** The moment that a screen is seen as at, for the cards on it: their links lead to the same moment. Provided by the screen; of one that shows now, it says nothing. */
@Injectable()
export class Moment {
  private readonly here = inject(Here);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  /** From the address: a day, or a published report; null for now. */
  readonly at = computed(() => (this.params()['at'] as string | undefined) ?? null);
  readonly isPast = computed(() => this.at() !== null);
  /** What every link on the screen carries on. */
  readonly query = computed(() => ({ at: this.at() }));
  /** What the answer says that it is of. */
  readonly of = signal<AsAt | undefined>(undefined);
  /** The history says nothing of it. */
  readonly isBefore = computed(() => {
    const of = this.of();
    return of !== undefined && isBeforeTheRecord(of);
  });

  /** Where an action's page is; null where there is none: a report has kept those of its own plan alone. */
  pageOf({ id, planId }: { readonly id: string; readonly planId: string }): readonly string[] | null {
    const of = this.of();
    return of?.cycleId && of.planId !== planId ? null : ['/', this.here.slug(), 'actions', id];
  }
}
