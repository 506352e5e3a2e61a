import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Here } from '../session/here';

/** The same plan seen in other ways. What both ways can be narrowed to goes along. */
@Component({
  selector: 'ft-plan-views',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="ft-plan-views" aria-label="Views of the plan">
      @for (view of views; track view.path) {
        <a [routerLink]="['/', here.slug(), 'plan'].concat(view.path)" [queryParams]="{ plan: plan() }" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exactly">{{ view.label }}</a>
      }
    </nav>
  `,
})
export class PlanViews {
  readonly plan = input<string | null>(null);
  protected readonly here = inject(Here);
  protected readonly exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
  protected readonly views = [
    { path: [], label: 'Table' },
    { path: ['ladder'], label: 'Ladder' },
    { path: ['health'], label: 'Plan health' },
    { path: ['agreement'], label: 'Agreement' },
  ] as const;
}
