import { Directive, input } from '@angular/core';

/** A button, or a link that looks like one. `primary` once a card at most. */
@Directive({
  selector: 'button[ftButton], a[ftButton]',
  host: { class: 'ft-button', '[class.ft-button--primary]': `kind() === 'primary'`, '[class.ft-button--warning]': `kind() === 'warning'`, '[class.ft-button--quiet]': `kind() === 'quiet'`, '[class.ft-button--small]': 'small()' },
})
export class Button {
  readonly kind = input<'' | 'primary' | 'warning' | 'quiet'>('', { alias: 'ftButton' });
  readonly small = input(false);
}
