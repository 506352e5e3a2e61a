import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewPerson, PersonEdit, type PersonItem } from '@followthrough/contracts';
import { Button, Notice, ProseField, SelectField, TextField } from '@followthrough/ui';
import { ConflictDialog } from '../api/conflict-dialog';
import { ContractForm } from '../api/forms';
import { PeopleStore } from './people-store';

/** Adds a person, or changes one. Enter saves, Escape leaves it as it was. */
@Component({
  selector: 'ft-person-form',
  imports: [FormField, Button, Notice, TextField, ProseField, SelectField, ConflictDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  template: `
    <form class="ft-narrow" novalidate (submit)="$event.preventDefault(); save()">
      @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      <ft-text-field [formField]="form.tree.name" />
      <ft-text-field [formField]="form.tree.jobTitle" />
      <ft-text-field type="email" [formField]="form.tree.email" />
      <ft-select-field [formField]="form.tree.organisationId" [choices]="store.organisationChoices()" none="None" />
      <ft-prose-field [formField]="form.tree.note" />
      <div class="ft-row">
        <button type="submit" ftButton="primary" [disabled]="form.sending()">{{ person() ? 'Save' : 'Add' }}</button>
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    </form>
    <ft-conflict-dialog [form]="form" [show]="shown" />
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
    const more = { injector: this.injector };
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
