import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type CriterionCount, findingKinds } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';
import { words } from '../words';

/** Framework criteria by finding kind, worst first; each figure narrows the list to the findings behind it. */
@Component({
  selector: 'ft-criterion-grid',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-table ft-table--cards">
      <caption class="nhsuk-u-visually-hidden">Findings by criterion and kind, most left to answer first</caption>
      <thead>
        <tr><th scope="col">Criterion</th><th scope="col" class="ft-number">With no action</th>@for (kind of kinds; track kind) { <th scope="col" class="ft-number">{{ words.findingKind[kind] }}</th> }</tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">{{ row.domain }}: {{ row.title }}</th>
            <td data-label="With no action" class="ft-number" [class.ft-late]="row.unanswered > 0">
              @if (row.unanswered > 0) { <button type="button" ftButton="quiet" [small]="true" (click)="chosen.emit({ criterion: row.id, kind: null, unanswered: 'true' })">{{ row.unanswered }}<span class="nhsuk-u-visually-hidden"> with no action, {{ row.title }}</span></button> } @else { 0 }
            </td>
            @for (kind of kinds; track kind) {
              <td [attr.data-label]="words.findingKind[kind]" class="ft-number">
                @if (row[kind] > 0) { <button type="button" ftButton="quiet" [small]="true" (click)="chosen.emit({ criterion: row.id, kind, unanswered: null })">{{ row[kind] }}<span class="nhsuk-u-visually-hidden"> {{ words.findingKind[kind] }}, {{ row.title }}</span></button> } @else { 0 }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class CriterionGrid {
  readonly rows = input.required<readonly CriterionCount[]>();
  /** What the list is to be narrowed to, as the address says it. */
  readonly chosen = output<Readonly<Record<string, string | null>>>();
  protected readonly words = words;
  protected readonly kinds = [...findingKinds].reverse();
}
