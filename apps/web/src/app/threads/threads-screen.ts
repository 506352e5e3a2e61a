import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ThreadItem, threadRoutes, type ThreadState, threadStates } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Segments, Skeleton } from '@followthrough/ui';
import { listing } from '../api/listing';
import { Here } from '../session/here';
import { words } from '../words';
import { ThreadCard } from './thread-card';

/** Everything that was raised in this locality, whatever it is about: what waits for an answer first. */
@Component({
  selector: 'ft-threads-screen',
  imports: [RouterLink, Button, Card, Empty, Failed, Segments, Skeleton, ThreadCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './threads-screen.html',
})
export class ThreadsScreen {
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  /** From the address. */
  readonly state = input<string>();
  readonly byFriends = input<string>();
  readonly plan = input<string>();
  protected readonly states = threadStates.map((value) => ({ value, label: words.threadState[value] }));
  protected readonly shown = computed<ThreadState>(() => threadStates.find((one) => one === this.state()) ?? 'open');
  protected readonly friends = computed(() => this.byFriends() === 'true');
  protected readonly threads = listing(threadRoutes.list, () => ({ state: this.shown(), ...(this.friends() ? { byFriends: true } : {}), ...(this.plan() ? { plan: this.plan() ?? '' } : {}) }));
  protected readonly says = computed(() => {
    const total = this.threads.first.value()?.total;
    if (total === undefined || total === null) return '';
    return `${total.toLocaleString('en-GB')} ${this.shown() === 'open' ? (total === 1 ? 'waits for an answer' : 'wait for an answer') : words.threadState[this.shown()].toLowerCase()}`;
  });

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected about(thread: ThreadItem): string[] {
    return thread.actionId ? ['/', this.here.slug(), 'actions', thread.actionId] : ['/', this.here.slug(), 'findings', thread.findingId ?? ''];
  }

  /** What was answered here stays in sight until the list is asked for again. */
  protected replace(thread: ThreadItem): void {
    this.threads.change((items) => items.map((one) => (one.id === thread.id ? thread : one)));
  }
}
