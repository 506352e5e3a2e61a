import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button, Card, Empty, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { branchesOf, inOrder } from './branches';
import { CauseBranch } from './cause-branch';
import { CauseForm } from './cause-form';
import { CauseList } from './cause-list';
import { CauseStore } from './cause-store';

/** Every cause, drawn from the deepest up with its findings and actions, and as a list beside the picture. */
@Component({
  selector: 'ft-causes',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Skeleton, CauseBranch, CauseForm, CauseList],
  providers: [CauseStore, Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './causes-screen.html',
})
export class CausesScreen {
  protected readonly here = inject(Here);
  protected readonly store = inject(CauseStore);
  protected readonly moment = inject(Moment);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** From the address: the cause whose tree is shown, only those with no action, and what is open (an id, or `new`). */
  readonly cause = input<string>();
  readonly unanswered = input<string>();
  readonly open = input<string>();

  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep') && !this.moment.isPast());
  protected readonly onlyUnanswered = computed(() => this.unanswered() === 'true');
  protected readonly without = computed(() => (this.store.tree()?.causes ?? []).filter((one) => !one.answered).length);
  private readonly all = computed(() => {
    const tree = this.store.tree();
    return tree ? branchesOf(tree, this.cause()) : [];
  });
  /** A tree is shown whole where any of its causes waits for an action. */
  protected readonly branches = computed(() => (this.onlyUnanswered() ? this.all().filter((one) => inOrder([one]).some(({ branch }) => !branch.cause.answered)) : this.all()));
  protected readonly rows = computed(() => inOrder(this.branches()).filter(({ branch }) => !this.onlyUnanswered() || !branch.cause.answered));
  protected readonly isNarrowed = computed(() => this.onlyUnanswered() || !!this.cause());
  protected readonly says = computed(() => {
    const many = this.rows().length;
    return `${many} ${many === 1 ? 'cause' : 'causes'}${this.isNarrowed() ? ' shown' : ''}, ${this.without() === 0 ? 'each with an action that answers it' : `${this.without()} with no action`}`;
  });

  constructor() {
    effect(() => this.moment.of.set(this.store.asAt()));
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected added(isAdded: boolean): void {
    this.show({ open: null });
    if (isAdded) this.toasts.say('The cause is added.');
    setTimeout(() => document.getElementById('add-cause')?.focus());
  }
}
