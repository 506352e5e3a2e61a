import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { versionRoutes } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** One line about a plan: which version a board approved, and how many changes wait for the next one. For the plan's own screen. */
@Component({
  selector: 'ft-plan-approval',
  imports: [RouterLink, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-approval' },
  template: `
    @if (versions.value(); as said) {
      @if (said.items[0]; as last) {
        <a [routerLink]="['/', here.slug(), 'plans', id(), 'versions']">Version {{ last.number }}</a>, approved by {{ last.board }} on {{ last.approvedOn | ukDate }}.
        @if (amendments() > 0) { <a [routerLink]="['/', here.slug(), 'plans', id(), 'amendments']">{{ amendments() === 1 ? 'One amendment' : amendments() + ' amendments' }} since</a>@if (said.declined > 0) { <span class="ft-late">, {{ said.declined }} declined</span> }. } @else { Unchanged since. }
      } @else if (me.may('plan.approve')) {
        Not approved by a board yet. <a [routerLink]="['/', here.slug(), 'plans', id(), 'versions']">Record an approval</a>
      }
    }
  `,
})
export class PlanApproval {
  readonly id = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  protected readonly versions = screen(versionRoutes.list, () => ({ params: { id: this.id() } }), { keep: true });
  protected readonly amendments = computed(() => {
    const said = this.versions.value();
    return said ? said.waiting + said.approved + said.declined : 0;
  });
}
