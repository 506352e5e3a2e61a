import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewPromise, type OrganisationPromises, promiseRoutes } from '@followthrough/contracts';
import { checkPromise } from '@followthrough/domain';
import { ComboboxField, DateField, DaysField, NumberField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Asks an organisation for a promise, or makes it where its own lead says so. */
@Component({
  selector: 'ft-promise-form',
  imports: [FormField, ComboboxField, DateField, DaysField, NumberField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [narrow]="false" [says]="of().isOurs ? 'Promise it' : 'Ask for it'" (send)="save()" (leave)="done.emit(null)">
      <div class="ft-supply__pair">
        <ft-days-field [formField]="form.tree.minutes" />
        <ft-number-field [formField]="form.tree.money" unit="pounds" />
        <ft-date-field [formField]="form.tree.fromOn" />
        <ft-date-field [formField]="form.tree.toOn" />
        <ft-select-field [formField]="form.tree.planId" [choices]="plans()" none="All work of the locality" hint="" />
        <ft-combobox-field [formField]="form.tree.sponsorPersonId" [choices]="people()" />
      </div>
    </ft-form>
  `,
})
export class PromiseForm implements OnInit {
  readonly of = input.required<OrganisationPromises>();
  readonly done = output<OrganisationPromises | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewPromise>;
  protected readonly plans = computed(() => named(this.of().plans));
  protected readonly people = computed(() => named(this.of().people));

  ngOnInit(): void {
    this.form = new ContractForm(NewPromise, { fromOn: this.of().today }, {
      injector: this.injector,
      rules: ({ planId = null, minutes = null, money = null, sponsorPersonId = null, toOn = null, fromOn }) => checkPromise({ planId, minutes, money, sponsorPersonId, fromOn, toOn }, this.of().promises),
    });
  }

  protected async save(): Promise<void> {
    let fresh: OrganisationPromises | null = null;
    const saved = await this.form.submit(async (body) => {
      fresh = await this.api.ask(promiseRoutes.ask, { params: { id: this.of().organisationId }, body });
    });
    if (saved) this.done.emit(fresh);
  }
}

const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
