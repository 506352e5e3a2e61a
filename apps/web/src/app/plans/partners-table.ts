import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { PlanPage, PlanPartner, Signature } from '@followthrough/contracts';
import { type SignedState, signedState } from '@followthrough/domain';
import { Button, Mark, type MarkShape, UkDate } from '@followthrough/ui';
import { Me } from '../session/me';
import { SignForm } from './sign-form';
import { TakeBackForm } from './take-back-form';

const said: Readonly<Record<SignedState, { readonly word: string; readonly mark: MarkShape }>> = {
  signed: { word: 'Signed', mark: 'tick' },
  earlier: { word: 'Signed an earlier wording', mark: 'triangle' },
  unsigned: { word: 'Not signed yet', mark: 'circle' },
};

/** Every partner of the plan: whether it signed the aim as it reads, who did so for it, and what it signed before. */
@Component({
  selector: 'ft-partners',
  imports: [Button, Mark, UkDate, SignForm, TakeBackForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './partners-table.html',
})
export class PartnersTable {
  readonly plan = input.required<PlanPage>();
  /** The partner whose signature is being recorded. */
  readonly signing = input('');
  readonly sign = output<string>();
  readonly done = output<string | null>();
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly takingBack = signal<string | null>(null);
  protected readonly said = said;
  protected readonly rows = computed(() =>
    this.plan().partners.map((partner) => {
      const state = signedState(partner.signatures);
      const standing = partner.signatures.filter((one) => one.takenBackOn === null);
      const shown = standing.find((one) => one.isCurrent) ?? standing[0];
      return { partner, state, shown, before: partner.signatures.filter((one) => one !== shown || state === 'earlier') };
    }),
  );

  protected signed({ name }: PlanPartner, says: string | null): void {
    this.done.emit(says ? `${name} signed.` : null);
  }

  protected back(signature: Signature | undefined, says: string | null): void {
    this.takingBack.set(null);
    if (says) this.done.emit(says);
    setTimeout(() => document.getElementById(`back-${signature?.id}`)?.focus());
  }
}
