import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type OrganisationPromises, promiseRoutes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { Button, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';

/** Promises for one's own organisation what was asked of it, or declines. */
@Component({
  selector: 'ft-answer-promise',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="ft-row">
      <button type="button" ftButton [small]="true" (click)="confirm()">Promise it<span class="nhsuk-u-visually-hidden">, {{ says() }}</span></button>
      <button type="button" ftButton [small]="true" (click)="decline()">Decline<span class="nhsuk-u-visually-hidden"> {{ says() }}</span></button>
    </span>
  `,
})
export class AnswerPromise {
  readonly id = input.required<string>();
  /** What is asked for, in words. */
  readonly says = input.required<string>();
  readonly answered = output<OrganisationPromises>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();

  protected confirm(): Promise<void> {
    return this.does(async () => {
      this.answered.emit(await this.api.ask(promiseRoutes.confirm, { params: { id: this.id() } }));
      this.toasts.say(`Promised: ${this.says()}.`);
    });
  }

  protected decline(): Promise<void> {
    return this.does(async () => {
      this.answered.emit(await this.api.ask(promiseRoutes.end, { params: { id: this.id() }, body: { lastOn: londonDay(new Date()) } }));
      this.toasts.say(`Declined: ${this.says()}.`);
    });
  }
}
