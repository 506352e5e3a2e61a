import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewCriterion } from '@followthrough/contracts';
import { Here } from '../session/here';

/** How many findings speak to a criterion, leading to their list, and how many of them nothing answers. */
@Component({
  selector: 'ft-cell-count',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-cell-count' },
  template: `
    @if (criterion().findings > 0) {
      <a class="ft-cell-count__all" [routerLink]="['/', here.slug(), 'findings']" [queryParams]="{ review: review(), criterion: criterion().id }">{{ criterion().findings }}<span class="nhsuk-u-visually-hidden"> {{ criterion().findings === 1 ? 'finding' : 'findings' }}, {{ criterion().domain }}: {{ criterion().title }}</span></a>
      @if (criterion().unanswered > 0) {
        <a class="ft-late" [routerLink]="['/', here.slug(), 'findings']" [queryParams]="{ review: review(), criterion: criterion().id, unanswered: true }">{{ criterion().unanswered }} with no action<span class="nhsuk-u-visually-hidden">, {{ criterion().domain }}: {{ criterion().title }}</span></a>
      }
      @if (criterion().good > 0) { <span class="ft-muted">{{ criterion().good }} good</span> }
    } @else { <span class="ft-muted"><span aria-hidden="true">–</span><span class="nhsuk-u-visually-hidden">No findings</span></span> }
  `,
})
export class CellCount {
  readonly review = input.required<string>();
  readonly criterion = input.required<ReviewCriterion>();
  protected readonly here = inject(Here);
}
