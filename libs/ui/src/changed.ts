import { Directive, inject, output } from '@angular/core';
import { Press } from './press';

/** What was typed into a box and left: said once the press that took the focus away is over, so that nothing it draws moves the button from under the pointer. */
@Directive({ selector: 'input[ftChange], textarea[ftChange]', host: { '(change)': 'left()' } })
export class Changed {
  readonly ftChange = output<void>();
  private readonly press = inject(Press);

  protected left(): void {
    this.press.after(() => this.ftChange.emit());
  }
}
