import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { listing } from '../api/listing';
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
      @if (threads.first.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="threads.first.reload()" />
      } @else if (threads.items(); as items) {
        @for (thread of items; track thread.id) {
          <ft-thread class="ft-thread" [thread]="thread" (changed)="replace($event)" />
        }
        @if (threads.mayGoOn()) { <p><button type="button" ftButton [disabled]="threads.fetching()" (click)="threads.more()">Show earlier ones</button></p> }
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
  private readonly toasts = inject(Toasts);
  protected readonly raising = signal(false);
  protected readonly threads = listing(threadRoutes.list, () => {
    const [action, finding] = [this.actionId(), this.findingId()];
    return action ? { action } : finding ? { finding } : undefined;
  });
  protected readonly says = computed(() => {
    const items = this.threads.items();
    if (!items) return '';
    const open = items.filter((one) => one.state === 'open').length;
    return items.length === 0 ? 'Nobody has raised anything here yet.' : open === 0 ? 'Nothing waits for an answer.' : `${open} ${open === 1 ? 'waits' : 'wait'} for an answer.`;
  });

  protected raised(thread: ThreadItem | null): void {
    this.raising.set(false);
    if (thread) {
      this.threads.change((items) => [thread, ...items]);
      this.toasts.say('Raised.');
      this.changed.emit();
    }
    setTimeout(() => document.getElementById('raise-thread')?.focus());
  }

  protected replace(thread: ThreadItem): void {
    this.threads.change((items) => items.map((one) => (one.id === thread.id ? thread : one)));
    this.changed.emit();
  }
}
