import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ActionPage } from '@followthrough/contracts';
import { Button, Card, Failed, Mark, Notice, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { deeds } from '../api/deeds';
import { Why } from '../api/why';
import { RatingsCard } from '../assessments/public';
import { ClosureCard } from '../closures/public';
import { StepsCard } from '../co-production/public';
import { SettleDecision } from '../decisions/public';
import { ActionDeliverabilityCard } from '../deliverability/public';
import { EffortCard } from '../demand/public';
import { DependenciesCard } from '../dependencies/public';
import { HistoryLink } from '../history/public';
import { MeasuresCard } from '../measures/public';
import { MilestonesCard } from '../milestones/public';
import { AsAtChooser } from '../past/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { Origins } from '../summits/public';
import { ThreadPanel } from '../threads/public';
import { TracePanel } from '../traces/public';
import { choicesOf, words } from '../words';
import { ActionStore } from './action-store';
import { DueDialog } from './due-dialog';
import { InlineField } from './inline-field';
import { LinksEditor } from './links-editor';
import { RestrictedMark } from './restricted-mark';
import { UpdateHistory } from './update-history';

/** One action: what it is for, how it stands, who does it by when, and everything that was said about it. */
@Component({
  selector: 'ft-action',
  imports: [RouterLink, ActionDeliverabilityCard, AsAtChooser, Button, Card, Failed, Mark, Notice, Skeleton, UkDate, SaidStatus, SettleDecision, ClosureCard, DependenciesCard, DueDialog, EffortCard, HistoryLink, InlineField, LinksEditor, MeasuresCard, MilestonesCard, Origins, RatingsCard, RestrictedMark, StepsCard, ThreadPanel, TracePanel, UpdateHistory],
  providers: [ActionStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './action-screen.html',
})
export class ActionScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: the field or form to open at once. */
  readonly edit = input<string>();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(ActionStore);
  protected readonly words = words;
  private readonly why = inject(Why);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly moving = signal(false);
  protected readonly opened = signal<'dependencies' | 'coProduction' | 'effort' | 'measures' | 'milestones' | null>(null);
  protected readonly horizons = choicesOf(words.horizon);
  protected readonly priorities = choicesOf(words.priority);
  protected readonly evidenceTypes = choicesOf(words.evidenceType);
  protected readonly people = computed(() => (this.store.choices.value()?.people ?? []).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly organisations = computed(() => (this.store.choices.value()?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })));
  /** Of the date of the action itself; a milestone's are its own. */
  protected readonly ownMoves = computed(() => (this.store.action.value()?.moves ?? []).filter((one) => one.milestoneId === null).length);
  protected readonly openDecisions = computed(() => (this.store.action.value()?.decisions ?? []).filter((one) => one.state !== 'taken'));
  protected readonly takenDecisions = computed(() => (this.store.action.value()?.decisions ?? []).filter((one) => one.state === 'taken'));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => this.store.open(id));
    });
    effect(() => {
      const edit = this.edit();
      if (!edit || !this.store.action.value()) return;
      untracked(() => this.begin(edit));
    });
    effect(() => {
      const action = this.store.action.value();
      if (action) title.say(`${action.ref} ${action.title}`);
    });
  }

  /** Opens what the address asks for, once: going back or reloading opens nothing again. */
  private begin(edit: string): void {
    if (edit === 'dueOn') this.moving.set(true);
    else if (edit === 'dependencies' || edit === 'coProduction' || edit === 'effort' || edit === 'measures' || edit === 'milestones') this.opened.set(edit);
    else this.store.opening.set(edit);
    void this.router.navigate([], { queryParams: { edit: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async sayNone(action: ActionPage): Promise<void> {
    await this.store.edit({ version: action.version, noProgramme: !action.noProgramme });
  }

  protected steps(says: string | null): void {
    this.opened.set(null);
    if (says) this.toasts.say(says);
  }

  /** Nothing is deleted, and for a while one press puts it back. */
  protected async withdraw({ id, ref, planId }: ActionPage): Promise<void> {
    const reason = await this.why.ask('The action leaves the plan, its lists and totals. Everything said about it is kept.');
    if (reason === undefined) return;
    await this.deed(async () => {
      await this.store.withdraw(id, reason);
      await this.router.navigate(['/', this.here.slug(), 'plan'], { queryParams: { plan: planId } });
      this.toasts.say(`${ref} is taken out of the plan.`, () => void this.restore(id));
    });
  }

  private async restore(id: string): Promise<void> {
    await this.deed(async () => {
      await this.store.restore(id, 'Taken out by mistake');
      await this.router.navigate(['/', this.here.slug(), 'actions', id]);
    });
  }

  protected days(action: ActionPage): string {
    if (action.daysNeeded === null) return '';
    return `${action.daysNeeded} ${action.daysNeeded === 1 ? 'day' : 'days'}`;
  }
}
