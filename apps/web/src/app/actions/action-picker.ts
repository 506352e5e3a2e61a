import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { type ActionItem, actionRoutes } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';

const SHOWN = 8;
let count = 0;

/** Finds one action of any plan by its ref or words. For other features' screens. */
@Component({
  selector: 'ft-action-picker',
  imports: [Button, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-field">
      <label class="nhsuk-label" [attr.for]="id">{{ label() }}</label>
      <div class="nhsuk-hint" [id]="id + '-hint'">Type its ref, such as 2.1, or some of its words.</div>
      <input #box class="nhsuk-input" type="search" autocomplete="off" [id]="id" [attr.aria-describedby]="id + '-hint'" [value]="typed()" (input)="say(box.value)" (keydown.enter)="$event.preventDefault()" />
    </div>
    <p class="ft-muted ft-one-line" role="status">{{ says() }}</p>
    <ul class="ft-picks">
      @for (action of found(); track action.id) {
        <li>
          <button type="button" ftButton="quiet" (click)="picked.emit(action)"><b>{{ action.ref }}</b> {{ action.title }}</button>
          <ft-said-status [status]="action.status" [words]="words()" />
        </li>
      }
    </ul>
  `,
})
export class ActionPicker {
  readonly label = input('Find the action');
  /** Actions that are linked already are not offered. */
  readonly without = input<readonly string[]>([]);
  readonly picked = output<ActionItem>();
  protected readonly id = `ft-action-picker-${(count += 1)}`;
  protected readonly typed = signal('');
  private readonly text = signal('');
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly list = screen(actionRoutes.list, () => (this.text() ? { query: { text: this.text() } } : undefined), { keep: true });
  protected readonly words = computed(() => this.list.value()?.words ?? []);
  protected readonly found = computed(() => (this.text() ? (this.list.value()?.items ?? []).filter((one) => !this.without().includes(one.id)).slice(0, SHOWN) : []));
  protected readonly says = computed(() => {
    if (!this.text()) return '';
    if (this.list.refused()) return this.list.refused()?.message ?? '';
    const many = this.found().length;
    return this.list.loading() ? 'Looking…' : many === 0 ? 'No action has that.' : many === SHOWN ? 'The first few; type more to narrow them.' : '';
  });

  /** Asks when somebody pauses, not at every letter. */
  protected say(text: string): void {
    this.typed.set(text);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.text.set(text.trim()), 250);
  }
}
