import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Change } from '@followthrough/contracts';
import { words } from '../words';
import { isItem, isLong, saidValue } from './said-value';

/** What changed, and from what to what: on one line where it fits, else one above the other. */
@Component({
  selector: 'ft-changed-value',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-change__what' },
  template: `
    <b class="ft-change__field">{{ field() }}</b>
    @if (change().withheld) {
      <span class="ft-muted">The text is restricted.</span>
    } @else if (whole()) {
      <span>{{ whole() }}</span>
    } @else if (item()) {
      @if (change().after !== null) { <span><span class="ft-change__sign" aria-hidden="true">+</span><span class="nhsuk-u-visually-hidden">Added: </span>{{ change().after }}</span> } @else { <span><span class="ft-change__sign" aria-hidden="true">−</span><span class="nhsuk-u-visually-hidden">Taken out: </span>{{ change().before }}</span> }
    } @else if (long()) {
      <span class="ft-change__text"><span class="ft-change__label">Before</span>{{ before() }}</span>
      <span class="ft-change__text ft-change__text--after"><span class="ft-change__label">After</span>{{ after() }}</span>
    } @else {
      <span><span class="nhsuk-u-visually-hidden">from </span>{{ before() }}<span class="ft-change__arrow" aria-hidden="true">→</span><span class="nhsuk-u-visually-hidden"> to </span><b>{{ after() }}</b></span>
    }
  `,
})
export class ChangedValue {
  readonly change = input.required<Pick<Change, 'change' | 'field' | 'item' | 'before' | 'after' | 'withheld'>>();
  protected readonly field = computed(() => words.versionField[this.change().field]);
  protected readonly item = computed(() => isItem(this.change()));
  protected readonly long = computed(() => isLong(this.change()));
  protected readonly whole = computed(() => ({ added: 'New in the plan', removed: 'Taken out of the plan', changed: '' })[this.change().change]);
  protected readonly before = computed(() => saidValue(this.change().field, this.change().before));
  protected readonly after = computed(() => saidValue(this.change().field, this.change().after));
}
