import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DecisionState, decisionStates, pastRegisterRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { AsAtBanner, AsAtChooser, isBeforeTheRecord } from '../past/public';
import { Here } from '../session/here';
import { stateChoices, stateNames } from './state-names';

const NONE: Readonly<Record<DecisionState, string>> = { open: 'No decision was waiting then', deferred: 'Nothing had been put off by then', taken: 'Nothing had been decided by then' };

/** The register of decisions as it was at a moment, with the filters of the address. Nothing is decided here. */
@Component({
  selector: 'ft-past-decisions',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Segments, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './past-decisions-screen.html',
})
export class PastDecisionsScreen {
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  /** From the address: a day, or a published report. */
  readonly at = input.required<string>();
  /** From the address, as for the register of now. */
  readonly state = input<string>();
  readonly fromWhom = input<string>();
  readonly board = input<string>();
  readonly plan = input<string>();
  protected readonly states = stateChoices;
  protected readonly none = NONE;
  protected readonly shown = computed<DecisionState>(() => decisionStates.find((one) => one === this.state()) ?? 'open');
  protected readonly decisions = listing(pastRegisterRoutes.decisions, () => ({ at: this.at(), state: [this.shown()], ...(this.fromWhom() ? { fromWhom: this.fromWhom() ?? '' } : {}), ...(this.board() ? { board: this.board() ?? '' } : {}), ...(this.plan() ? { plan: this.plan() ?? '' } : {}) }));
  protected readonly asked = computed(() => this.fromWhom() ?? (this.board() ? (this.decisions.items()?.[0]?.fromWhom ?? 'one board') : ''));
  /** A report is of one plan, and so are the decisions that its actions waited for. */
  protected readonly ofOnePlan = computed(() => !!this.plan() && this.decisions.first.value()?.asAt.cycleId === null);
  protected readonly isBefore = computed(() => {
    const asAt = this.decisions.first.value()?.asAt;
    return !!asAt && isBeforeTheRecord(asAt);
  });
  protected readonly says = computed(() => {
    if (this.isBefore()) return '';
    const total = this.decisions.first.value()?.total;
    return total === undefined || total === null ? '' : `${total.toLocaleString('en-GB')} ${stateNames[this.shown()].toLowerCase()}`;
  });

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }
}
