import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { decisionRoutes, type DecisionState, decisionStates } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { AsAtChooser } from '../past/public';
import { Here } from '../session/here';
import { SettleDecision } from './settle-decision';
import { stateChoices, stateNames } from './state-names';

/** What actions wait for from somebody above their owner, the longest late first; those who may, decide here. */
@Component({
  selector: 'ft-decisions',
  imports: [RouterLink, AsAtChooser, Button, Card, Empty, Failed, Segments, Skeleton, UkDate, SettleDecision],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './decisions-screen.html',
})
export class DecisionsScreen {
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  /** From the address. */
  readonly state = input<string>();
  readonly fromWhom = input<string>();
  readonly board = input<string>();
  readonly plan = input<string>();
  protected readonly states = stateChoices;
  protected readonly shown = computed<DecisionState>(() => decisionStates.find((one) => one === this.state()) ?? 'open');
  protected readonly decisions = listing(decisionRoutes.list, () => ({ state: [this.shown()], ...(this.fromWhom() ? { fromWhom: this.fromWhom() ?? '' } : {}), ...(this.board() ? { board: this.board() ?? '' } : {}), ...(this.plan() ? { plan: this.plan() ?? '' } : {}) }));
  /** Whose decisions alone are shown, as they say it themselves. */
  protected readonly asked = computed(() => this.fromWhom() ?? (this.board() ? (this.decisions.items()?.[0]?.fromWhom ?? 'one board') : ''));
  protected readonly says = computed(() => {
    const total = this.decisions.first.value()?.total;
    return total === undefined || total === null ? '' : `${total.toLocaleString('en-GB')} ${stateNames[this.shown()].toLowerCase()}`;
  });

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }
}
