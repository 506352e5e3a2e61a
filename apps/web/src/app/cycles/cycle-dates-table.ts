import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { CycleDates } from '@followthrough/contracts';
import { Button, UkDate } from '@followthrough/ui';

interface Dated extends CycleDates {
  readonly name: string;
  readonly adjusted?: boolean;
}

/** The dates of cycles, one a row; with `mayAdjust`, a button beside each. */
@Component({
  selector: 'ft-cycle-dates-table',
  imports: [Button, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-table ft-table--cards">
      <caption class="nhsuk-u-visually-hidden">{{ caption() }}</caption>
      <thead><tr><th scope="col">Report</th><th scope="col">Covers</th><th scope="col">Opens</th><th scope="col">Updates due</th><th scope="col">Frozen</th><th scope="col">Published</th><th scope="col">Board meets</th>@if (mayAdjust()) { <th scope="col"><span class="nhsuk-u-visually-hidden">Dates by hand</span></th> }</tr></thead>
      <tbody>
        @for (one of cycles(); track one.name; let at = $index) {
          <tr>
            <th scope="row">{{ one.name }}@if (one.adjusted) { <span class="ft-muted"> · dates set by hand</span> }</th>
            <td data-label="Covers">{{ one.periodFrom | ukDate }} to {{ one.periodTo | ukDate }}</td>
            <td data-label="Opens">{{ one.opensOn | ukDate }}</td><td data-label="Updates due">{{ one.dueOn | ukDate }}</td><td data-label="Frozen">{{ one.freezesOn | ukDate }}</td><td data-label="Published">{{ one.publishesOn | ukDate }}</td>
            <td data-label="Board meets">@if (one.meetsOn) { {{ one.meetsOn | ukDate }} } @else { – }</td>
            @if (mayAdjust()) { <td><button type="button" ftButton="quiet" (click)="adjust.emit(at)">Change dates<span class="nhsuk-u-visually-hidden"> of the {{ one.name }} report</span></button></td> }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class CycleDatesTable {
  readonly cycles = input.required<readonly Dated[]>();
  readonly caption = input.required<string>();
  readonly mayAdjust = input(false);
  /** Which row's dates somebody wants to set. */
  readonly adjust = output<number>();
}
