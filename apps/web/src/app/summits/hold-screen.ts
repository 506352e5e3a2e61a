import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PollItem, type QuestionItem, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { AgendaCard } from './agenda-card';
import { type CaptureFrom, OutcomeForm } from './outcome-form';
import { PollResult } from './poll-result';
import { RoomStore } from './room-store';

/** The facilitator's screen during a summit: the agenda, what is agreed in seconds, and the questions and polls it comes of. */
@Component({
  selector: 'ft-hold',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, AgendaCard, OutcomeForm, PollResult],
  providers: [RoomStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './hold-screen.html',
})
export class HoldScreen {
  protected readonly store = inject(RoomStore);
  protected readonly here = inject(Here);
  private readonly toasts = inject(Toasts);
  protected readonly words = words;
  readonly id = input.required<string>();
  protected readonly summit = screen(summitRoutes.page, () => ({ params: { id: this.id() } }));
  /** A new one for each outcome: the form begins again when it changes. */
  protected readonly from = signal<readonly [CaptureFrom]>([{ text: '' }]);
  protected readonly questions = computed(() => this.store.questions().filter((one) => one.state === 'approved' || one.state === 'answered'));
  protected readonly polls = computed(() => this.store.polls().filter((one) => one.state === 'closed'));
  protected readonly captured = computed(() => (this.summit.value()?.outcomes ?? []).toReversed().slice(0, 6));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.begin(id));
    });
    effect(() => {
      const summit = this.summit.value();
      if (summit) title.say(`Capture: ${summit.title}`);
    });
  }

  protected capture(from: CaptureFrom): void {
    this.from.set([from]);
    setTimeout(() => document.querySelector<HTMLElement>('ft-outcome-form textarea')?.focus());
  }

  protected ofQuestion({ id, text }: QuestionItem): CaptureFrom {
    return { text, questionIds: [id] };
  }

  /** The choice that came first; a confidence poll is captured as a whole. */
  protected ofPoll({ id, question, options, result }: PollItem): CaptureFrom {
    const first = result?.indexOf(Math.max(...result)) ?? -1;
    const choice = options[first];
    return choice === undefined ? { text: question, pollId: id } : { text: choice, pollId: id, pollChoice: first };
  }

  protected recorded(fresh: SummitPage | null): void {
    if (fresh) {
      this.summit.set(fresh);
      this.toasts.say('Captured.');
    }
    this.capture({ text: '' });
  }
}
