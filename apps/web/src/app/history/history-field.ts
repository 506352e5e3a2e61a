import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type HistoryField, type HistoryItem, historyWords } from '@followthrough/contracts';
import { saidValues } from './said';

/** One field: from what to what; what it had, where the whole thing came or went. */
@Component({
  selector: 'ft-history-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-change__what' },
  template: `
    <b class="ft-change__field">{{ words()[0] }}</b>
    @if (field().hidden === 'restricted') {
      <span class="ft-muted">The text is restricted.</span>
    } @else if (field().hidden === 'built') {
      <span class="ft-muted">{{ of().change === 'changed' ? 'Changed' : 'Set' }}; too much to show here.</span>
    } @else if (of().change !== 'changed') {
      <span class="ft-said">{{ of().change === 'added' ? after() : before() }}</span>
    } @else if (long()) {
      <span class="ft-change__text"><span class="ft-change__label">Before</span>{{ before() }}</span>
      <span class="ft-change__text ft-change__text--after"><span class="ft-change__label">After</span>{{ after() }}</span>
    } @else {
      <span><span class="nhsuk-u-visually-hidden">from </span>{{ before() }}<span class="ft-change__arrow" aria-hidden="true">→</span><span class="nhsuk-u-visually-hidden"> to </span><b>{{ after() }}</b></span>
    }
  `,
})
export class HistoryFieldRow {
  readonly of = input.required<HistoryItem>();
  readonly field = input.required<HistoryField>();
  protected readonly words = computed(() => historyWords[this.of().kind].fields[this.field().field] ?? ([this.field().field, 'text'] as const));
  protected readonly before = computed(() => saidValues(this.words()[1], this.field().before));
  protected readonly after = computed(() => saidValues(this.words()[1], this.field().after));
  protected readonly long = computed(() => Math.max(this.before().length, this.after().length) > 70 || /\n/.test(this.before() + this.after()));
}
