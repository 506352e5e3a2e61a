import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutcomeOrigin } from '@followthrough/contracts';
import { originInWords } from '@followthrough/domain';
import { ukDate } from '@followthrough/ui';

/** “Who decides?”, raised by 14, voted third at the summit of 12 May 2026. */
@Component({
  selector: 'ft-origins',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (one of lines(); track one.id) { <p class="ft-origin">“{{ one.text }}”: {{ one.says }}</p> }`,
})
export class Origins {
  readonly origins = input.required<readonly OutcomeOrigin[]>();
  /** The day of the summit. */
  readonly heldOn = input.required<string>();
  protected readonly lines = computed(() => this.origins().map((one) => ({ id: one.id, text: one.text, says: originInWords(one, ukDate(this.heldOn())) })));
}
