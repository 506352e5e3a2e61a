import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type MyWork, NewSnooze, type SnoozeKind, snoozeRoutes } from '@followthrough/contracts';
import { checkSnooze, dayAfter, latestSnooze, spoken, type WorkItem } from '@followthrough/domain';
import { Button, DateField, Dialog, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

interface Offer {
  readonly says: string;
  readonly on: string;
}

/** Puts one thing of my work off until a day. Not shown for what has to be done now. */
@Component({
  selector: 'ft-snooze',
  imports: [FormField, Button, DateField, Dialog, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (latest(); as last) {
      <button type="button" ftButton="quiet" [small]="true" (click)="start()">Later<span class="nhsuk-u-visually-hidden">: {{ item()?.name }}</span></button>
      <ft-dialog heading="Show it again on" [open]="!!form()" (openChange)="$event || form.set(undefined)">
        @if (form(); as form) {
          <ft-form [form]="form" [narrow]="false" says="Put it off" (send)="send(form)" (leave)="this.form.set(undefined)">
            <p>{{ item()?.name }}</p>
            <div class="ft-row ft-offers">
              @for (offer of offers(); track offer.on) { <button type="button" ftButton [small]="true" (click)="pick(form, offer.on)">{{ offer.says }}</button> }
            </div>
            <ft-date-field [formField]="form.tree.untilOn" [label]="'Or on another day'" [hint]="'Until ' + said(last) + ' at the latest'" />
          </ft-form>
        }
      </ft-dialog>
    }
  `,
})
export class SnoozeThing {
  readonly kind = input.required<SnoozeKind>();
  readonly thingId = input.required<string>();
  /** All that can be put off, and the day it is. */
  readonly items = input.required<readonly WorkItem[]>();
  readonly today = input.required<string>();
  readonly snoozed = output<MyWork>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly said = spoken;
  protected readonly form = signal<ContractForm<NewSnooze> | undefined>(undefined);
  protected readonly item = computed(() => this.items().find((one) => one.kind === this.kind() && one.id === this.thingId()));
  protected readonly latest = computed(() => {
    const item = this.item();
    return item ? latestSnooze(item.lastDay, this.today()) : null;
  });
  protected readonly offers = computed<readonly Offer[]>(() => {
    const [today, last] = [this.today(), this.latest() ?? ''];
    const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
    const monday = dayAfter(today, ((8 - weekday) % 7) || 7);
    const all = [{ says: 'Tomorrow', on: dayAfter(today, 1) }, { says: 'Monday', on: monday }, { says: 'In a week', on: dayAfter(today, 7) }];
    return all.filter((one, at) => one.on <= last && all.findIndex((other) => other.on === one.on) === at);
  });

  protected start(): void {
    const lastDay = this.item()?.lastDay ?? null;
    this.form.set(new ContractForm(NewSnooze, { kind: this.kind(), thingId: this.thingId(), untilOn: dayAfter(this.today(), 1) }, { rules: (said) => checkSnooze(said.untilOn, lastDay, this.today()), injector: this.injector }));
  }

  protected pick(form: ContractForm<NewSnooze>, on: string): void {
    form.model.update((typed) => ({ ...typed, untilOn: on }));
  }

  protected async send(form: ContractForm<NewSnooze>): Promise<void> {
    let until = '';
    const done = await form.submit(async (said) => {
      until = said.untilOn;
      this.snoozed.emit(await this.api.ask(snoozeRoutes.snooze, { body: said }));
    });
    if (!done) return;
    this.form.set(undefined);
    this.toasts.say(`Put off until ${spoken(until)}.`);
  }
}
