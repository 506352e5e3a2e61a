import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { chaseRoutes, type Cycle, type CycleDesk, cycleRoutes, UPDATE_EVERY } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Notice, Skeleton, Toasts, UkDate, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { CadenceForm } from './cadence-form';
import { CycleDatesTable } from './cycle-dates-table';
import { CyclePeople } from './cycle-people';
import { DatesForm } from './dates-form';
import { ReopenForm } from './reopen-form';

/** The reporting of one plan: the cycle that is open with who owes what, those to come, and those that are over. */
@Component({
  selector: 'ft-cycles',
  imports: [RouterLink, Button, CadenceForm, Card, CycleDatesTable, CyclePeople, DatesForm, Empty, Failed, Notice, ReopenForm, Skeleton, UkDate, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './cycles-screen.html',
})
export class CyclesScreen {
  /** From the address. */
  readonly plan = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly desk = screen(cycleRoutes.desk, () => ({ params: { id: this.plan() } }));
  protected readonly mayKeep = computed(() => this.me.may('cycle.keep'));
  protected readonly editing = signal(false);
  protected readonly dating = signal<Cycle | undefined>(undefined);
  protected readonly reopening = signal<Cycle | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly refused = signal<Refused | undefined>(undefined);
  private readonly of = (...states: readonly Cycle['state'][]) => computed(() => (this.desk.value()?.items ?? []).filter((one) => states.includes(one.state)));
  protected readonly open = computed(() => this.of('open')()[0]);
  protected readonly frozen = this.of('frozen');
  protected readonly planned = computed(() => [...this.of('planned')()].reverse());
  protected readonly published = this.of('published');
  protected readonly mailable = computed(() => (this.desk.value()?.people ?? []).filter((one) => one.owed > 0 && one.hasEmail && one.personId && one.lastChasedOn !== this.desk.value()?.today));

  protected took(fresh: CycleDesk | null, says: string): void {
    this.editing.set(false);
    this.dating.set(undefined);
    this.reopening.set(undefined);
    if (!fresh) return;
    this.desk.set(fresh);
    this.toasts.say(says);
  }

  protected freeze({ id, name }: Cycle): Promise<void> {
    return this.does(async () => this.took(await this.api.ask(cycleRoutes.freeze, { params: { id } }), `The ${name} report is frozen. Read it through before you publish it.`));
  }

  protected publish({ id, name }: Cycle): Promise<void> {
    return this.does(async () => this.took(await this.api.ask(cycleRoutes.publish, { params: { id } }), `The ${name} report is published.`));
  }

  protected stop(): Promise<void> {
    return this.does(async () => this.took(await this.api.ask(cycleRoutes.stop, { params: { id: this.plan() } }), 'This plan is not reported in cycles any more.'));
  }

  protected mail(): Promise<void> {
    return this.does(async () => {
      const personIds = this.mailable().flatMap((one) => one.personId ?? []);
      const { sent } = await this.api.ask(chaseRoutes.send, { body: { days: UPDATE_EVERY, personIds } });
      this.toasts.say(sent === 0 ? 'They were mailed today already.' : `${sent} ${sent === 1 ? 'mail' : 'mails'} sent.`);
      this.desk.reload();
    });
  }

  private async does(deed: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      await deed();
    } catch (thrown) {
      this.refused.set(refusedBy(thrown));
      this.desk.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
