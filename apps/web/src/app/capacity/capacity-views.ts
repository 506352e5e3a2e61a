import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Deed } from '@followthrough/contracts';
import { Here } from '../session/here';
import { Me } from '../session/me';

const views: readonly { readonly path: readonly string[]; readonly label: string; readonly may: Deed }[] = [
  { path: [], label: 'Organisations', may: 'capacity.read' },
  { path: ['heat-map'], label: 'Heat map', may: 'capacity.read' },
  { path: ['staffing'], label: 'Staffing', may: 'capacity.keep' },
  { path: ['our-people'], label: 'Our people', may: 'supply.keep' },
  { path: ['teams'], label: 'Teams', may: 'people.read' },
  { path: ['capability'], label: 'Capability', may: 'capacity.read' },
  { path: ['skills'], label: 'Skills', may: 'capacity.read' },
  { path: ['my-load'], label: 'My load', may: 'supply.own' },
  { path: ['productive-time'], label: 'Productive time', may: 'capacity.read' },
];

/** The screens about what can be given, to those who may see each. */
@Component({
  selector: 'ft-capacity-views',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="ft-plan-views" aria-label="Views of capacity">
      @for (view of shown(); track view.label) { <a [routerLink]="['/', here.slug(), 'capacity'].concat(view.path)" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exactly">{{ view.label }}</a> }
    </nav>
  `,
})
export class CapacityViews {
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  protected readonly shown = computed(() => views.filter(({ may }) => this.me.may(may)));
  protected readonly exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
}
