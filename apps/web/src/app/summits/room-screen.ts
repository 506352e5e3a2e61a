import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Failed, Notice, Skeleton } from '@followthrough/ui';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { JoinCode } from './join-code';
import { OpenRoomForm } from './open-room-form';
import { PollsCard } from './polls-card';
import { QuestionQueue } from './question-queue';
import { RoomStore } from './room-store';

/** The moderator's screen: the queue of questions, the polls, and what the hall sees. */
@Component({
  selector: 'ft-room',
  imports: [RouterLink, Button, Card, Failed, Notice, Skeleton, JoinCode, OpenRoomForm, PollsCard, QuestionQueue],
  providers: [RoomStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './room-screen.html',
})
export class RoomScreen {
  protected readonly store = inject(RoomStore);
  protected readonly here = inject(Here);
  readonly id = input.required<string>();
  readonly queue = input<string>();
  protected readonly takeQuestions = (on: boolean) => () => this.store.edit({ takesQuestions: on });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.begin(id));
    });
    effect(() => {
      const page = this.store.page();
      if (page) title.say(`Moderate: ${page.title}`);
    });
  }
}
