import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { Choice } from './segments';

/** Headings of which one is open. The panel below takes `role="tabpanel"` and `aria-labelledby="{{ prefix }}-{{ value }}"`. */
@Component({
  selector: 'ft-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-tabs" role="tablist" [attr.aria-label]="label()" (keydown.arrowright)="move(1, $event)" (keydown.arrowleft)="move(-1, $event)">
      @for (choice of choices(); track choice.value) {
        <button type="button" role="tab" [id]="prefix() + '-' + choice.value" [attr.aria-selected]="choice.value === value()" [attr.tabindex]="choice.value === value() ? 0 : -1" (click)="value.set(choice.value)">{{ choice.label }}</button>
      }
    </div>
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly prefix = input('tab');
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model.required<string>();

  protected move(by: number, event: Event): void {
    event.preventDefault();
    const all = this.choices();
    const next = all[(all.findIndex((choice) => choice.value === this.value()) + by + all.length) % all.length];
    if (!next) return;
    this.value.set(next.value);
    document.getElementById(`${this.prefix()}-${next.value}`)?.focus();
  }
}
