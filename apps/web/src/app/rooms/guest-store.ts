import { computed, inject, Injectable, type OnDestroy, signal } from '@angular/core';
import { type GuestPage, type GuestPoll, pollRoutes, questionRoutes, roomRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { Changes, type Following } from '../api/changes';
import { Outbox } from '../api/outbox';
import { type Refused, refusedBy } from '../api/refused';
import { changed, withMine } from './guest-changes';
import { Receipts } from './receipts';

/** What a guest does. Each can be sent twice and is done once: a question has its own id, a vote is the same however often it comes. */
export type Deed =
  | { readonly kind: 'ask'; readonly id: string; readonly text: string; readonly isAnonymous: boolean }
  | { readonly kind: 'vote'; readonly id: string; readonly wants: boolean }
  | { readonly kind: 'ballot'; readonly id: string; readonly choices: number[]; readonly receipt?: string };

/** The room as this phone has it: what the server said, what has changed since, and what still waits here to be sent. */
@Injectable()
export class GuestStore implements OnDestroy {
  private readonly api = inject(Api);
  private readonly changes = inject(Changes);
  private readonly receipts = inject(Receipts);
  private readonly known = signal<GuestPage | undefined>(undefined);
  private code = '';
  private following: Following | undefined;
  private outbox: Outbox<Deed> | undefined;
  private readonly waits = signal<Outbox<Deed> | undefined>(undefined);
  private readonly live = signal<Following | undefined>(undefined);

  readonly refused = signal<Refused | undefined>(undefined);
  readonly isLive = computed(() => this.live()?.isLive() ?? false);
  readonly waiting = computed(() => this.waits()?.waiting().map(({ deed }) => deed) ?? []);
  /** With what waits shown as if it were done, so that a tap answers at once. */
  readonly page = computed(() => {
    const page = this.known();
    return page && { ...page, questions: page.questions.map((one) => this.expected(one)), polls: page.polls.map((one) => this.remembered(one)) };
  });
  /** What the server would not have, and why: said until somebody has read it. */
  readonly notTaken = signal<readonly { readonly deed: Deed; readonly says: string }[]>([]);
  readonly unsent = computed(() => this.waiting().flatMap((deed) => (deed.kind === 'ask' ? [deed] : [])));

  open(code: string, first: GuestPage | undefined): void {
    this.code = code;
    this.known.set(first);
    this.outbox = new Outbox<Deed>(`room.${code}`, (deed) => this.deliver(deed), (deed, says) => this.notTaken.update((all) => [...all, { deed, says }]));
    this.waits.set(this.outbox);
    this.following = this.changes.follow(roomRoutes.guestChanges, { codeKey: code }, () => this.read(), (change) => this.show((page) => page && changed(page, change)));
    this.live.set(this.following);
    addEventListener('online', this.back);
  }

  ask(text: string, isAnonymous: boolean): void {
    const id = crypto.randomUUID();
    this.outbox?.put(`question ${id}`, { kind: 'ask', id, text, isAnonymous });
  }

  vote(id: string, wants: boolean): void {
    this.outbox?.put(`vote ${id}`, { kind: 'vote', id, wants });
  }

  cast({ id, isSecret }: GuestPoll, choices: number[]): void {
    this.outbox?.put(`ballot ${id}`, { kind: 'ballot', id, choices, ...(isSecret ? { receipt: this.receipts.keep(id, choices) } : {}) });
  }

  reload(): void {
    this.refused.set(undefined);
    this.following?.wake();
  }

  ngOnDestroy(): void {
    removeEventListener('online', this.back);
    this.following?.stop();
    this.outbox?.stop();
  }

  private readonly back = (): void => this.following?.wake();

  private async read(): Promise<number | undefined> {
    try {
      const page = await this.api.ask(roomRoutes.screen, { params: { codeKey: this.code } });
      this.show(() => page);
      this.refused.set(undefined);
      return page.position;
    } catch (thrown) {
      // What is on screen stays there while nothing can be read.
      const refused = refusedBy(thrown);
      if (!this.known() || refused.code === 'not_found' || refused.code === 'join_needed') this.refused.set(refused);
      return undefined;
    }
  }

  /** Once the summit has closed nothing changes any more, and nobody is listened to. */
  private show(next: (page: GuestPage | undefined) => GuestPage | undefined): void {
    this.known.update(next);
    if (this.known()?.room.state === 'closed') this.following?.stop();
  }

  private async deliver(deed: Deed): Promise<void> {
    const params = { codeKey: this.code };
    if (deed.kind === 'ask') {
      const { id, text, isAnonymous } = deed;
      const question = await this.api.ask(questionRoutes.ask, { params, body: { id, text, isAnonymous } });
      this.known.update((page) => page && withMine(page, question));
    } else if (deed.kind === 'vote') {
      const votes = await this.api.ask(deed.wants ? questionRoutes.raise : questionRoutes.withdraw, { params: { ...params, id: deed.id } });
      this.known.update((page) => page && { ...page, questions: page.questions.map((one) => (one.id === votes.id ? { ...one, votes: votes.votes, isRaised: deed.wants } : one)) });
    } else {
      const { id, choices, receipt } = deed;
      const poll = await this.api.ask(pollRoutes.vote, { params: { ...params, id }, body: { choices, ...(receipt ? { receipt } : {}) } });
      this.known.update((page) => page && { ...page, polls: page.polls.map((one) => (one.id === poll.id ? poll : one)) });
    }
  }

  private expected<Q extends { id: string; isRaised: boolean; votes: number }>(question: Q): Q {
    const vote = this.waiting().find((deed) => deed.kind === 'vote' && deed.id === question.id);
    if (vote?.kind !== 'vote' || vote.wants === question.isRaised) return question;
    return { ...question, isRaised: vote.wants, votes: question.votes + (vote.wants ? 1 : -1) };
  }

  /** My ballot as it waits here; a secret one as only this device knows it. */
  private remembered(poll: GuestPoll): GuestPoll {
    const ballot = this.waiting().find((deed) => deed.kind === 'ballot' && deed.id === poll.id);
    if (ballot?.kind === 'ballot') return { ...poll, hasVoted: true, mine: ballot.choices };
    return poll.isSecret && poll.hasVoted ? { ...poll, mine: this.receipts.choices(poll.id) } : poll;
  }
}
