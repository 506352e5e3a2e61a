import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewTeamMember, type PersonItem, type TeamItem, teamRoutes } from '@followthrough/contracts';
import { checkTeamTime } from '@followthrough/domain';
import { Button, DateField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PersonPicker } from '../people/public';

/** Puts somebody, or a post that is being filled, into a team from a day on. */
@Component({
  selector: 'ft-member-form',
  imports: [FormField, Button, DateField, FormFrame, PersonPicker],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (picked(); as person) {
      <ft-form [form]="form" says="Put into the team" (send)="save()" (leave)="done.emit(null)">
        <p><b>{{ person.name }}</b> <button type="button" ftButton="quiet" (click)="picked.set(null)">Somebody else</button></p>
        <ft-date-field [formField]="form.tree.fromOn" />
        <ft-date-field [formField]="form.tree.toOn" />
      </ft-form>
    } @else {
      <div class="ft-narrow">
        <ft-person-picker label="Who joins" (picked)="pick($event)" />
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    }
  `,
})
export class MemberForm implements OnInit {
  readonly team = input.required<TeamItem>();
  readonly today = input.required<string>();
  readonly done = output<TeamItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly picked = signal<PersonItem | null>(null);
  private readonly times = computed(() => this.team().members.filter((one) => one.personId === this.picked()?.id));
  protected form: ContractForm<NewTeamMember>;

  ngOnInit(): void {
    this.form = new ContractForm(NewTeamMember, { fromOn: this.today() }, { injector: this.injector, rules: (said) => checkTeamTime(said, this.times()) });
  }

  protected pick(person: PersonItem): void {
    this.picked.set(person);
    // A post that is being filled joins on the day on which it is.
    this.form.model.update((model) => ({ ...model, personId: person.id, fromOn: person.expectedOn ?? model.fromOn }));
  }

  protected async save(): Promise<void> {
    let fresh: TeamItem | null = null;
    const saved = await this.form.submit(async (body) => {
      fresh = await this.api.ask(teamRoutes.join, { params: { id: this.team().id }, body });
    });
    if (saved) this.done.emit(fresh);
  }
}
