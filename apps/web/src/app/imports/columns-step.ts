import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type ColumnChoice, type ImportField, importFields, type ImportScreen } from '@followthrough/contracts';
import { Card, Changed, DateField, Notice } from '@followthrough/ui';
import { ImportStore } from './import-store';
import { fieldWords } from './import-words';

/** Which plan the actions go into, and what each column holds. */
@Component({
  selector: 'ft-columns-step',
  imports: [Card, DateField, Notice, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './columns-step.html',
})
export class ColumnsStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly fields = importFields;
  protected readonly words = fieldWords;
  protected readonly shown = computed(() => this.one().columns.filter((column) => column.heading !== '' || column.examples.length > 0));
  protected readonly hasFindings = computed(() => this.one().columns.some((column) => column.field === 'finding'));

  /** No column holds actions: the findings are all there is to import. */
  protected readonly findingsAlone = computed(() => this.hasFindings() && !this.one().columns.some((column) => column.field === 'title'));

  protected change(column: number, change: Partial<ColumnChoice>): void {
    void this.store.choose((now) => ({ columns: now.columns.map(({ column: at, field, asOf, fillDown }) => ({ column: at, field, asOf, fillDown, ...(at === column ? change : {}) })) }));
  }

  protected isField(text: string): ImportField {
    return importFields.find((field) => field === text) ?? 'ignore';
  }

  protected into(which: 'plan' | 'review', id: string, title: string): void {
    const named = title.trim() || null;
    void this.store.choose(() => (which === 'plan' ? (id ? { planId: id } : { planId: null, planTitle: named }) : id ? { reviewId: id } : { reviewId: null, reviewTitle: named }));
  }
}
