import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewPerson, PersonEdit, type PersonItem } from '@followthrough/contracts';
import { DateField, ProseField, SelectField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PeopleStore } from './people-store';

/** Adds a person, or changes one. Enter saves, Escape leaves it as it was. */
@Component({
  selector: 'ft-person-form',
  imports: [FormField, DateField, TextField, ProseField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="person() ? 'Save' : 'Add'" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.name" />
      <ft-text-field [formField]="form.tree.jobTitle" />
      <ft-text-field type="email" [formField]="form.tree.email" />
      <ft-text-field [formField]="form.tree.profession" />
      <ft-select-field [formField]="form.tree.organisationId" [choices]="store.organisationChoices()" none="None" />
      <ft-date-field [formField]="form.tree.expectedOn" />
      <ft-prose-field [formField]="form.tree.note" />
    </ft-form>
  `,
})
export class PersonForm implements OnInit {
  /** The person to change; none adds one. */
  readonly person = input<PersonItem | null>(null);
  /** The person as they now are; null when nothing was done. */
  readonly done = output<PersonItem | null>();
  protected readonly store = inject(PeopleStore);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewPerson> | ContractForm<PersonEdit>;
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'organisationId' ? this.store.organisationChoices().find((one) => one.value === value)?.label : undefined);

  ngOnInit(): void {
    const person = this.person();
    const more = { injector: this.injector, draft: `person.${person?.id ?? 'new'}` };
    this.form = person ? new ContractForm(PersonEdit, person, more) : new ContractForm(NewPerson, {}, more);
  }

  protected async save(): Promise<void> {
    const person = this.person();
    let fresh: PersonItem | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = person ? await this.store.edit(person.id, said as PersonEdit) : await this.store.add(said as NewPerson);
    });
    if (saved) this.done.emit(fresh);
  }
}
