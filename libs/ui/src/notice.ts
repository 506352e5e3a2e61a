import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Something to know before going on. A refused one is read out at once. */
@Component({
  selector: 'ft-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-notice', '[class]': '"ft-notice--" + kind()', '[attr.role]': `kind() === 'refused' ? 'alert' : 'status'` },
  template: `<ng-content />`,
})
export class Notice {
  readonly kind = input<'known' | 'refused' | 'warned' | 'agreed'>('known');
}
