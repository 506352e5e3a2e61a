import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type ActionEffort, demandRoutes } from '@followthrough/contracts';
import { Button, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';

/** The answer of a person's organisation to who asks for their time: one press each way. */
@Component({
  selector: 'ft-confirm-time',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-row' },
  template: `
    <button type="button" ftButton="primary" [small]="true" (click)="confirm()">Confirm<span class="nhsuk-u-visually-hidden">: {{ says() }}</span></button>
    <button type="button" ftButton [small]="true" (click)="decline()">Decline<span class="nhsuk-u-visually-hidden">: {{ says() }}</span></button>
  `,
})
export class ConfirmTime {
  readonly id = input.required<string>();
  /** Whose time, how much and for what: for who hears the buttons alone. */
  readonly says = input.required<string>();
  readonly answered = output<ActionEffort>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();

  protected confirm(): Promise<void> {
    return this.deed(async () => {
      this.answered.emit(await this.api.ask(demandRoutes.confirm, { params: { id: this.id() } }));
      this.toasts.say('Confirmed.');
    });
  }

  protected decline(): Promise<void> {
    return this.deed(async () => {
      this.answered.emit(await this.api.ask(demandRoutes.takeBack, { params: { id: this.id() } }));
      this.toasts.say('Declined. The line waits for somebody else.');
    });
  }
}
