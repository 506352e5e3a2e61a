import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DecisionQuery, decisionRoutes, type DecisionState, decisionStates, pastRegisterRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { SettleDecision } from './settle-decision';
import { stateChoices, stateNames } from './state-names';

const NONE: Readonly<Record<DecisionState, readonly [now: string, then: string]>> = {
  open: ['No decision is waiting', 'No decision was waiting then'],
  deferred: ['Nothing was put off', 'Nothing had been put off by then'],
  taken: ['Nothing has been decided yet', 'Nothing had been decided by then'],
};

/** What actions wait for from somebody above their owner, the longest late first; those who may, decide here. Now, or as at a moment that has been. */
@Component({
  selector: 'ft-decisions',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Segments, Skeleton, UkDate, SettleDecision],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './decisions-screen.html',
})
export class DecisionsScreen {
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  private readonly router = inject(Router);
  /** From the address. */
  readonly state = input<string>();
  readonly fromWhom = input<string>();
  readonly board = input<string>();
  readonly plan = input<string>();
  protected readonly states = stateChoices;
  protected readonly shown = computed<DecisionState>(() => decisionStates.find((one) => one === this.state()) ?? 'open');
  private readonly now = listing(decisionRoutes.list, () => (this.moment.isPast() ? undefined : this.query()));
  private readonly then = listing(pastRegisterRoutes.decisions, () => {
    const at = this.moment.at();
    return at === null ? undefined : { ...this.query(), at };
  });
  protected readonly decisions = computed(() => (this.moment.isPast() ? this.then : this.now));
  protected readonly asAt = computed(() => (this.moment.isPast() ? this.then.first.value()?.asAt : undefined));
  /** Decided here: only what is of now has a version to say what was seen. */
  protected readonly items = computed(() => (this.moment.isPast() ? this.then.items()?.map((one) => ({ ...one, now: null })) : this.now.items()?.map((one) => ({ ...one, now: one }))));
  /** Whose decisions alone are shown, as they say it themselves. */
  protected readonly asked = computed(() => this.fromWhom() ?? (this.board() ? (this.items()?.[0]?.fromWhom ?? 'one board') : ''));
  /** A report is of one plan, and so are the decisions that its actions waited for. */
  protected readonly ofOnePlan = computed(() => !!this.plan() && !this.asAt()?.cycleId);
  protected readonly mayDecide = computed(() => !this.moment.isPast() && this.shown() !== 'taken');
  protected readonly none = computed(() => NONE[this.shown()][this.moment.isPast() ? 1 : 0]);
  protected readonly says = computed(() => {
    const total = this.moment.isBefore() ? null : this.decisions().first.value()?.total;
    return total === undefined || total === null ? '' : `${total.toLocaleString('en-GB')} ${stateNames[this.shown()].toLowerCase()}`;
  });

  constructor() {
    effect(() => this.moment.of.set(this.asAt()));
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  private query(): DecisionQuery {
    const [fromWhom, board, plan] = [this.fromWhom(), this.board(), this.plan()];
    return { state: [this.shown()], ...(fromWhom && { fromWhom }), ...(board && { board }), ...(plan && { plan }) };
  }
}
