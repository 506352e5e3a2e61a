import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { QuestionItem, QuestionState } from '@followthrough/contracts';
import { Button, Card, ComboboxField, Empty, Segments } from '@followthrough/ui';
import { words } from '../words';
import { RoomStore } from './room-store';

const QUEUES = ['waiting', 'approved', 'answered', 'parked'] as const;
type Queue = (typeof QUEUES)[number];

/** What each key does to the question that is chosen. */
const DEEDS: Readonly<Record<string, QuestionState>> = { a: 'approved', n: 'answered', p: 'parked', w: 'waiting' };

/**
 * The moderator's queue, by keyboard: arrows choose a question; A approves, N marks it answered, P parks it, W puts it back,
 * M merges it into another, S shows it on the projector.
 */
@Component({
  selector: 'ft-question-queue',
  imports: [Button, Card, ComboboxField, Empty, Segments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './question-queue.html',
})
export class QuestionQueue {
  /** From the address: which part of the queue is open. */
  readonly queue = input<string>();
  protected readonly store = inject(RoomStore);
  private readonly router = inject(Router);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = words;
  protected readonly open = computed<Queue>(() => QUEUES.find((one) => one === this.queue()) ?? 'waiting');
  protected readonly queues = computed(() => QUEUES.map((value) => ({ value, label: `${words.questionState[value]} ${this.store.questions().filter((one) => one.state === value).length}` })));
  /** The longest waiting first; what was approved, most votes first. */
  protected readonly shown = computed(() => {
    const of = this.store.questions().filter((one) => one.state === this.open());
    return this.open() === 'waiting' ? of.toSorted((a, b) => a.askedAt.localeCompare(b.askedAt)) : of;
  });
  protected readonly at = linkedSignal<readonly QuestionItem[], string | undefined>({ source: () => this.shown(), computation: (shown, before) => (shown.some((one) => one.id === before?.value) ? before?.value : shown[0]?.id) });
  protected readonly merging = signal<string | null>(null);
  protected readonly isOpen = computed(() => this.store.page()?.room.state === 'open');

  protected readonly show = (questionId: string) => () => this.store.show({ questionId });

  protected others(id: string): readonly { readonly value: string; readonly label: string }[] {
    return this.store.questions().filter((one) => one.id !== id).map((one) => ({ value: one.id, label: `${one.text} (${one.votes})` }));
  }

  protected view(queue: string): void {
    void this.router.navigate([], { queryParams: { queue }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected pressed(event: KeyboardEvent, question: QuestionItem): void {
    // Keys typed into the box for merging are letters.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = DEEDS[event.key.toLowerCase()];
    if (step === 0 && !to && !['m', 's'].includes(event.key.toLowerCase())) return;
    event.preventDefault();
    if (step !== 0) this.choose(step);
    else if (to) void this.move(question, to);
    else if (event.key.toLowerCase() === 'm') this.merge(question.id);
    else void this.store.try(() => this.store.show({ questionId: question.id }));
  }

  protected async move(question: QuestionItem, to: QuestionState): Promise<void> {
    if (to === question.state) return;
    const next = this.neighbour(1) ?? this.neighbour(-1);
    const hadFocus = this.host.contains(document.activeElement);
    if (!(await this.store.try(() => this.store.moderate(question, to)))) return;
    this.at.set(next);
    if (hadFocus) this.focus();
  }

  protected merge(id: string): void {
    this.merging.set(id);
    setTimeout(() => this.host.querySelector<HTMLInputElement>('.ft-queue__item input')?.focus());
  }

  protected async mergeInto(id: string, intoId: string): Promise<void> {
    if (!intoId) return;
    this.merging.set(null);
    if (await this.store.try(() => this.store.merge(id, intoId))) this.focus();
  }

  protected leaveMerging(): void {
    this.merging.set(null);
    this.focus();
  }

  private choose(step: 1 | -1): void {
    this.at.set(this.neighbour(step) ?? this.at());
    this.focus();
  }

  private neighbour(step: 1 | -1): string | undefined {
    const shown = this.shown();
    return shown[shown.findIndex((one) => one.id === this.at()) + step]?.id;
  }

  private focus(): void {
    setTimeout(() => this.host.querySelector<HTMLElement>('.ft-queue__item[tabindex="0"]')?.focus());
  }
}
