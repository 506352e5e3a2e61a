import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { RaiseForm } from './raise-form';
import { ThreadCard } from './thread-card';

/** What people raised on one action or finding, what was answered, and the way to raise something. Used inside other screens. */
@Component({
  selector: 'ft-threads',
  imports: [Button, Card, Failed, Skeleton, RaiseForm, ThreadCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Comments and challenges" [sub]="says()">
      @if (me.may('thread.raise') && !raising()) {
        <button deeds type="button" ftButton [small]="true" id="raise-thread" (click)="raising.set(true)">Comment or challenge</button>
      }
      @if (raising()) { <ft-raise-form class="ft-thread" [actionId]="actionId()" [findingId]="findingId()" (done)="raised($event)" /> }
      @if (threads.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="threads.reload()" />
      } @else if (threads.value(); as list) {
        @for (thread of list.items; track thread.id) {
          <ft-thread class="ft-thread" [thread]="thread" (changed)="replace($event)" />
        }
        @if (list.next; as next) { <p><button type="button" ftButton [disabled]="fetching()" (click)="more(next)">Show earlier ones</button></p> }
      } @else { <ft-skeleton [lines]="3" /> }
    </ft-card>
  `,
})
export class ThreadPanel {
  /** Exactly one of the two is given. */
  readonly actionId = input<string | null>(null);
  readonly findingId = input<string | null>(null);
  /** Somebody raised, answered or closed something. */
  readonly changed = output<void>();
  protected readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly raising = signal(false);
  protected readonly fetching = signal(false);
  protected readonly threads = screen(threadRoutes.list, () => {
    const [action, finding] = [this.actionId(), this.findingId()];
    return action ? { query: { action } } : finding ? { query: { finding } } : undefined;
  });
  protected readonly says = computed(() => {
    const items = this.threads.value()?.items;
    if (!items) return '';
    const open = items.filter((one) => one.state === 'open').length;
    return items.length === 0 ? 'Nobody has raised anything here yet.' : open === 0 ? 'Nothing waits for an answer.' : `${open} ${open === 1 ? 'waits' : 'wait'} for an answer.`;
  });

  protected raised(thread: ThreadItem | null): void {
    this.raising.set(false);
    if (thread) {
      this.threads.update((list) => ({ ...list, items: [thread, ...list.items] }));
      this.toasts.say('Raised.');
      this.changed.emit();
    }
    setTimeout(() => document.getElementById('raise-thread')?.focus());
  }

  protected replace(thread: ThreadItem): void {
    this.threads.update((list) => ({ ...list, items: list.items.map((one) => (one.id === thread.id ? thread : one)) }));
    this.changed.emit();
  }

  protected async more(after: string): Promise<void> {
    this.fetching.set(true);
    try {
      const [action, finding] = [this.actionId(), this.findingId()];
      const rest = await this.api.ask(threadRoutes.list, { query: { ...(action ? { action } : {}), ...(finding ? { finding } : {}), after } });
      this.threads.update((list) => ({ items: [...list.items, ...rest.items], next: rest.next }));
    } catch (thrown) {
      this.toasts.say(refusedBy(thrown).message);
    } finally {
      this.fetching.set(false);
    }
  }
}
