import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Diagnosis, DiagnosisEdit, type DiagnosisPage, pick } from '@followthrough/contracts';
import { Button, Card, CheckField, Mark, ProseField, SelectField, Toasts, UkDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { DiagnosisStore } from './diagnosis-store';

const Said = pick(DiagnosisEdit, 'agreedText', 'rootCauseId', 'deepRooted', 'version');

/** What is agreed: the root cause and the words for it. Agreed, it is fixed until somebody opens it again. */
@Component({
  selector: 'ft-agreed-card',
  imports: [FormField, Button, Card, CheckField, FormFrame, Mark, ProseField, SelectField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What we agree" [tone]="isAgreed() ? 'accent' : ''">
      @if (mayKeep() && !isAgreed() && !form()) { <button deeds type="button" ftButton [small]="true" id="edit-agreed" (click)="open()">Edit<span class="nhsuk-u-visually-hidden"> what we agree</span></button> }
      @if (form(); as form) {
        <ft-form [form]="form" [narrow]="false" [show]="shown" (send)="save()" (leave)="close()">
          <ft-select-field [formField]="form.tree.rootCauseId" [choices]="causes()" none="Not chosen yet" />
          <ft-prose-field [formField]="form.tree.agreedText" [rows]="5" />
          <ft-check-field [formField]="form.tree.deepRooted" />
        </ft-form>
      } @else {
        <p class="ft-row">
          @if (isAgreed()) { <span class="ft-tag ft-tag--agreed"><ft-mark shape="tick" /> Agreed {{ diagnosis().agreedOn | ukDate }}</span> } @else { <span class="ft-tag"><ft-mark shape="circle" /> Not agreed yet</span> }
          @if (diagnosis().deepRooted) { <span class="ft-tag">Deep-rooted</span> }
        </p>
        <dl class="ft-finding-facts">
          <dt>Root cause</dt><dd>{{ root() || 'Not chosen yet' }}</dd>
          <dt>What is wrong, and why</dt><dd class="ft-prose">{{ diagnosis().agreedText || 'Not written yet' }}</dd>
        </dl>
        @if (mayKeep()) {
          @if (isAgreed()) { <button type="button" ftButton (click)="turn()">Open it again</button> }
          @else if (diagnosis().rootCauseId) { <button type="button" ftButton="primary" (click)="turn()">Say that it is agreed</button> }
          @else { <p class="ft-muted">Once a root cause is chosen, it can be said to be agreed.</p> }
        }
      }
    </ft-card>
  `,
})
export class AgreedCard {
  readonly page = input.required<DiagnosisPage>();
  readonly diagnosis = input.required<Diagnosis>();
  readonly mayKeep = input.required<boolean>();
  private readonly store = inject(DiagnosisStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly isAgreed = computed(() => this.diagnosis().state === 'agreed');
  protected readonly causes = computed(() => this.page().causes.map(({ id, text }) => ({ value: id, label: text })));
  protected readonly root = computed(() => this.page().causes.find((one) => one.id === this.diagnosis().rootCauseId)?.text ?? '');
  protected readonly form = signal<ContractForm<InstanceType<typeof Said>> | undefined>(undefined);
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'rootCauseId' ? (this.causes().find((one) => one.value === value)?.label ?? 'Not chosen') : undefined);

  protected open(): void {
    this.form.set(new ContractForm(Said, this.diagnosis(), { injector: this.injector, draft: `diagnosis.${this.diagnosis().id}.agreed` }));
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('edit-agreed')?.focus());
  }

  protected async save(): Promise<void> {
    if (await this.form()?.submit((body) => this.store.edit(body))) this.close();
  }

  protected turn(): Promise<void> {
    const isAgreed = this.isAgreed();
    return this.store.deed(async () => {
      await (isAgreed ? this.store.reopen() : this.store.agree());
      this.toasts.say(isAgreed ? 'The diagnosis is open again.' : 'The diagnosis is agreed.', () => void this.store.deed(isAgreed ? this.store.agree : this.store.reopen));
    });
  }
}
