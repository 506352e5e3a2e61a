import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CyclePerson } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { Here } from '../session/here';

/** Who owes a report in the open cycle and who has reported, with the actions of each. */
@Component({
  selector: 'ft-cycle-people',
  imports: [RouterLink, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-work">
      @for (one of people(); track one.personId) {
        <li>
          <div class="ft-work__what">
            <b>{{ one.name ?? 'Nobody: no owner yet' }}</b>@if (one.organisationName) { <span class="ft-muted">, {{ one.organisationName }}</span> }
            <div class="ft-muted">
              @if (one.owed > 0) { <b class="ft-late">owes {{ one.owed }}</b>@if (one.reported > 0) {, reported {{ one.reported }}} } @else { reported {{ one.reported === 1 ? 'the one asked for' : 'all ' + one.reported }} }
              @if (one.personId && !one.hasAccount) { · no account: a lead reports for them } @if (one.lastChasedOn) { · mailed {{ one.lastChasedOn | ukDate }} }
            </div>
            <details>
              <summary>{{ one.actions.length === 1 ? 'Which action' : 'Which actions' }}<span class="nhsuk-u-visually-hidden"> of {{ one.name ?? 'nobody' }}</span></summary>
              <ul>@for (action of one.actions; track action.id) { <li><a [routerLink]="['/', here.slug(), 'actions', action.id]">{{ action.ref }} {{ action.title }}</a> – @if (action.reportedOn) { reported {{ action.reportedOn | ukDate }} } @else { <b>not yet</b> }</li> }</ul>
            </details>
          </div>
        </li>
      }
    </ul>
  `,
})
export class CyclePeople {
  readonly people = input.required<readonly CyclePerson[]>();
  protected readonly here = inject(Here);
}
