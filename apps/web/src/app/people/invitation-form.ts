import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewInvitation, type PersonItem } from '@followthrough/contracts';
import { ChecksField, DateField, SelectField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { PeopleStore } from './people-store';

/** Invites somebody new, or gives somebody who is here an account. */
@Component({
  selector: 'ft-invitation-form',
  imports: [FormField, ChecksField, DateField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Send the invitation" (send)="invite()" (leave)="done.emit(null)">
      @if (!person()) { <ft-text-field [formField]="form.tree.name" /> }
      <ft-text-field type="email" [formField]="form.tree.email" />
      <ft-checks-field [formField]="form.tree.roles" [choices]="roles" [needed]="true" />
      @if (!person()) { <ft-select-field [formField]="form.tree.organisationId" [choices]="store.organisationChoices()" none="None" /> }
      <ft-date-field [formField]="form.tree.validTo" [needed]="form.model().roles.includes('visitor')" />
    </ft-form>
  `,
})
export class InvitationForm implements OnInit {
  /** Somebody who is here already; none invites somebody new. */
  readonly person = input<PersonItem | null>(null);
  readonly done = output<PersonItem | null>();
  protected readonly store = inject(PeopleStore);
  protected readonly roles = choicesOf(words.role);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewInvitation>;

  ngOnInit(): void {
    const person = this.person();
    this.form = new ContractForm(NewInvitation, person ? { personId: person.id, name: person.name, email: person.email, organisationId: person.organisationId } : {}, { injector: this.injector });
  }

  protected async invite(): Promise<void> {
    let fresh: PersonItem | null = null;
    const sent = await this.form.submit(async (said) => {
      fresh = await this.store.invite(said);
    });
    if (sent) this.done.emit(fresh);
  }
}
