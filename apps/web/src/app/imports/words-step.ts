import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { importStatuses, type ImportScreen, type ImportStatus } from '@followthrough/contracts';
import { Button, Card, DateField, Empty } from '@followthrough/ui';
import { ImportStore } from './import-store';
import { statusWords } from './import-words';

/** What the sheet's status words mean. Asked, with the sheet's own key shown; a colour alone means nothing to us. */
@Component({
  selector: 'ft-words-step',
  imports: [Button, Card, DateField, Empty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (one().statuses.length === 0) {
      <ft-card><ft-empty heading="No status words">No column holds statuses, so every new action begins as not started.</ft-empty></ft-card>
    } @else {
      @if (one().key.length > 0) {
        <ft-card class="ft-below" heading="What the sheet says itself" tone="accent">
          @for (line of one().key; track $index) { <p class="ft-quote">{{ line.text }} <span class="ft-muted">({{ line.where }})</span></p> }
        </ft-card>
      }
      <ft-card heading="What does each word mean?" sub="Amber means “on track” in some plans, so we ask. Nothing imported counts as embedded: that needs evidence and a second person.">
        @if (offered().length > 0) { <p><button type="button" ftButton (click)="takeOffered()">Use what the key and the words say for {{ offered().length }} of them</button></p> }
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Status words of the sheet</caption>
          <thead><tr><th scope="col">Word</th><th scope="col" class="ft-number">Rows</th><th scope="col">The sheet’s key</th><th scope="col">Means here</th></tr></thead>
          <tbody>
            @for (word of one().statuses; track word.value) {
              <tr>
                <th scope="row">{{ word.value }}</th>
                <td data-label="Rows" class="ft-number">{{ word.rows }}</td>
                <td data-label="The sheet’s key">{{ word.keySays ?? 'says nothing' }}</td>
                <td data-label="Means here" class="ft-holds">
                  <select #means class="ft-input" [attr.aria-label]="word.value + ' means'" (change)="choose(word.value, means.value)">
                    @if (!word.answered) { <option value="" selected>Choose</option> }
                    @for (status of statuses; track status) { <option [value]="status" [selected]="word.answered && word.status === status">{{ wordOf()(status) }}</option> }
                    <option value="none" [selected]="word.answered && word.status === null">Leave without a status</option>
                  </select>
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (needsDay()) {
          <ft-date-field label="Which day do the statuses speak of?" hint="No column of updates gives a day" [value]="one().choices.asOf ?? ''" (valueChange)="store.choose(dayIs($event))" />
        }
      </ft-card>
    }
  `,
})
export class WordsStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly statuses = importStatuses as readonly ImportStatus[];
  /** In this locality's own words. */
  protected readonly wordOf = computed(() => {
    const own = new Map<string, string>(this.one().scale.map(({ status, word }) => [status, word]));
    return (status: ImportStatus) => own.get(status) ?? statusWords[status];
  });
  protected readonly offered = computed(() => this.one().statuses.filter((word) => !word.answered && word.offered !== null));
  protected readonly needsDay = computed(() => this.one().choices.asOf !== null || this.one().needed.some((need) => need.startsWith('Give the day')) || !this.one().columns.some((column) => (column.field === 'update' && column.asOf) || column.field === 'statusOn'));

  protected choose(value: string, said: string): void {
    const status = this.statuses.find((one) => one === said) ?? null;
    void this.store.choose((now) => ({ statuses: [...answered(now).filter((one) => one.value !== value), { value, status }] }));
  }

  protected takeOffered(): void {
    void this.store.choose((now) => ({ statuses: [...answered(now), ...now.statuses.filter((word) => !word.answered && word.offered !== null).map(({ value, offered }) => ({ value, status: offered }))] }));
  }

  protected dayIs(day: string) {
    return () => ({ asOf: day || null });
  }
}

const answered = (now: ImportScreen): { value: string; status: ImportStatus | null }[] => now.statuses.filter((word) => word.answered).map(({ value, status }) => ({ value, status }));
