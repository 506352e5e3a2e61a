import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { type BodyOf, type PollItem, pollRoutes, type QuestionItem, type QuestionState, questionRoutes, type RoomChange, type RoomPage, roomRoutes } from '@followthrough/contracts';
import { Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { Changes, type Following } from '../api/changes';
import { type Refused, refusedBy } from '../api/refused';
import { changedRoom } from './room-change';

/** A summit's room as those who keep it see it: read once, then one small change at a time. */
@Injectable()
export class RoomStore {
  private readonly api = inject(Api);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly following = signal<Following | undefined>(undefined);
  private summitId = '';
  readonly page = signal<RoomPage | undefined>(undefined);
  readonly refused = signal<Refused | undefined>(undefined);
  /** The room has not been opened. */
  readonly isNone = computed(() => this.refused()?.code === 'not_found');
  readonly isLive = computed(() => this.following()?.isLive() ?? false);
  /** What people can vote for, most votes first; what they merged into another counts there. */
  readonly questions = computed(() => (this.page()?.questions ?? []).filter((one) => one.state !== 'merged').toSorted((a, b) => b.votes - a.votes || a.askedAt.localeCompare(b.askedAt)));
  readonly polls = computed(() => this.page()?.polls ?? []);
  readonly shownQuestion = computed(() => this.questions().find((one) => one.id === this.page()?.room.shownQuestionId));
  readonly shownPoll = computed(() => this.polls().find((one) => one.id === this.page()?.room.shownPollId));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.following()?.stop());
  }

  async begin(summitId: string): Promise<void> {
    this.summitId = summitId;
    this.following()?.stop();
    this.following.set(undefined);
    await this.read();
    // Without a room there is nothing to follow yet.
    if (this.page()) this.follow();
  }

  async open(body: BodyOf<typeof roomRoutes.open>): Promise<void> {
    this.page.set(await this.api.ask(roomRoutes.open, { params: { id: this.summitId }, body }));
    this.refused.set(undefined);
    this.follow();
  }

  async edit(body: Partial<Omit<BodyOf<typeof roomRoutes.edit>, 'version'>>): Promise<void> {
    const version = this.page()?.room.version ?? 1;
    const room = await this.api.ask(roomRoutes.edit, { params: { id: this.summitId }, body: { ...body, version } });
    this.page.update((page) => page && { ...page, room });
  }

  /** What everybody in the hall sees large; the same again takes it away. */
  show(what: { readonly questionId?: string; readonly pollId?: string }): Promise<void> {
    const { shownQuestionId, shownPollId } = this.page()?.room ?? {};
    if (what.pollId) return this.edit({ shownPollId: what.pollId === shownPollId ? null : what.pollId });
    return this.edit({ shownQuestionId: what.questionId && what.questionId !== shownQuestionId ? what.questionId : null });
  }

  async moderate({ id, version }: QuestionItem, state: QuestionState): Promise<void> {
    this.take({ kind: 'question', body: await this.api.ask(questionRoutes.moderate, { params: { id }, body: { state, version } }) });
  }

  async merge(id: string, intoId: string): Promise<void> {
    this.take({ kind: 'question', body: await this.api.ask(questionRoutes.merge, { params: { id }, body: { intoId } }) });
  }

  async movePoll({ id }: PollItem, to: 'open' | 'close'): Promise<void> {
    this.put(await this.api.ask(pollRoutes[to], { params: { id } }));
  }

  put(poll: PollItem): void {
    this.take({ kind: 'poll', body: poll });
  }

  /** Does a deed and says what was refused; after a clash the room is read again. */
  async try(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.toasts.say(refused.sentence);
      if (refused.code === 'stale') await this.read();
      return false;
    }
  }

  private follow(): void {
    this.following.set(this.changes.follow(roomRoutes.changes, { id: this.summitId }, () => this.read(), ({ kind, body }) => this.take({ kind, body } as RoomChange)));
  }

  private take(change: RoomChange): void {
    this.page.update((page) => page && changedRoom(page, change));
  }

  private async read(): Promise<number | undefined> {
    try {
      const page = await this.api.ask(roomRoutes.page, { params: { id: this.summitId } });
      this.page.set(page);
      this.refused.set(undefined);
      return page.position;
    } catch (thrown) {
      // A picture that is there stays while the connection is gone.
      if (!this.page()) this.refused.set(refusedBy(thrown));
      return undefined;
    }
  }
}
