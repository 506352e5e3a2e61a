import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, type OnInit, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { GuestPage, GuestQuestion } from '@followthrough/contracts';
import { Button, Failed, Notice, Skeleton } from '@followthrough/ui';
import { AskQuestion } from './ask-question';
import { GuestStore } from './guest-store';
import { PollBallot } from './poll-ballot';

/** What somebody holds in their hand at a summit: the poll that is open, a box to ask, and what others ask. */
@Component({
  selector: 'ft-phone',
  imports: [Button, Failed, Notice, Skeleton, AskQuestion, PollBallot],
  providers: [GuestStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './phone.html',
})
export class Phone implements OnInit {
  readonly code = input.required<string>();
  readonly first = input<GuestPage>();
  protected readonly store = inject(GuestStore);
  /** The network says it is gone before the stream notices. */
  protected readonly isOnline = signal(navigator.onLine);
  protected readonly isLost = computed(() => !this.isOnline() || !this.store.isLive());
  protected readonly polls = computed(() => [...(this.store.page()?.polls ?? [])].sort((one, other) => Number(one.state === 'closed') - Number(other.state === 'closed')));
  /** Most votes first when they are first seen; later ones below. Nothing jumps away from under a finger. */
  private readonly order = linkedSignal<readonly GuestQuestion[], readonly string[]>({
    source: () => this.store.page()?.questions ?? [],
    computation: (questions, last) => {
      const known = last?.value ?? [];
      return [...known, ...questions.map(({ id }) => id).filter((id) => !known.includes(id))];
    },
  });
  protected readonly questions = computed(() => {
    const all = new Map((this.store.page()?.questions ?? []).map((one) => [one.id, one]));
    return this.order().flatMap((id) => all.get(id) ?? []);
  });
  protected readonly asking = signal('');
  private readonly title = inject(Title);

  constructor() {
    effect(() => {
      const page = this.store.page();
      if (page) this.title.setTitle(`${page.title} - Followthrough`);
    });
    effect((done) => {
      const tell = (): void => this.isOnline.set(navigator.onLine);
      addEventListener('online', tell);
      addEventListener('offline', tell);
      done(() => {
        removeEventListener('online', tell);
        removeEventListener('offline', tell);
      });
    });
  }

  ngOnInit(): void {
    this.store.open(this.code(), this.first());
  }

  /** Somebody has read why it was not taken; what they typed is in the box again, unless they have begun another. */
  protected read(at: number): void {
    const deed = this.store.notTaken()[at]?.deed;
    if (deed?.kind === 'ask' && !this.asking()) this.asking.set(deed.text);
    this.store.notTaken.update((all) => all.filter((_, other) => other !== at));
  }

  protected sort(): void {
    this.order.set([...this.questions()].sort((one, other) => Number(one.state === 'answered') - Number(other.state === 'answered') || other.votes - one.votes).map(({ id }) => id));
  }
}
