import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Empty, Failed, Skeleton } from '@followthrough/ui';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { AgreementCard } from './agreement-card';
import { CancelledRounds } from './cancelled-rounds';
import { MyView } from './my-view';
import { OpenRound } from './open-round';
import { PartnersCard } from './partners-card';
import { RoundStore } from './round-store';
import { SideBySide } from './side-by-side';

/** What each partner believes is wrong: written apart, then read side by side, then agreed or not. */
@Component({
  selector: 'ft-round-screen',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, AgreementCard, CancelledRounds, MyView, OpenRound, PartnersCard, SideBySide],
  providers: [RoundStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './round-screen.html',
})
export class RoundScreen {
  protected readonly here = inject(Here);
  protected readonly store = inject(RoundStore);
  private readonly me = inject(Me);
  readonly id = input.required<string>();
  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep'));
  protected readonly mine = computed(() => (this.me.may('view.write') ? this.store.page.value()?.partners.find((one) => one.isMine) : undefined));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => this.store.id.set(id));
    });
    effect(() => {
      const ref = this.store.page.value()?.finding.ref;
      if (ref) title.say(`How partners see finding ${ref}`);
    });
  }
}
