import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewTeam, organisationRoutes, TeamEdit, type TeamItem, teamRoutes } from '@followthrough/contracts';
import { SelectField, TextField, WordsField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { choicesOf, words } from '../words';

/** Adds a team, or changes one. */
@Component({
  selector: 'ft-team-form',
  imports: [FormField, SelectField, TextField, WordsField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="team() ? 'Save' : 'Add'" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.name" />
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      <ft-select-field [formField]="form.tree.organisationId" [choices]="organisations()" none="None, or several" />
      <ft-words-field [formField]="form.tree.wanted" />
    </ft-form>
  `,
})
export class TeamForm implements OnInit {
  /** The team to change; none adds one. */
  readonly team = input<TeamItem | null>(null);
  /** The team as it now is; null when nothing was done. */
  readonly done = output<TeamItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly list = screen(organisationRoutes.list);
  protected readonly kinds = choicesOf(words.teamKind);
  protected readonly organisations = computed(() => (this.list.value()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })));
  protected form: ContractForm<NewTeam> | ContractForm<TeamEdit>;
  protected readonly shown = (field: string, value: unknown): string | undefined =>
    field === 'organisationId' ? this.organisations().find((one) => one.value === value)?.label : field === 'kind' ? this.kinds.find((one) => one.value === value)?.label : undefined;

  ngOnInit(): void {
    const [team, injector] = [this.team(), this.injector];
    this.form = team ? new ContractForm(TeamEdit, team, { injector }) : new ContractForm(NewTeam, { kind: 'team' }, { injector });
  }

  protected async save(): Promise<void> {
    const team = this.team();
    let fresh: TeamItem | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = team ? await this.api.ask(teamRoutes.edit, { params: { id: team.id }, body: said as TeamEdit }) : await this.api.ask(teamRoutes.add, { body: said as NewTeam });
    });
    if (saved) this.done.emit(fresh);
  }
}
