import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewSponsor, type PlanPage, type Sponsor } from '@followthrough/contracts';
import { checkSponsor } from '@followthrough/domain';
import { Button, Card, ComboboxField, SelectField, TextField, Toasts } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';
import { PlanStore } from './plan-store';

/** Who stands behind the plan in each organisation: a person, a role, or both. */
@Component({
  selector: 'ft-sponsors',
  imports: [FormField, Button, Card, ComboboxField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Sponsors">
      @if (mayKeep() && !adding()) { <button deeds id="edit-sponsor" type="button" ftButton="quiet" (click)="add.emit()">Add a sponsor</button> }
      <ul class="ft-work">
        @for (one of plan().sponsors; track one.id) {
          <li>
            <span class="ft-work__what"><b>{{ one.personName ?? one.role }}</b>@if (one.personName && one.role) {, {{ one.role }}}<br /><span class="ft-muted">{{ one.organisationName }}</span></span>
            @if (mayKeep()) { <button type="button" ftButton="quiet" (click)="drop(one)">Take out<span class="nhsuk-u-visually-hidden"> {{ one.personName ?? one.role }}</span></button> }
          </li>
        } @empty {
          @if (!adding()) { <li class="ft-muted">Nobody is named yet.</li> }
        }
      </ul>
      @if (mayKeep() && adding()) {
        <ft-form [form]="form" says="Add the sponsor" [small]="true" (send)="save()" (leave)="done.emit(null)">
          <ft-select-field [formField]="form.tree.organisationId" [choices]="organisations()" />
          <ft-combobox-field [formField]="form.tree.personId" [choices]="people()" />
          <ft-text-field [formField]="form.tree.role" [needed]="!form.model().personId" />
        </ft-form>
      }
    </ft-card>
  `,
})
export class SponsorsCard {
  readonly plan = input.required<PlanPage>();
  readonly adding = input(false);
  readonly add = output();
  readonly done = output<string | null>();
  private readonly store = inject(PlanStore);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly organisations = computed(() => named(this.store.choices.value()?.organisations));
  protected readonly people = computed(() => named(this.store.choices.value()?.people));
  protected readonly form = new ContractForm(NewSponsor, {}, { rules: checkSponsor });

  protected async save(): Promise<void> {
    if (!(await this.form.submit((said) => this.store.addSponsor(said)))) return;
    this.form.reset();
    this.done.emit('Sponsor added.');
  }

  protected async drop(sponsor: Sponsor): Promise<void> {
    await this.store.dropSponsor(sponsor);
    const { organisationId, personId, role } = sponsor;
    this.toasts.say('Taken out.', () => void this.store.addSponsor({ organisationId, ...(personId ? { personId } : {}), ...(role ? { role } : {}) }));
  }
}

const named = (all: readonly { readonly id: string; readonly name: string }[] | undefined) => (all ?? []).map(({ id, name }) => ({ value: id, label: name }));
