import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Part } from './stacked-bar';

export interface Column {
  readonly label: string;
  /** Said where there is room for a few letters only. */
  readonly short: string;
  /** The same keys in the same order in every column. */
  readonly parts: readonly Part[];
}

/** A whole and its parts over time, a column a point, with the same figures in a table behind them. */
@Component({
  selector: 'ft-stacked-columns',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <figure class="ft-chart">
      <div class="ft-columns" role="img" [attr.aria-label]="label() + '. The figures are in the table below.'">
        @for (column of drawn(); track column.label) {
          <div class="ft-columns__column" [title]="column.label">
            <b>{{ column.whole }}</b>
            <div class="ft-columns__stack" [style.height.%]="column.height">
              @for (part of column.parts; track part.key) {
                @if (part.value > 0) { <span [class]="'ft-fill--' + part.colour" [style.flex-grow]="part.value" [title]="part.label + ' ' + part.value"></span> }
              }
            </div>
            <span class="ft-columns__label">{{ column.short }}</span>
          </div>
        }
      </div>
      <details>
        <summary>The figures as a table</summary>
        <div class="ft-table__scroll" tabindex="0" role="region" [attr.aria-label]="label()">
          <table class="ft-table">
            <caption class="nhsuk-u-visually-hidden">{{ label() }}</caption>
            <thead><tr><th scope="col">When</th>@for (part of columns()[0]?.parts ?? []; track part.key) { <th scope="col" class="ft-number">{{ part.label }}</th> }<th scope="col" class="ft-number">All</th></tr></thead>
            <tbody>
              @for (column of drawn(); track column.label) {
                <tr><th scope="row">{{ column.label }}</th>@for (part of column.table; track part.key) { <td class="ft-number">{{ part.value }}</td> }<td class="ft-number">{{ column.whole }}</td></tr>
              }
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  `,
})
export class StackedColumns {
  readonly label = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  protected readonly drawn = computed(() => {
    const wholes = this.columns().map((column) => column.parts.reduce((sum, part) => sum + part.value, 0));
    const highest = Math.max(1, ...wholes);
    // The first part stands at the bottom, as a bar that was turned upright.
    return this.columns().map((column, index) => ({ label: column.label, short: column.short, table: column.parts, parts: column.parts.toReversed(), whole: wholes[index] ?? 0, height: (100 * (wholes[index] ?? 0)) / highest }));
  });
}
