import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Verdict } from '@followthrough/contracts';
import { type MarkShape, StatusTag } from '@followthrough/ui';
import { words } from '../words';

export const looks: Readonly<Record<Verdict, { readonly colour: string; readonly mark: MarkShape }>> = {
  green: { colour: 'green', mark: 'tick' },
  amber: { colour: 'amber', mark: 'triangle' },
  red: { colour: 'red', mark: 'square' },
  unknown: { colour: 'grey', mark: 'circle' },
};

/** Whether something can be delivered, in words, colour and shape. */
@Component({
  selector: 'ft-delivery-tag',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-status [word]="said()" [colour]="look().colour" [mark]="look().mark" />`,
})
export class DeliveryTag {
  readonly verdict = input.required<Verdict>();
  /** Of one of the three, which is in order or not. */
  readonly isAspect = input(false);
  protected readonly said = computed(() => (this.isAspect() ? words.aspectVerdict : words.deliverable)[this.verdict()]);
  protected readonly look = computed(() => looks[this.verdict()]);
}
