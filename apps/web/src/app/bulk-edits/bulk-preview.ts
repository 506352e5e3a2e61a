import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { BulkField, BulkPreview as Preview } from '@followthrough/contracts';
import { ukDate } from '@followthrough/ui';
import { fieldLabels, valueSays } from './bulk-form';

type Part = 'all' | 'changes' | 'cannot' | 'same';

/** Each action with what becomes of it, before anything is written. */
@Component({
  selector: 'ft-bulk-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-bulk-preview' },
  template: `
    <fieldset class="ft-scale ft-offers">
      <legend class="nhsuk-u-visually-hidden">Show</legend>
      <div class="ft-row">
        @for (one of parts(); track one.part) { <label class="ft-row"><input type="radio" name="ft-bulk-part" [checked]="part() === one.part" (change)="part.set(one.part)" />{{ one.says }}</label> }
      </div>
    </fieldset>
      <table class="ft-table ft-table--cards ft-bulk">
        <caption class="nhsuk-u-visually-hidden">What becomes of each action</caption>
        <thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">What changes</th></tr></thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <td class="ft-plan__ref">{{ row.ref }}</td>
              <th scope="row">{{ row.title }}</th>
              <td>
                @for (step of row.steps; track step.field) {
                  <div><b>{{ labels[step.field] }}:</b>&ngsp;<del><span class="nhsuk-u-visually-hidden">was </span>{{ says(step.field, step.before) }}</del>&ngsp;<span aria-hidden="true">→</span>&ngsp;<ins><span class="nhsuk-u-visually-hidden">becomes </span>{{ says(step.field, step.after) }}</ins></div>
                }
                @for (why of row.refusals; track why) { <div class="ft-late">Cannot be changed: {{ why }}</div> }
                @if (row.steps.length === 0 && row.refusals.length === 0) { <span class="ft-muted">is so already</span> }
              </td>
            </tr>
          }
        </tbody>
      </table>
  `,
})
export class BulkPreview {
  readonly preview = input.required<Preview>();
  protected readonly part = signal<Part>('all');
  protected readonly labels = fieldLabels;
  private readonly sorted = computed(() => {
    const rows = this.preview().rows;
    return { all: rows, changes: rows.filter((one) => one.steps.length > 0), cannot: rows.filter((one) => one.refusals.length > 0), same: rows.filter((one) => one.steps.length + one.refusals.length === 0) };
  });
  protected readonly rows = computed(() => this.sorted()[this.part()]);
  protected readonly parts = computed(() => {
    const sorted = this.sorted();
    const all: readonly { readonly part: Part; readonly says: string }[] = [
      { part: 'all', says: `All ${sorted.all.length}` },
      { part: 'changes', says: `${sorted.changes.length} change` },
      { part: 'cannot', says: `${sorted.cannot.length} cannot be changed` },
      { part: 'same', says: `${sorted.same.length} are so already` },
    ];
    return all.filter(({ part }) => part === 'all' || sorted[part].length > 0);
  });

  protected says(field: BulkField, values: readonly string[]): string {
    return valueSays(field, values, ukDate);
  }
}
