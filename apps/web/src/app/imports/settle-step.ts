import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ImportScreen } from '@followthrough/contracts';
import { slipReasons } from '@followthrough/contracts';
import { Button, Card, Changed, Empty } from '@followthrough/ui';
import { words } from '../words';
import { ImportStore } from './import-store';
import { QuestionView } from './question-view';

/** Questions about single rows: several actions in a cell, odd dates, refs that are there twice, conflicts. */
@Component({
  selector: 'ft-settle-step',
  imports: [Button, Card, Empty, QuestionView, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (one().moves > 0) {
      <ft-card class="ft-below" tone="amber" [heading]="one().moves === 1 ? 'One due date moves' : one().moves + ' due dates move'" sub="A due date never moves without a reason and somebody who agreed to it.">
        <div class="ft-row">
          <label class="ft-row">Why <select #reason class="ft-input" (change)="store.choose(why(reason.value))">
            @if (!one().choices.moveReason) { <option value="" selected>Choose</option> }
            @for (each of reasons; track each) { <option [value]="each" [selected]="each === one().choices.moveReason">{{ words.slipReason[each] }}</option> }
          </select></label>
          <label class="ft-row">Agreed by <input #who class="ft-input" maxlength="200" autocomplete="off" [value]="one().choices.moveAgreedBy ?? ''" (ftChange)="store.choose(agreed(who.value))" /></label>
        </div>
      </ft-card>
    }
    @if (questions().length === 0) {
      <ft-card><ft-empty heading="No questions">Every row says one action with dates and a ref of its own.</ft-empty></ft-card>
    } @else {
      <ft-card [heading]="questions().length === 1 ? 'One question about a row' : questions().length + ' questions about rows'" sub="What must be answered comes first. The rest may stay as it is: a date in words is kept as words, and listed in the plan until somebody resolves it.">
        <ul class="ft-questions">
          @for (question of shown(); track question.row + '|' + question.part + '|' + question.what + '|' + question.field) { <li><ft-question [question]="question" /></li> }
        </ul>
        @if (shown().length < questions().length) { <button type="button" ftButton (click)="many.set(many() + 50)">Show more</button> }
      </ft-card>
    }
  `,
})
export class SettleStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly words = words;
  protected readonly reasons = slipReasons;
  protected readonly many = signal(50);
  protected readonly questions = computed(() => this.one().toSettle.toSorted((a, b) => Number(b.needed) - Number(a.needed)));
  protected readonly shown = computed(() => this.questions().slice(0, this.many()));

  protected why(text: string) {
    return () => ({ moveReason: slipReasons.find((one) => one === text) ?? null });
  }
  protected agreed(text: string) {
    return () => ({ moveAgreedBy: text.trim() || null });
  }
}
