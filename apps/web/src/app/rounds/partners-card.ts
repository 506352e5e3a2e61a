import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DiagnosisRound, DiagnosisRoundEdit, type RoundPage } from '@followthrough/contracts';
import { Button, Card, DateField, Dialog, Mark, SeveralField, Toasts, UkDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';
import { CancelRound } from './cancel-round';
import { RoundStore } from './round-store';

/** Who is asked and who has written, and never what. Those who keep the diagnosis change the date and the partners, reveal, and cancel. */
@Component({
  selector: 'ft-partners-card',
  imports: [FormField, Button, CancelRound, Card, DateField, Dialog, FormFrame, Mark, SeveralField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './partners-card.html',
})
export class PartnersCard {
  readonly page = input.required<RoundPage>();
  readonly round = input.required<DiagnosisRound>();
  private readonly store = inject(RoundStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep'));
  protected readonly written = computed(() => this.page().partners.filter((one) => one.hasWritten).length);
  protected readonly waiting = computed(() => this.page().partners.filter((one) => !one.hasWritten).map((one) => one.name));
  protected readonly form = signal<ContractForm<DiagnosisRoundEdit> | undefined>(undefined);
  protected readonly revealing = signal(false);
  protected readonly cancelling = signal(false);
  protected readonly unasked = computed(() => {
    const asked = new Set(this.page().partners.map((one) => one.organisationId));
    return this.page().organisations.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  });
  /** Those who have written stay. */
  protected readonly removable = computed(() => this.page().partners.filter((one) => !one.hasWritten).map(({ organisationId, name }) => ({ value: organisationId, label: name })));

  protected open(): void {
    this.form.set(new ContractForm(DiagnosisRoundEdit, this.round(), { injector: this.injector }));
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('edit-round')?.focus());
  }

  protected async save(form: ContractForm<DiagnosisRoundEdit>): Promise<void> {
    if (await form.submit((said) => this.store.edit(said))) this.close();
  }

  protected async reveal(): Promise<void> {
    this.revealing.set(false);
    await this.store.deed(async () => {
      await this.store.reveal();
      this.toasts.say('All views are revealed.');
    });
  }
}
