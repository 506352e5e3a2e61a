import { ChangeDetectionStrategy, Component, computed, effect, input, model, type OnInit, output, signal, untracked } from '@angular/core';
import type { GuestRoom } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';

const MOST = 500;

/** The box to ask in. What is half typed stays on the phone too. */
@Component({
  selector: 'ft-ask-question',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-card' },
  template: `
    <form novalidate (submit)="$event.preventDefault(); send()">
      <div class="ft-field">
        <label class="nhsuk-label" for="ask">Ask a question</label>
        <div class="nhsuk-hint" id="ask-hint">{{ room().checksQuestions ? 'The moderator sees it first. ' : '' }}Nothing about a patient, please.</div>
        @if (refused()) { <span class="nhsuk-error-message" id="ask-refusal">{{ refused() }}</span> }
        <textarea #box class="nhsuk-textarea" id="ask" rows="3" [attr.aria-describedby]="refused() ? 'ask-hint ask-refusal' : 'ask-hint'" [value]="text()" (input)="text.set(box.value)"></textarea>
      </div>
      @if (mayChoose()) {
        <div class="ft-field ft-checks"><label><input #nameless type="checkbox" [checked]="isNameless()" (change)="isNameless.set(nameless.checked)" />Ask without my name</label></div>
      }
      <button type="submit" ftButton="primary" class="ft-full">Ask</button>
    </form>
  `,
})
export class AskQuestion implements OnInit {
  readonly room = input.required<GuestRoom>();
  readonly hasName = input.required<boolean>();
  readonly code = input.required<string>();
  readonly ask = output<{ readonly text: string; readonly isAnonymous: boolean }>();
  readonly text = model('');
  protected readonly refused = signal('');
  protected readonly isNameless = signal(false);
  protected readonly mayChoose = computed(() => this.room().names === 'either' && this.hasName());

  constructor() {
    effect(() => {
      const text = this.text();
      const key = untracked(() => keyOf(this.code()));
      try {
        if (text) localStorage.setItem(key, text);
        else localStorage.removeItem(key);
      } catch {
        // A phone that keeps nothing still asks.
      }
    });
  }

  ngOnInit(): void {
    try {
      this.text.set(localStorage.getItem(keyOf(this.code())) ?? '');
    } catch {
      // As above.
    }
  }

  protected send(): void {
    const text = this.text().trim();
    this.refused.set(text === '' ? 'Type your question first' : text.length > MOST ? `A question has at most ${MOST} characters: ${text.length - MOST} too many` : '');
    if (this.refused()) return;
    this.ask.emit({ text, isAnonymous: this.room().names === 'anonymous' || !this.hasName() || (this.mayChoose() && this.isNameless()) });
    this.text.set('');
  }
}

const keyOf = (code: string): string => `followthrough.asking.${code}`;
