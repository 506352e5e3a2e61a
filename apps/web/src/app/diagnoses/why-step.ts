import { ChangeDetectionStrategy, Component, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { WhyEdit, type WhyEvidence, type WhyItem } from '@followthrough/contracts';
import { Button, ProseField, Toasts } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { FileLink } from '../files/public';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import { DiagnosisStore } from './diagnosis-store';
import { EvidenceForm } from './evidence-form';

/** One why of the chain with what it rests on. It is moved by buttons, so the keyboard is enough. */
@Component({
  selector: 'ft-why',
  imports: [FormField, RouterLink, Button, EvidenceForm, FileLink, FormFrame, ProseField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-why', role: 'listitem' },
  templateUrl: './why-step.html',
})
export class WhyStep {
  readonly why = input.required<WhyItem>();
  readonly many = input.required<number>();
  readonly mayChange = input.required<boolean>();
  readonly mayAdd = input.required<boolean>();
  protected readonly store = inject(DiagnosisStore);
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly form = signal<ContractForm<WhyEdit> | undefined>(undefined);
  protected readonly adding = signal(false);

  protected open(): void {
    this.form.set(new ContractForm(WhyEdit, this.why(), { injector: this.injector, draft: `why.${this.why().id}` }));
  }

  protected close(): void {
    this.form.set(undefined);
    this.adding.set(false);
    this.focus('edit');
  }

  protected async save(): Promise<void> {
    if (await this.form()?.submit((body) => this.store.editWhy(this.why().id, body))) this.close();
  }

  protected move(by: -1 | 1): Promise<void> {
    const { id, position } = this.why();
    return this.store.deed(async () => {
      await this.store.placeWhy(id, position + by);
      this.toasts.say(`It is why ${position + by} now.`);
      this.focus(by < 0 ? (position + by === 1 ? 'down' : 'up') : position + by === this.many() ? 'up' : 'down');
    });
  }

  protected remove(): Promise<void> {
    const why = this.why();
    return this.store.deed(async () => {
      await this.store.removeWhy(why.id);
      this.toasts.say(`Why ${why.position} is removed.`, () => void this.store.deed(() => this.store.putBack(why)));
    });
  }

  protected takeAway({ id, kind, label, url, figure, file, measure }: WhyEvidence): Promise<void> {
    const why = this.why().id;
    return this.store.deed(async () => {
      await this.store.removeEvidence(why, id);
      this.toasts.say(`“${label}” is taken away.`, () => void this.store.deed(() => this.store.addEvidence(why, { kind, label, url, figure, fileId: file?.id ?? null, measureId: measure?.id ?? null })));
    });
  }

  /** The step may stand somewhere else by now: its buttons are found by their names. */
  private focus(deed: 'edit' | 'up' | 'down'): void {
    setTimeout(() => document.getElementById(`${deed}-${this.why().id}`)?.focus());
  }
}
