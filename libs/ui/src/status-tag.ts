import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Mark, type MarkShape } from './mark';

/** A status as its place has it: word, colour and shape together. */
@Component({
  selector: 'ft-status',
  imports: [Mark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-status', '[class]': '"ft-colour--" + colour()' },
  template: `<ft-mark [shape]="mark()" />{{ word() }}<ng-content />`,
})
export class StatusTag {
  readonly word = input.required<string>();
  readonly colour = input.required<string>();
  readonly mark = input.required<MarkShape>();
}
