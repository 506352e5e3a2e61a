import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, input, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { JoinCode } from './join-code';
import { PollResult } from './poll-result';
import { RoomStore } from './room-store';

/**
 * What the hall sees: the question or poll that the moderator chose, large, and how to join. No names, nothing to press. It lies
 * over everything else, and Escape leaves it.
 */
@Component({
  selector: 'ft-projector',
  imports: [JoinCode, PollResult],
  providers: [RoomStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog class="ft-projector" aria-labelledby="projector-title" (cancel)="$event.preventDefault(); leave()">
      @if (store.page(); as page) {
        <header>
          <h1 id="projector-title">{{ page.title }}</h1>
          <p>{{ page.people }} joined</p>
        </header>
        <div class="ft-projector__shown" aria-live="polite">
          @if (store.shownPoll(); as poll) {
            <h2>{{ poll.question }}</h2>
            <ft-poll-result [poll]="poll" [joined]="page.people" />
          } @else if (store.shownQuestion(); as question) {
            <blockquote>{{ question.text }}</blockquote>
            <p>Raised by {{ question.votes }}</p>
          } @else if (page.room.state === 'closed') {
            <h2>Thank you</h2>
            <p>The room is closed.</p>
          } @else if (top().length > 0) {
            <h2>What you ask</h2>
            <ol>
              @for (one of top(); track one.id) { <li><b>{{ one.votes }}</b><span>{{ one.text }}</span></li> }
            </ol>
          } @else {
            <h2>Ask, vote, and say what you think</h2>
            <p>On your phone, with no account.</p>
          }
        </div>
        @if (page.room.state === 'open') { <ft-join-code class="ft-projector__join" [code]="page.room.code" /> }
        @if (!store.isLive() && page.room.state === 'open') { <p class="ft-projector__lost" role="status">Reconnecting …</p> }
      } @else {
        <h1 id="projector-title">{{ store.isNone() ? 'The room is not open yet' : 'Projector' }}</h1>
      }
    </dialog>
  `,
})
export class ProjectorScreen {
  protected readonly store = inject(RoomStore);
  private readonly router = inject(Router);
  private readonly here = inject(Here);
  readonly id = input.required<string>();
  /** What most people raise, while nothing is chosen. */
  protected readonly top = computed(() => this.store.questions().filter((one) => one.state === 'approved').slice(0, 5));
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.begin(id));
    });
    effect(() => {
      const page = this.store.page();
      if (page) title.say(`Projector: ${page.title}`);
    });
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected leave(): void {
    void this.router.navigate(['/', this.here.slug(), 'summits', this.id(), 'room']);
  }
}
