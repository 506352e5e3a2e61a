import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BoardItem } from '@followthrough/contracts';
import { signedState } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { BoardCard } from '../boards/public';
import { StepsCard } from '../co-production/public';
import { HistoryLink } from '../history/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { AimForm } from './aim-form';
import { BoardForm } from './board-form';
import { PartnersTable } from './partners-table';
import { PlanHead } from './plan-head';
import { PlanStore } from './plan-store';
import { SponsorsCard } from './sponsors-card';

/** What the partners agreed: the aim and who signed it, who stands behind it, where it is reported, what is done together. */
@Component({
  selector: 'ft-agreement',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, AimForm, BoardCard, BoardForm, HistoryLink, PartnersTable, PlanHead, SponsorsCard, StepsCard],
  providers: [PlanStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './agreement-screen.html',
})
export class AgreementScreen {
  /** From the address: the plan, and the form that is open (`aim`, `sponsor`, `board`, `step`, or the organisation that signs). */
  readonly plan = input<string>();
  readonly edit = input<string>();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(PlanStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly says = computed(() => {
    const plan = this.store.plan.value();
    if (!plan?.aim) return '';
    const asked = plan.partners.filter((one) => one.takesPart);
    const signed = asked.filter((one) => signedState(one.signatures) === 'signed').length;
    return asked.length === 0 ? '' : signed === asked.length ? 'Every partner has signed the aim as it reads' : `${signed} of ${asked.length} partners have signed the aim as it reads`;
  });

  constructor() {
    effect(() => {
      const id = this.plan() ?? '';
      untracked(() => this.store.id.set(id));
    });
  }

  protected async leave({ id, name }: BoardItem): Promise<void> {
    await this.store.stopReporting(id);
    this.toasts.say(`It no longer reports to ${name}.`, () => void this.store.reportTo({ name }));
  }

  protected show(edit: string | null): void {
    void this.router.navigate([], { queryParams: { edit }, queryParamsHandling: 'merge', replaceUrl: edit === null });
  }

  protected done(says: string | null): void {
    const from = this.edit();
    this.show(null);
    if (says) this.toasts.say(says);
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById(`edit-${from}`)?.focus());
  }
}
