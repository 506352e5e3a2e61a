import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type PersonSupply, supplyRoutes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { Button, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';

/** Confirms or declines for one's own organisation what was asked of it. */
@Component({
  selector: 'ft-answer-release',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="ft-row">
      <button type="button" ftButton [small]="true" (click)="confirm()">Confirm<span class="nhsuk-u-visually-hidden"> {{ percent() }} per cent of {{ name() }}’s time</span></button>
      <button type="button" ftButton [small]="true" (click)="decline()">Decline<span class="nhsuk-u-visually-hidden"> {{ percent() }} per cent of {{ name() }}’s time</span></button>
    </span>
  `,
})
export class AnswerRelease {
  readonly personId = input.required<string>();
  readonly releaseId = input.required<string>();
  readonly name = input.required<string>();
  readonly percent = input.required<number>();
  readonly answered = output<PersonSupply>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();

  protected confirm(): Promise<void> {
    return this.does(async () => {
      this.answered.emit(await this.api.ask(supplyRoutes.confirm, { params: { id: this.personId(), release: this.releaseId() } }));
      this.toasts.say(`${this.percent()} per cent of ${this.name()}’s time is confirmed.`);
    });
  }

  protected decline(): Promise<void> {
    return this.does(async () => {
      this.answered.emit(await this.api.ask(supplyRoutes.end, { params: { id: this.personId(), release: this.releaseId() }, body: { lastOn: londonDay(new Date()) } }));
      this.toasts.say(`Declined: ${this.name()} is not released.`);
    });
  }
}
