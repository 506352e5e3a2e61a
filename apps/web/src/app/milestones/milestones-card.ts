import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type ActionPage, type Milestone, milestoneRoutes, type Milestones } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Why } from '../api/why';
import { Me } from '../session/me';
import { DoneForm } from './done-form';
import { MilestoneForm } from './milestone-form';
import { MoveMilestone } from './move-milestone';

/** The points on the way of an action, in order: what is done, what is next, what is late. Each is changed in its place. */
@Component({
  selector: 'ft-milestones',
  imports: [Button, Card, UkDate, DoneForm, MilestoneForm, MoveMilestone],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './milestones-card.html',
})
export class MilestonesCard {
  readonly action = input.required<Pick<ActionPage, 'id' | 'horizon' | 'milestones' | 'dueOn' | 'approval'>>();
  readonly adding = input(false);
  readonly add = output();
  readonly left = output();
  readonly changed = output<Milestones>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly why = inject(Why);
  private readonly me = inject(Me);
  private readonly deed = deeds();
  protected readonly mayKeep = computed(() => this.me.may('action.keep'));
  protected readonly mayMove = computed(() => this.me.may('action.move_date'));
  protected readonly mayReport = computed(() => this.me.may('update.report'));
  /** The one that is being changed, and how. */
  protected readonly open = signal<{ readonly id: string; readonly how: 'edit' | 'move' | 'done' } | null>(null);
  protected readonly says = computed(() => {
    const all = this.action().milestones;
    return all.length === 0 ? '' : `${all.filter((one) => one.doneOn).length} of ${all.length} done`;
  });

  protected take(fresh: Milestones, says: string): void {
    this.changed.emit(fresh);
    this.open.set(null);
    this.left.emit();
    this.toasts.say(says);
  }

  protected async undo({ id }: Milestone): Promise<void> {
    await this.deed(async () => this.take(await this.api.ask(milestoneRoutes.done, { params: { id }, body: { doneOn: null } }), 'Not done after all.'));
  }

  protected async place(one: Milestone, by: -1 | 1): Promise<void> {
    const ids = this.action().milestones.map(({ id }) => id);
    const at = ids.indexOf(one.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, one.id);
    await this.deed(async () => this.changed.emit(await this.api.ask(milestoneRoutes.order, { params: { id: this.action().id }, body: { ids } })));
  }

  /** What a board approved says why; and for a while one press puts it back. */
  protected async withdraw({ id, title }: Milestone): Promise<void> {
    await this.deed(async () => {
      const fresh = await this.why.with((reason) => this.api.ask(milestoneRoutes.withdraw, { params: { id }, body: reason ? { reason } : {} }));
      if (!fresh) return;
      this.changed.emit(fresh);
      this.toasts.say(`“${title}” is taken out.`, () => void this.restore(id));
    });
  }

  private async restore(id: string): Promise<void> {
    await this.deed(async () => this.changed.emit(await this.api.ask(milestoneRoutes.restore, { params: { id }, body: { reason: 'Taken out by mistake' } })));
  }
}
