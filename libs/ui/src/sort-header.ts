import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';

export type SortOrder = 'ascending' | 'descending';
export interface Sorting {
  readonly by: string;
  readonly order: SortOrder;
}

/** A column heading that sorts: `<th ftSort="due" [sorting]="sorting()" (sort)="sortBy($event)">Due</th>`. */
@Component({
  selector: 'th[ftSort]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { scope: 'col', '[attr.aria-sort]': 'order()' },
  template: `
    <button type="button" class="ft-sort" (click)="turn()">
      <ng-content />
      <svg viewBox="0 0 10 14" aria-hidden="true" focusable="false">
        @if (order() !== 'descending') { <path d="M5 0l5 6H0z" fill="currentColor" /> }
        @if (order() !== 'ascending') { <path d="M5 14l5-6H0z" fill="currentColor" /> }
      </svg>
    </button>
  `,
})
export class SortHeader {
  readonly by = input.required<string>({ alias: 'ftSort' });
  readonly sorting = input<Sorting | null>(null);
  readonly sort = output<Sorting>();
  protected readonly order = computed(() => (this.sorting()?.by === this.by() ? (this.sorting()?.order ?? null) : null));

  protected turn(): void {
    this.sort.emit({ by: this.by(), order: this.order() === 'ascending' ? 'descending' : 'ascending' });
  }
}
