import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { Here } from '../session/here';

/** The same plan seen in other ways. What both ways can be narrowed to goes along. */
@Component({
  selector: 'ft-plan-views',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="ft-plan-views" aria-label="Views of the plan">
      @for (view of views; track view.path) {
        <a [routerLink]="['/', here.slug(), 'plan'].concat(view.path)" [queryParams]="shared()" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exactly">{{ view.label }}</a>
      }
    </nav>
  `,
})
export class PlanViews {
  readonly plan = input<string | null>(null);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  /** What every view understands: one selection, seen in several ways. */
  protected readonly shared = computed(() => {
    const { owner, organisation, theme } = this.params();
    return { plan: this.plan(), owner, organisation, theme } as Params;
  });
  protected readonly here = inject(Here);
  protected readonly exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
  protected readonly views = [
    { path: [], label: 'Table' },
    { path: ['ladder'], label: 'Ladder' },
    { path: ['health'], label: 'Plan health' },
    { path: ['agreement'], label: 'Agreement' },
    { path: ['closing'], label: 'Closing' },
  ] as const;
}
