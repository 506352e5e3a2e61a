import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewRound, type RoundPage } from '@followthrough/contracts';
import { checkPartners } from '@followthrough/domain';
import { ChecksField, DateField, Toasts } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { RoundStore } from './round-store';

/** Opens a round: who is asked, and until when. */
@Component({
  selector: 'ft-open-round',
  imports: [FormField, ChecksField, DateField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Open the round" [mayLeave]="false" (send)="open()">
      <ft-checks-field [formField]="form.tree.organisationIds" [choices]="organisations()" [needed]="true" hint="Two at least. Each is asked for one view, which any of its people may write." />
      <ft-date-field [formField]="form.tree.closesOn" />
    </ft-form>
  `,
})
export class OpenRound {
  readonly page = input.required<RoundPage>();
  private readonly store = inject(RoundStore);
  private readonly toasts = inject(Toasts);
  protected readonly organisations = computed(() => this.page().organisations.map(({ id, name }) => ({ value: id, label: name })));
  protected readonly form = new ContractForm(NewRound, {}, { rules: ({ organisationIds }) => checkPartners(organisationIds.length) });

  protected async open(): Promise<void> {
    if (await this.form.submit((said) => this.store.open(said))) this.toasts.say('The round is open.');
  }
}
