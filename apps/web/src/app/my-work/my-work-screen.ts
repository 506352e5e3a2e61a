import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyWork, myWorkRoutes, type SnoozeKind, snoozeRoutes } from '@followthrough/contracts';
import { type WorkItem, workItems } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Skeleton, UkDate, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { RecordLook, VerifyClaim } from '../closures/public';
import { DaysAsked } from '../days-checks/public';
import { SettleDecision } from '../decisions/public';
import { ConfirmTime, inDays } from '../demand/public';
import { AnswerPromise, promiseSays } from '../promises/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { SnoozeThing } from '../snoozes/public';
import { AnswerRelease } from '../supply/public';
import { MentionSeen } from '../threads/public';
import { WaitingUpdates } from '../updates/public';

/** What I owe, soonest first. What is done leaves, what is put off comes back on its day; nothing else nags. */
@Component({
  selector: 'ft-my-work',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, UkTime, AnswerPromise, AnswerRelease, ConfirmTime, DaysAsked, MentionSeen, RecordLook, SaidStatus, SettleDecision, SnoozeThing, VerifyClaim],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './my-work-screen.html',
})
export class MyWorkScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly days = inDays;
  protected readonly promiseSays = promiseSays;
  protected readonly work = screen(myWorkRoutes.read);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly waiting = inject(WaitingUpdates);
  /** What is reported on this device is done, though it waits to be sent. */
  private readonly actions = computed(() => (this.work.value()?.actions ?? []).filter((one) => !this.waiting.of(one.id)));
  protected readonly due = computed(() => this.awake('update', this.actions().filter((one) => one.updateDue)));
  protected readonly rest = computed(() => this.actions().filter((one) => !one.updateDue));
  protected readonly decides = computed(() => this.me.may('decision.take'));
  /** Everything that can be put off, under the name it is known by. */
  protected readonly items = computed(() => {
    const mine = this.work.value();
    return mine ? workItems({ ...mine, actions: this.actions() }) : [];
  });
  protected readonly asleep = computed(() => {
    const snoozes = this.work.value()?.snoozes ?? [];
    return snoozes.flatMap((snooze) => this.items().filter((one) => one.kind === snooze.kind && one.id === snooze.thingId).map((one) => ({ ...one, untilOn: snooze.untilOn })));
  });
  protected readonly says = computed(() => {
    const mine = this.work.value();
    if (!mine) return '';
    const unsent = this.awake('update', mine.actions.filter((one) => one.updateDue && this.waiting.of(one.id))).length;
    const many = (count: number, one: string, several: string): string[] => (count > 0 ? [`${count} ${count === 1 ? one : several}`] : []);
    return [
      ...many(mine.updatesDue - unsent, 'update is due from you', 'updates are due from you'),
      ...many(this.awake('verification', mine.verifications).length, 'claim waits to be verified', 'claims wait to be verified'),
      ...many(this.awake('look', mine.looks).length, 'look is due', 'looks are due'),
      ...many(this.awake('assignment', mine.assignments).length, 'request for days on an action waits', 'requests for days on actions wait'),
      ...many(mine.scenarios.length, 'scenario waits for your organisation’s answer', 'scenarios wait for your organisation’s answer'),
      ...many(this.awake('amendment', mine.amendments).length, 'plan has amendments to agree', 'plans have amendments to agree'),
      ...many(this.awake('view', mine.awaitedViews).length, 'view is awaited from your organisation', 'views are awaited from your organisation'),
      ...many(this.awake('mention', mine.mentions).length, 'mention waits', 'mentions wait'),
      ...many(mine.promises.length, 'promise is asked of your organisation', 'promises are asked of your organisation'),
      ...many(mine.releases.length, 'request for your people’s time waits', 'requests for your people’s time wait'),
      ...many(this.awake('decision', mine.decisions).length, 'decision waits', 'decisions wait'),
      ...many(this.asleep().length, 'put off', 'put off'),
    ].join(', ');
  });
  private readonly api = inject(Api);
  private readonly does = deeds();

  constructor() {
    effect(() => {
      if (this.waiting.arrived() > 0) untracked(() => this.work.reload());
    });
  }

  /** Those that are not put off. */
  protected awake<T extends { readonly id: string }>(kind: SnoozeKind, all: readonly T[]): readonly T[] {
    const asleep = new Set((this.work.value()?.snoozes ?? []).filter((one) => one.kind === kind).map((one) => one.thingId));
    return all.filter((one) => !asleep.has(one.id));
  }

  /** What was done leaves with the button that did it, so the focus goes to the heading, above what is left. */
  protected left(now?: MyWork): void {
    if (now) this.work.set(now);
    else this.work.reload();
    setTimeout(() => this.title().nativeElement.focus());
  }

  protected wake({ kind, id: thingId }: WorkItem): Promise<void> {
    return this.does(async () => {
      await this.work.take(this.api.ask(snoozeRoutes.wake, { body: { kind, thingId } }));
      this.title().nativeElement.focus();
    });
  }
}
