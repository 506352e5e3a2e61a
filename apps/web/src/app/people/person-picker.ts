import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { type PersonItem, peopleRoutes } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';
import { screen } from '../api/screen';

const SHOWN = 8;
let count = 0;

/** Finds somebody by name or job. For other features' screens. */
@Component({
  selector: 'ft-person-picker',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-field">
      <label class="nhsuk-label" [attr.for]="id">{{ label() }}</label>
      <div class="nhsuk-hint" [id]="id + '-hint'">Type a part of their name or job. Whoever is not there yet is added under People.</div>
      <input #box class="nhsuk-input" type="search" autocomplete="off" [id]="id" [attr.aria-describedby]="id + '-hint'" [value]="typed()" (input)="say(box.value)" (keydown.enter)="$event.preventDefault()" />
    </div>
    <p class="ft-muted ft-one-line" role="status">{{ says() }}</p>
    <ul class="ft-picks">
      @for (person of found(); track person.id) {
        <li><button type="button" ftButton="quiet" (click)="picked.emit(person)">{{ person.name }}</button>&ngsp;<span class="ft-muted">{{ person.jobTitle }}@if (person.organisationName) {, {{ person.organisationName }}}</span></li>
      }
    </ul>
  `,
})
export class PersonPicker {
  readonly label = input('Find somebody');
  /** People who are chosen already are not offered. */
  readonly without = input<readonly string[]>([]);
  readonly picked = output<PersonItem>();
  protected readonly id = `ft-person-picker-${(count += 1)}`;
  protected readonly typed = signal('');
  private readonly words = signal('');
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly list = screen(peopleRoutes.list, () => ({ query: this.words() ? { words: this.words() } : {} }), { keep: true });
  protected readonly found = computed(() => (this.list.value()?.items ?? []).filter((one) => !this.without().includes(one.id)).slice(0, SHOWN));
  protected readonly says = computed(() => {
    if (this.list.refused()) return this.list.refused()?.message ?? '';
    const many = this.found().length;
    return this.list.loading() ? 'Looking…' : many === 0 ? 'Nobody else has that name.' : many === SHOWN ? 'The first few; type more to narrow them.' : '';
  });

  /** Asks when somebody pauses, not at every letter. */
  protected say(text: string): void {
    this.typed.set(text);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.words.set(text.trim().slice(0, 100)), 250);
  }
}
