import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { DiagnosisEdit, type DiagnosisPage, NewDiagnosis, pick } from '@followthrough/contracts';
import { Button, Card, ProseField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Moment } from '../past/public';
import { DiagnosisStore } from './diagnosis-store';

/** What people see: the diagnosis begins with writing it down. */
@Component({
  selector: 'ft-symptom-card',
  imports: [FormField, Button, Card, FormFrame, ProseField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What people see">
      @if (mayEdit() && !form()) { <button deeds type="button" ftButton [small]="true" id="edit-symptom" (click)="open()">Edit<span class="nhsuk-u-visually-hidden"> the symptom</span></button> }
      @if (form(); as form) {
        <ft-form [form]="form" (send)="save()" (leave)="close()"><ft-prose-field [formField]="form.tree.symptom" [rows]="3" /></ft-form>
      } @else if (page().diagnosis; as diagnosis) {
        <p class="ft-prose ft-symptom">{{ diagnosis.symptom }}</p>
      } @else if (mayKeep()) {
        <p>Start with the symptom: what people see, feel or wait for. Then ask why, and why again, until the answer is a way of working that is missing or does not work.</p>
        <ft-form [form]="first" says="Begin the diagnosis" [mayLeave]="false" (send)="begin()"><ft-prose-field [formField]="first.tree.symptom" [rows]="3" /></ft-form>
      } @else { <p class="ft-muted">{{ moment.isPast() ? 'Nobody had begun the diagnosis of this finding by then.' : 'Nobody has begun the diagnosis of this finding yet. A locality lead does.' }}</p> }
    </ft-card>
  `,
})
export class SymptomCard {
  readonly page = input.required<DiagnosisPage>();
  readonly mayKeep = input.required<boolean>();
  protected readonly moment = inject(Moment);
  private readonly store = inject(DiagnosisStore);
  private readonly injector = inject(Injector);
  protected readonly mayEdit = computed(() => this.mayKeep() && this.page().diagnosis?.state === 'open');
  protected readonly first = new ContractForm(NewDiagnosis, {}, {});
  protected readonly form = signal<ContractForm<Pick<DiagnosisEdit, 'symptom' | 'version'>> | undefined>(undefined);

  protected open(): void {
    const diagnosis = this.page().diagnosis;
    if (diagnosis) this.form.set(new ContractForm(pick(DiagnosisEdit, 'symptom', 'version'), diagnosis, { injector: this.injector, draft: `diagnosis.${diagnosis.id}.symptom` }));
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('edit-symptom')?.focus());
  }

  protected async begin(): Promise<void> {
    if (await this.first.submit((body) => this.store.begin(body))) setTimeout(() => document.querySelector<HTMLElement>('ft-whys-card textarea')?.focus());
  }

  protected async save(): Promise<void> {
    if (await this.form()?.submit((body) => this.store.edit(body))) this.close();
  }
}
