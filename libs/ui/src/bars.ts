import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Part } from './stacked-bar';

/** Numbers by name as bars, longest first or as given. The words and figures are text; the bars only help the eye. */
@Component({
  selector: 'ft-bars',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-bars" [attr.aria-label]="label()">
      @for (part of parts(); track part.key) {
        <li>
          <span>{{ part.label }}</span>
          <span aria-hidden="true"><span class="ft-bars__bar" [class]="part.colour ? 'ft-fill--' + part.colour : ''" [style.width.%]="(100 * part.value) / longest()"></span></span>
          <b>@if (part.link) { <a [routerLink]="part.link" [queryParams]="part.query ?? {}">{{ part.value }}</a> } @else { {{ part.value }} }</b>
        </li>
      }
    </ul>
  `,
})
export class Bars {
  readonly label = input.required<string>();
  readonly parts = input.required<readonly Part[]>();
  protected readonly longest = computed(() => Math.max(1, ...this.parts().map((part) => part.value)));
}
