import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ToSettle } from '@followthrough/contracts';
import { Button, DateField, UkDate } from '@followthrough/ui';
import { ImportStore } from './import-store';
import { fieldWords } from './import-words';

/** One question about one row, with the answers it can have. */
@Component({
  selector: 'ft-question',
  imports: [Button, DateField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './question-view.html',
})
export class QuestionView {
  readonly question = input.required<ToSettle>();
  protected readonly store = inject(ImportStore);
  protected readonly words = fieldWords;
  protected readonly where = computed(() => {
    const { row, part, ref, field } = this.question();
    return [`Row ${row}`, ref ? `ref ${ref}` : '', part === null ? '' : `part ${part + 1}`, field ? fieldWords[field] : ''].filter(Boolean).join(', ');
  });

  protected say(answer: string | null): void {
    void this.store.settle(this.question(), answer);
  }

  protected takeBack(): void {
    void this.store.settle(this.question(), undefined);
  }
}
