import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ActionEffort, demandRoutes, type EffortChoices, type EffortItem, NewAssignment } from '@followthrough/contracts';
import { checkAssignment } from '@followthrough/domain';
import { CheckField, ComboboxField, DaysField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { inDays } from './days';

/** Asks for a person's time on a line. More than the line needs is said before it is asked for. */
@Component({
  selector: 'ft-assignment-form',
  imports: [FormField, CheckField, ComboboxField, DaysField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (form; as form) {
      <ft-form [form]="form" [says]="chosen()?.isOurs ? 'Put them down' : 'Ask for them'" [small]="true" (send)="save(form)" (leave)="left.emit()">
        <ft-combobox-field #first [formField]="form.tree.personId" [choices]="people()" />
        <ft-days-field [formField]="form.tree.minutes" [hint]="hint()" [dayMinutes]="chosen()?.dayMinutes ?? 450" />
        @if (over() > 0) { <ft-check-field [formField]="form.tree.knowingly" [label]="'It is ' + days(over()) + ' more than the line needs, and meant'" /> }
        @if (chosen(); as one) { <p class="ft-muted">{{ one.isOurs ? 'They belong to your organisation, so this confirms it.' : one.organisationName ? 'The leads of ' + one.organisationName + ' are asked to confirm it.' : 'They belong to no organisation yet: until they do, nobody can confirm it.' }}@if (one.dayMinutes !== 450) { Their person-day has {{ hours(one.dayMinutes) }}, of which this line counts {{ days(form.model().minutes ?? 0) }} of seven and a half hours.}</p> }
      </ft-form>
    }
  `,
})
export class AssignmentForm implements OnInit {
  readonly effort = input.required<EffortItem>();
  readonly choices = input<EffortChoices>();
  readonly saved = output<ActionEffort>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly first = viewChild<{ focus(): void }>('first');
  protected readonly days = inDays;
  protected readonly hours = (minutes: number): string => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  protected form: ContractForm<NewAssignment> | undefined;
  private readonly soFar = computed(() => ({ likelyMinutes: this.effort().likelyMinutes, givenMinutes: this.effort().givenMinutes ?? 0, people: this.effort().people.length }));
  private readonly open = computed(() => Math.max(0, this.soFar().likelyMinutes - this.soFar().givenMinutes));
  protected readonly hint = computed(() => (this.open() > 0 ? `${inDays(this.open())} of this line ${this.open() === 450 ? 'has' : 'have'} nobody yet` : 'All of this line has somebody'));
  protected readonly people = computed(() => (this.choices()?.people ?? []).map(({ id, name, organisationName }) => ({ value: id, label: organisationName ? `${name}, ${organisationName}` : name })));

  ngOnInit(): void {
    this.form = new ContractForm(NewAssignment, { minutes: this.open() || null }, { rules: (said) => checkAssignment({ minutes: said.minutes, knowingly: said.knowingly ?? false }, { ...this.soFar(), isOnIt: this.effort().people.some((one) => one.personId === said.personId) }), injector: this.injector });
    setTimeout(() => this.first()?.focus());
  }

  protected chosen() {
    return this.choices()?.people.find((one) => one.id === this.form?.model().personId);
  }

  protected over(): number {
    return (this.form?.model().minutes ?? 0) - this.open();
  }

  protected async save(form: ContractForm<NewAssignment>): Promise<void> {
    await form.submit(async (body) => this.saved.emit(await this.api.ask(demandRoutes.request, { params: { id: this.effort().id }, body })));
  }
}
