import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dashboard } from '@followthrough/contracts';
import { Card, UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Lists } from './lists';

/** The actions that are worst off: off track first, then whatever is most overdue. */
@Component({
  selector: 'ft-worst-card',
  imports: [RouterLink, Card, UkDate, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Worst first">
      @if (seen().worst.length > 0) {
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">The actions that are worst off</caption>
          <thead><tr><th scope="col">Action</th><th scope="col">Status</th><th scope="col">Due</th><th scope="col">Accountable</th></tr></thead>
          <tbody>
            @for (one of seen().worst; track one.id) {
              <tr>
                <th scope="row"><a [routerLink]="lists.action(one.id)" [queryParams]="lists.moment()">{{ one.ref }} {{ one.title }}</a></th>
                <td data-label="Status"><ft-said-status [status]="one.status" [words]="seen().words" /></td>
                <td data-label="Due">@if (one.dueOn) { {{ one.dueOn | ukDate }} } @else { no date }@if (one.daysOverdue; as days) { <div class="ft-late">{{ days }} {{ days === 1 ? 'day' : 'days' }} over</div> }</td>
                <td data-label="Accountable">{{ one.organisationName ?? 'Nobody yet' }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else { <p class="ft-muted">Nothing is off track or overdue.</p> }
    </ft-card>
  `,
})
export class WorstCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
}
