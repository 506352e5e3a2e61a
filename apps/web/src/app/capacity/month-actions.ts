import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CapacityAction, type CapacityCell, type CapacityRow, capacityRoutes, type PastCapacityAction, pastRegisterRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { days } from './heat-cell';

/** The actions that make up one figure of the heat map, now or as at a moment, most days first. */
@Component({
  selector: 'ft-month-actions',
  imports: [RouterLink, Button, Card, Failed, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="heading()" [sub]="says()" tone="accent">
      <button deeds type="button" ftButton [small]="true" (click)="closed.emit()">Close</button>
      @if (actions().refused(); as refused) {
        <ft-failed [title]="at() ? refused.sentence : refused.message" [reference]="refused.problem.requestId" (retry)="actions().reload()" />
      } @else if (actions().value(); as list) {
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Actions that need days in this month</caption>
          <thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col" class="ft-number">Days in the month</th></tr></thead>
          <tbody>
            @for (action of list.items; track action.id) {
              <tr>
                <td data-label="Ref">{{ action.ref }}</td>
                <th scope="row">@if (mayOpen(action)) { <a [routerLink]="['/', here.slug(), 'actions', action.id]" [queryParams]="{ at: at() }">{{ action.title }}</a> } @else { {{ action.title }} }@if (action.isOverdue) { <span class="ft-late">Overdue</span> }</th>
                <td data-label="Days in the month" class="ft-number">{{ days(action.needed) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (hasOthers()) { <p class="ft-muted">The report has kept no page of an action of another plan.</p> }
      } @else { <ft-skeleton [lines]="3" /> }
    </ft-card>
  `,
})
export class MonthActions {
  readonly row = input.required<CapacityRow>();
  readonly cell = input.required<CapacityCell>();
  /** A past day or a published report; none for now. */
  readonly at = input<string>();
  readonly closed = output<void>();
  protected readonly here = inject(Here);
  protected readonly days = days;
  protected readonly heading = computed(() => `${this.row().name}, ${ukDate(this.cell().month)}`);
  protected readonly says = computed(() => {
    const { needed, confirmed } = this.cell();
    return `${days(needed)} days needed, ${confirmed === null ? 'confirmed days not known' : `${days(confirmed)} confirmed`}.`;
  });
  private readonly asked = computed(() => {
    const organisation = this.row().organisationId;
    return { ...(organisation ? { organisation } : {}), month: this.cell().month };
  });
  private readonly now = screen(capacityRoutes.actions, () => (this.at() ? undefined : { query: this.asked() }));
  private readonly then = screen(pastRegisterRoutes.capacityActions, () => {
    const at = this.at();
    return at ? { query: { ...this.asked(), at } } : undefined;
  });
  protected readonly actions = computed(() => (this.at() ? this.then : this.now));
  protected readonly hasOthers = computed(() => this.then.value()?.items.some((one) => !this.mayOpen(one)) ?? false);

  /** A report has kept the actions of its own plan, and no others. */
  protected mayOpen(action: CapacityAction | PastCapacityAction): boolean {
    const asAt = this.then.value()?.asAt;
    return !asAt?.cycleId || ('planId' in action && action.planId === asAt.planId);
  }
}
