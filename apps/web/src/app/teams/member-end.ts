import { ChangeDetectionStrategy, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type TeamItem, type TeamMember, TeamMemberEdit, teamRoutes } from '@followthrough/contracts';
import { Button, DateField, Dialog, Toasts, ukDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Says when somebody's time in a team ends, or takes it out where it was entered by mistake. */
@Component({
  selector: 'ft-member-end',
  imports: [FormField, Button, DateField, Dialog, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" ftButton="quiet" (click)="open()">End<span class="nhsuk-u-visually-hidden"> {{ member().name }}’s time in {{ team().name }}</span></button>
    <button type="button" ftButton="quiet" (click)="drop()">Take out<span class="nhsuk-u-visually-hidden"> {{ member().name }} of {{ team().name }}, entered by mistake</span></button>
    <ft-dialog [heading]="member().name + ' in ' + team().name" [open]="!!form()" (openChange)="$event || form.set(undefined)" [closesOutside]="false">
      @if (form(); as form) {
        <ft-form [form]="form" [narrow]="false" (send)="save(form)" (leave)="this.form.set(undefined)">
          <p>In the team from {{ says(member().fromOn) }} on.</p>
          <ft-date-field [formField]="form.tree.toOn" />
        </ft-form>
      }
    </ft-dialog>
  `,
})
export class MemberEnd {
  readonly team = input.required<TeamItem>();
  readonly member = input.required<TeamMember>();
  readonly changed = output<TeamItem>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly says = ukDate;
  protected readonly form = signal<ContractForm<TeamMemberEdit> | undefined>(undefined);

  protected open(): void {
    this.form.set(new ContractForm(TeamMemberEdit, this.member(), { injector: this.injector }));
  }

  protected async save(form: ContractForm<TeamMemberEdit>): Promise<void> {
    if (!form.isChanged()) return this.form.set(undefined);
    let fresh: TeamItem | undefined;
    const saved = await form.submit(async (said) => {
      fresh = await this.api.ask(teamRoutes.editMember, { params: { id: this.team().id, member: this.member().id }, body: said });
    });
    if (!saved || !fresh) return;
    this.form.set(undefined);
    this.changed.emit(fresh);
    this.toasts.say(`${this.member().name}’s time in ${fresh.name} is changed.`);
  }

  protected drop(): Promise<void> {
    const [{ id }, { id: member, name, personId, fromOn, toOn }] = [this.team(), this.member()];
    return this.does(async () => {
      this.changed.emit(await this.api.ask(teamRoutes.leave, { params: { id, member } }));
      this.toasts.say(`${name} is taken out.`, () => void this.does(async () => this.changed.emit(await this.api.ask(teamRoutes.join, { params: { id }, body: { personId, fromOn, toOn } }))));
    });
  }
}
