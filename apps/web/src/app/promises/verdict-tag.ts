import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Verdict } from '@followthrough/contracts';
import { type MarkShape, StatusTag } from '@followthrough/ui';
import { words } from '../words';

const looks: Readonly<Record<Verdict, { readonly colour: string; readonly mark: MarkShape }>> = {
  green: { colour: 'green', mark: 'tick' },
  amber: { colour: 'amber', mark: 'triangle' },
  red: { colour: 'red', mark: 'square' },
  unknown: { colour: 'grey', mark: 'circle' },
};

/** Whether a promise is kept: word, colour and shape together. What was never promised is said plainly. */
@Component({
  selector: 'ft-verdict-tag',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (isIdle()) { <span class="ft-muted">Nothing to keep</span> } @else { <ft-status [word]="word()" [colour]="look().colour" [mark]="look().mark" /> }`,
})
export class VerdictTag {
  readonly verdict = input.required<Verdict>();
  readonly isIdle = input(false);
  protected readonly word = computed(() => words.kept[this.verdict()]);
  protected readonly look = computed(() => looks[this.verdict()]);
}
