import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { ClosurePage, MyLook } from '@followthrough/contracts';
import { Button, Toasts } from '@followthrough/ui';
import { ClosingForm } from './closing-form';

/** Records a look where it is listed. Whoever is a party can say there that it has not held. */
@Component({
  selector: 'ft-record-look',
  imports: [Button, ClosingForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-verify' },
  template: `
    <button type="button" ftButton [small]="true" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close' : 'Record a look' }}<span class="nhsuk-u-visually-hidden"> at {{ look().ref }}</span></button>
    @if (isOpen()) { <div class="ft-verify__in"><ft-closing-form deed="look" [id]="look().id" (done)="done($event)" (left)="isOpen.set(false)" /></div> }
  `,
})
export class RecordLook {
  readonly look = input.required<MyLook>();
  readonly recorded = output();
  private readonly toasts = inject(Toasts);
  protected readonly isOpen = signal(false);

  protected done({ ref, state }: ClosurePage): void {
    this.toasts.say(state === 'sustained' ? `${ref} has held twice: it is embedded.` : state === 'reopened' ? `${ref} is open again.` : `${ref}: recorded.`);
    this.recorded.emit();
  }
}
