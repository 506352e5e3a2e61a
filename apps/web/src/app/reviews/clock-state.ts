import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ClockState } from '@followthrough/contracts';
import { type MarkShape, StatusTag } from '@followthrough/ui';
import { words } from '../words';

const LOOKS: Readonly<Record<ClockState, readonly [colour: string, mark: MarkShape]>> = { done: ['green', 'tick'], ahead: ['grey', 'circle'], due: ['amber', 'triangle'], late: ['red', 'square'], unknown: ['grey', 'circle'] };

/** How a step of a review's clock stands: word, colour and shape. */
@Component({
  selector: 'ft-clock-state',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-status [word]="words.clockState[state()]" [colour]="looks()[0]" [mark]="looks()[1]" />`,
})
export class ClockStateTag {
  readonly state = input.required<ClockState>();
  protected readonly words = words;
  protected readonly looks = computed(() => LOOKS[this.state()]);
}
