import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { PollItem } from '@followthrough/contracts';
import { Button, Card, Empty, Toasts } from '@followthrough/ui';
import { words } from '../words';
import { PollForm } from './poll-form';
import { PollResult } from './poll-result';
import { RoomStore } from './room-store';

/** The polls of a room: prepared, asked, closed, and shown large. */
@Component({
  selector: 'ft-polls-card',
  imports: [Button, Card, Empty, PollForm, PollResult],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Polls">
      @if (!preparing() && isOpen()) { <button deeds type="button" ftButton [small]="true" id="prepare-poll" (click)="preparing.set(true)">Prepare a poll</button> }
      @if (preparing()) { <ft-poll-form [summitId]="summitId()" (done)="prepared($event)" /> }
      <ul class="ft-captures">
        @for (poll of store.polls(); track poll.id) {
          <li>
            <h3>{{ poll.question }}</h3>
            <p class="ft-muted"><span class="ft-tag" [class.ft-tag--strong]="poll.state === 'open'">{{ words.pollState[poll.state] }}</span> {{ words.pollKind[poll.kind] }}@if (poll.isSecret) {, secret ballot}</p>
            @if (poll.state !== 'draft') { <ft-poll-result [poll]="poll" [joined]="store.page()?.people ?? null" /> }
            <div class="ft-row">
              @if (poll.state === 'draft' && isOpen()) { <button type="button" ftButton="primary" [small]="true" (click)="store.try(move(poll, 'open'))">Ask it now<span class="nhsuk-u-visually-hidden">: {{ poll.question }}</span></button> }
              @if (poll.state === 'open') { <button type="button" ftButton="primary" [small]="true" (click)="store.try(move(poll, 'close'))">Close the vote<span class="nhsuk-u-visually-hidden">: {{ poll.question }}</span></button> }
              @if (poll.state !== 'draft' && isOpen()) { <button type="button" ftButton [small]="true" [attr.aria-pressed]="store.shownPoll()?.id === poll.id" (click)="store.try(show(poll))">{{ store.shownPoll()?.id === poll.id ? 'On the projector: take it away' : 'Show on the projector' }}<span class="nhsuk-u-visually-hidden">: {{ poll.question }}</span></button> }
            </div>
          </li>
        } @empty {
          @if (!preparing()) { <li><ft-empty heading="No polls yet">Prepare what you want to ask the hall; ask it when the moment comes.</ft-empty></li> }
        }
      </ul>
    </ft-card>
  `,
})
export class PollsCard {
  readonly summitId = input.required<string>();
  protected readonly store = inject(RoomStore);
  private readonly toasts = inject(Toasts);
  protected readonly words = words;
  protected readonly preparing = signal(false);
  protected readonly isOpen = computed(() => this.store.page()?.room.state === 'open');

  protected readonly move = (poll: PollItem, to: 'open' | 'close') => () => this.store.movePoll(poll, to);
  protected readonly show = (poll: PollItem) => () => this.store.show({ pollId: poll.id });

  protected prepared(poll: PollItem | null): void {
    this.preparing.set(false);
    if (poll) {
      this.store.put(poll);
      this.toasts.say('The poll is prepared.');
    }
    setTimeout(() => document.getElementById('prepare-poll')?.focus());
  }
}
