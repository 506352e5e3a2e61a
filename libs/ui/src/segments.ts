import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** A few views of the same thing; one is on. */
@Component({
  selector: 'ft-segments',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `<span class="ft-segments">@for (choice of choices(); track choice.value) { <button type="button" [attr.aria-pressed]="choice.value === value()" (click)="value.set(choice.value)">{{ choice.label }}</button> }</span>`,
})
export class Segments {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model.required<string>();
}
