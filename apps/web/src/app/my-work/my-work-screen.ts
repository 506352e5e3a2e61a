import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { myWorkRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { RecordLook, VerifyClaim } from '../closures/public';
import { SettleDecision } from '../decisions/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { WaitingUpdates } from '../updates/public';

/** What I owe, soonest first. What is done leaves; nothing else nags. */
@Component({
  selector: 'ft-my-work',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, RecordLook, SaidStatus, SettleDecision, VerifyClaim],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './my-work-screen.html',
})
export class MyWorkScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly work = screen(myWorkRoutes.read);
  private readonly waiting = inject(WaitingUpdates);
  /** What is reported on this device is done, though it waits to be sent. */
  private readonly actions = computed(() => (this.work.value()?.actions ?? []).filter((one) => !this.waiting.of(one.id)));
  protected readonly due = computed(() => this.actions().filter((one) => one.updateDue));
  protected readonly rest = computed(() => this.actions().filter((one) => !one.updateDue));
  protected readonly decides = computed(() => this.me.may('decision.take'));
  protected readonly says = computed(() => {
    const updatesDue = (this.work.value()?.updatesDue ?? 0) - this.unsent();
    const { decisions = [], awaitedViews = [], verifications = [], looks = [], amendments = [] } = this.work.value() ?? {};
    const parts = [
      ...(updatesDue > 0 ? [`${updatesDue} ${updatesDue === 1 ? 'update is' : 'updates are'} due from you`] : []),
      ...(verifications.length > 0 ? [`${verifications.length} ${verifications.length === 1 ? 'claim waits' : 'claims wait'} to be verified`] : []),
      ...(looks.length > 0 ? [`${looks.length} ${looks.length === 1 ? 'look is' : 'looks are'} due`] : []),
      ...(amendments.length > 0 ? [`${amendments.length} ${amendments.length === 1 ? 'plan has' : 'plans have'} amendments to agree`] : []),
      ...(awaitedViews.length > 0 ? [`${awaitedViews.length} ${awaitedViews.length === 1 ? 'view is' : 'views are'} awaited from your organisation`] : []),
      ...(decisions.length > 0 ? [`${decisions.length} ${decisions.length === 1 ? 'decision waits' : 'decisions wait'}`] : []),
    ];
    return parts.join(', ');
  });
  private readonly unsent = computed(() => (this.work.value()?.actions ?? []).filter((one) => one.updateDue && this.waiting.of(one.id)).length);

  constructor() {
    effect(() => {
      if (this.waiting.arrived() > 0) untracked(() => this.work.reload());
    });
  }
}
