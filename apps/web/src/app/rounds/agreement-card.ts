import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Agreeing, type RoundPage } from '@followthrough/contracts';
import { checkAgreeing } from '@followthrough/domain';
import { Button, Card, Mark, ProseField, SelectField, Toasts } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { choicesOf, words } from '../words';
import { RoundStore } from './round-store';
import { StanceTag } from './stance-tag';

/** The words that are to be agreed, and what each partner says of them. */
@Component({
  selector: 'ft-agreement-card',
  imports: [FormField, RouterLink, Button, Card, FormFrame, Mark, ProseField, SelectField, StanceTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreement-card.html',
})
export class AgreementCard {
  readonly page = input.required<RoundPage>();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  private readonly store = inject(RoundStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly stances = choicesOf(words.stance);
  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep'));
  protected readonly mine = computed(() => (this.me.may('view.write') ? this.page().partners.find((one) => one.isMine) : undefined));
  protected readonly form = signal<ContractForm<Agreeing> | undefined>(undefined);
  protected readonly says = computed(() => {
    const said = this.page().partners.flatMap(({ agreement }) => (agreement && !agreement.isEarlier ? [agreement.stance] : []));
    return `${said.filter((one) => one === 'agree').length} of ${this.page().partners.length} partners agree`;
  });

  protected open(): void {
    const said = this.mine()?.agreement;
    this.form.set(new ContractForm(Agreeing, said ?? { stance: 'agree' }, { injector: this.injector, rules: checkAgreeing }));
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('say-agreement')?.focus());
  }

  protected async save(form: ContractForm<Agreeing>): Promise<void> {
    if (!(await form.submit(({ stance, reason = null }) => this.store.agree({ stance, reason: stance === 'agree' ? null : reason })))) return;
    this.toasts.say('Your organisation’s answer is saved.');
    this.close();
  }
}
