import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewOrganisation, OrganisationEdit, type OrganisationItem } from '@followthrough/contracts';
import { checkOrganisation } from '@followthrough/domain';
import { DateField, SelectField, TextField, WordsField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { OrganisationStore } from './organisation-store';

/** Adds a partner, or changes one. Enter saves, Escape leaves it as it was. */
@Component({
  selector: 'ft-organisation-form',
  imports: [FormField, TextField, SelectField, DateField, WordsField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="organisation() ? 'Save' : 'Add'" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.name" />
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      <ft-words-field [formField]="form.tree.aliases" />
      <div class="ft-fields">
        <ft-date-field [formField]="form.tree.validFrom" />
        <ft-date-field [formField]="form.tree.validTo" />
      </div>
      <ft-select-field [formField]="form.tree.successorId" [choices]="others()" none="Nobody" hint="Who took over when this partner ended" />
    </ft-form>
  `,
})
export class OrganisationForm implements OnInit {
  /** The partner to change; none adds one. */
  readonly organisation = input<OrganisationItem | null>(null);
  /** The partner as it now is; null when nothing was done. */
  readonly done = output<OrganisationItem | null>();
  private readonly store = inject(OrganisationStore);
  protected readonly kinds = choicesOf(words.organisationKind);
  protected readonly others = computed(() => (this.store.list.value()?.items ?? []).filter((one) => one.id !== this.organisation()?.id).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly shown = (field: string, value: unknown): string | undefined =>
    field === 'successorId' ? this.store.nameOf(value as string | null) : field === 'kind' ? words.organisationKind[value as keyof typeof words.organisationKind] : undefined;

  protected form: ContractForm<NewOrganisation> | ContractForm<OrganisationEdit>;
  private readonly injector = inject(Injector);

  ngOnInit(): void {
    const organisation = this.organisation();
    const more = { rules: checkOrganisation, injector: this.injector, draft: `organisation.${organisation?.id ?? 'new'}` };
    this.form = organisation ? new ContractForm(OrganisationEdit, organisation, more) : new ContractForm(NewOrganisation, {}, more);
  }

  protected async save(): Promise<void> {
    const organisation = this.organisation();
    let fresh: OrganisationItem | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = organisation ? await this.store.edit(organisation.id, said as OrganisationEdit) : await this.store.add(said as NewOrganisation);
    });
    if (saved) this.done.emit(fresh);
  }
}
