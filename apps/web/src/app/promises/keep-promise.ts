import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type OrganisationPromise, type OrganisationPromises, PromiseEdit, PromiseEnd, promiseRoutes } from '@followthrough/contracts';
import { checkConfirmedMoney, checkEnd } from '@followthrough/domain';
import { Button, ComboboxField, DateField, Dialog, NumberField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { inPounds, promiseSays } from './promise-says';

/** What an organisation says of its own promise later: money that is confirmed, another sponsor, and its end. */
@Component({
  selector: 'ft-keep-promise',
  imports: [FormField, Button, ComboboxField, DateField, Dialog, NumberField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="ft-row">
      <button type="button" ftButton [small]="true" (click)="change()">{{ promise().money === null ? 'Sponsor' : 'Money and sponsor' }}<span class="nhsuk-u-visually-hidden"> of {{ says() }}</span></button>
      <button type="button" ftButton [small]="true" (click)="stop()">End<span class="nhsuk-u-visually-hidden"> {{ says() }}</span></button>
    </span>
    <ft-dialog heading="Money and sponsor" [open]="!!edit()" (openChange)="$event || edit.set(undefined)" [closesOutside]="false">
      @if (edit(); as form) {
        <ft-form [form]="form" [narrow]="false" (send)="save(form)" (leave)="edit.set(undefined)">
          @if (promise().money !== null) { <ft-number-field [formField]="form.tree.moneyConfirmed" unit="pounds" [hint]="'Of ' + pounds(promise().money ?? 0) + ' promised'" /> }
          <ft-combobox-field [formField]="form.tree.sponsorPersonId" [choices]="people()" />
        </ft-form>
      }
    </ft-dialog>
    <ft-dialog heading="End the promise" [open]="!!end()" (openChange)="$event || end.set(undefined)" [closesOutside]="false">
      @if (end(); as form) {
        <ft-form [form]="form" [narrow]="false" says="End it" (send)="finish(form)" (leave)="end.set(undefined)">
          <p>{{ says() }}. What was promised until then stays, and counts.</p>
          <ft-date-field [formField]="form.tree.lastOn" />
        </ft-form>
      }
    </ft-dialog>
  `,
})
export class KeepPromise {
  readonly of = input.required<OrganisationPromises>();
  readonly promise = input.required<OrganisationPromise>();
  readonly changed = output<OrganisationPromises>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly pounds = inPounds;
  protected readonly says = computed(() => promiseSays(this.promise()));
  protected readonly people = computed(() => this.of().people.map(({ id, name }) => ({ value: id, label: name })));
  protected readonly edit = signal<ContractForm<PromiseEdit> | undefined>(undefined);
  protected readonly end = signal<ContractForm<PromiseEnd> | undefined>(undefined);

  protected change(): void {
    this.edit.set(new ContractForm(PromiseEdit, this.promise(), { injector: this.injector, rules: ({ moneyConfirmed }) => (moneyConfirmed === undefined ? [] : checkConfirmedMoney(moneyConfirmed, this.promise().money)) }));
  }

  protected stop(): void {
    this.end.set(new ContractForm(PromiseEnd, {}, { injector: this.injector, rules: ({ lastOn }) => checkEnd(this.promise(), lastOn) }));
  }

  protected async save(form: ContractForm<PromiseEdit>): Promise<void> {
    let fresh: OrganisationPromises | undefined;
    const done = await form.submit(async (body) => {
      fresh = await this.api.ask(promiseRoutes.edit, { params: { id: this.promise().id }, body });
    });
    if (done && fresh) this.told(fresh, 'Saved.');
  }

  protected async finish(form: ContractForm<PromiseEnd>): Promise<void> {
    let fresh: OrganisationPromises | undefined;
    const done = await form.submit(async (body) => {
      fresh = await this.api.ask(promiseRoutes.end, { params: { id: this.promise().id }, body });
    });
    if (done && fresh) this.told(fresh, 'The promise ends then.');
  }

  private told(fresh: OrganisationPromises, says: string): void {
    this.edit.set(undefined);
    this.end.set(undefined);
    this.toasts.say(says);
    this.changed.emit(fresh);
  }
}
