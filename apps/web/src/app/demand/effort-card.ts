import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { type ActionEffort, type ActionPage, demandRoutes, type EffortAssignment, type EffortItem } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { Why } from '../api/why';
import { Me } from '../session/me';
import { levelName } from '../skills/public';
import { words } from '../words';
import { AssignmentForm } from './assignment-form';
import { ConfirmTime } from './confirm-time';
import { inDays, rangeInDays } from './days';
import { EffortForm } from './effort-form';

/** What an action asks of people, line by line: how much, when it falls, who gives it and whether their organisation agrees; and what is left. The one figure of an action without lines goes inside. */
@Component({
  selector: 'ft-effort',
  imports: [Button, Card, Failed, Skeleton, UkDate, AssignmentForm, ConfirmTime, EffortForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './effort-card.html',
})
export class EffortCard {
  readonly action = input.required<Pick<ActionPage, 'id' | 'milestones' | 'approval' | 'organisationName'>>();
  /** Somebody came to add a line. */
  readonly adding = input(false);
  readonly left = output();
  /** The lines change the action's own days and version. */
  readonly changed = output<Pick<ActionPage, 'version' | 'daysNeeded'>>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly why = inject(Why);
  private readonly deed = deeds();
  protected readonly me = inject(Me);
  protected readonly words = words;
  protected readonly days = inDays;
  protected readonly range = rangeInDays;
  protected readonly effort = screen(demandRoutes.ofAction, () => (this.me.may('capacity.read') ? { params: { id: this.action().id } } : undefined), { keep: true });
  protected readonly mayKeep = computed(() => this.me.may('capacity.keep'));
  /** The form that is open: for a new line, or for one that is there. */
  protected readonly open = signal<{ readonly id: string | null; readonly how: 'line' | 'person' } | null>(null);
  protected readonly choices = screen(demandRoutes.choices, () => (this.open() ? {} : undefined), { keep: true });
  protected readonly toDeliver = computed(() => sum(this.effort.value()?.items.filter((one) => one.purpose === 'deliver') ?? []));
  protected readonly toAbsorb = computed(() => sum(this.effort.value()?.items.filter((one) => one.purpose === 'absorb') ?? []));

  constructor() {
    effect(() => {
      if (this.adding()) untracked(() => this.open.set({ id: null, how: 'line' }));
    });
  }

  protected skill({ skillName, level }: EffortItem): string {
    if (!skillName) return 'Anybody';
    return level === null ? skillName : `${skillName}, ${levelName(level).toLowerCase()}`;
  }

  protected isOpen(one: EffortItem, how: 'line' | 'person'): boolean {
    return this.open()?.id === one.id && this.open()?.how === how;
  }

  protected close(): void {
    this.open.set(null);
    this.left.emit();
    setTimeout(() => document.getElementById('add-effort')?.focus());
  }

  protected take(fresh: ActionEffort, says: string): void {
    this.effort.set(fresh);
    this.changed.emit({ version: fresh.version, daysNeeded: fresh.daysNeeded });
    this.open.set(null);
    this.left.emit();
    if (says) this.toasts.say(says);
  }

  /** What a board approved says why; and for a while one press puts it back. */
  protected async withdraw({ id, likelyMinutes }: EffortItem): Promise<void> {
    await this.deed(async () => {
      const fresh = await this.why.with((reason) => this.api.ask(demandRoutes.withdraw, { params: { id }, body: reason ? { reason } : {} }));
      if (!fresh) return;
      this.take(fresh, '');
      this.toasts.say(`The line of ${inDays(likelyMinutes)} is taken out.`, () => void this.restore(id));
    });
  }

  private async restore(id: string): Promise<void> {
    await this.deed(async () => this.take(await this.api.ask(demandRoutes.restore, { params: { id }, body: { reason: 'Taken out by mistake' } }), ''));
  }

  protected async takeBack({ id, personName }: EffortAssignment): Promise<void> {
    await this.deed(async () => this.take(await this.api.ask(demandRoutes.takeBack, { params: { id } }), `${personName} is not down for it any more.`));
  }
}

function sum(lines: readonly EffortItem[]) {
  const of = (key: 'lowMinutes' | 'likelyMinutes' | 'highMinutes'): number => lines.reduce((all, one) => all + one[key], 0);
  return { lines: lines.length, lowMinutes: of('lowMinutes'), likelyMinutes: of('likelyMinutes'), highMinutes: of('highMinutes') };
}
