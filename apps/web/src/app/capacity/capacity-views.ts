import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Deed } from '@followthrough/contracts';
import { Here } from '../session/here';
import { Me } from '../session/me';

interface View {
  readonly path: readonly string[];
  readonly label: string;
  readonly may: Deed;
}

/** What somebody comes for, in the order in which the questions are asked. */
const groups: readonly { readonly label: string; readonly views: readonly View[] }[] = [
  {
    label: 'How full',
    views: [
      { path: [], label: 'Organisations', may: 'capacity.read' },
      { path: ['heat-map'], label: 'Heat map', may: 'capacity.read' },
      { path: ['my-load'], label: 'My load', may: 'supply.own' },
    ],
  },
  {
    label: 'Can it be done',
    views: [
      { path: ['capability'], label: 'Capability', may: 'capacity.read' },
      { path: ['promises'], label: 'Promises', may: 'capacity.read' },
    ],
  },
  {
    label: 'Change it',
    views: [
      { path: ['scenarios'], label: 'Scenarios', may: 'capacity.read' },
      { path: ['staffing'], label: 'Staffing', may: 'capacity.keep' },
    ],
  },
  {
    label: 'Who can give what',
    views: [
      { path: ['our-people'], label: 'Our people', may: 'supply.keep' },
      { path: ['teams'], label: 'Teams', may: 'people.read' },
      { path: ['skills'], label: 'Skills', may: 'capacity.read' },
      { path: ['productive-time'], label: 'Productive time', may: 'capacity.read' },
    ],
  },
];

/** The screens about what can be given, to those who may see each. */
@Component({
  selector: 'ft-capacity-views',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="ft-plan-views ft-capacity-views" aria-label="Views of capacity">
      @for (group of shown(); track group.label) {
        <div role="group" [attr.aria-label]="group.label">
          <span aria-hidden="true">{{ group.label }}</span>
          <div>@for (view of group.views; track view.label) { <a [routerLink]="['/', here.slug(), 'capacity'].concat(view.path)" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exactly">{{ view.label }}</a> }</div>
        </div>
      }
    </nav>
  `,
})
export class CapacityViews {
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  protected readonly shown = computed(() => groups.map(({ label, views }) => ({ label, views: views.filter(({ may }) => this.me.may(may)) })).filter(({ views }) => views.length > 0));
  protected readonly exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
}
