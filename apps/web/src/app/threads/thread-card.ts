import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { Button, Toasts, UkDate, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { Me } from '../session/me';
import { words } from '../words';
import { AnswerForm } from './answer-form';

/** One thread: what was raised, every answer in order, and what the reader may do next. */
@Component({
  selector: 'ft-thread',
  imports: [Button, UkDate, UkTime, AnswerForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'article', '[attr.aria-label]': 'label()' },
  template: `
    <p class="ft-row">
      <span class="ft-tag ft-tag--strong">{{ words.threadKind[thread().kind] }}</span>
      <b>{{ thread().raisedByName }}</b>
      <span class="ft-muted">{{ thread().raisedAt | ukTime }}</span>
      <span class="ft-tag">{{ words.threadState[thread().state] }}</span>
      @if (thread().respondBy; as by) {
        @if (thread().state === 'open') { <span [class.ft-late]="thread().overdue">{{ thread().overdue ? 'Answer was needed by' : 'Answer needed by' }} {{ by | ukDate }}</span> }
      }
    </p>
    <p class="ft-prose">{{ thread().text }}</p>
    @if (thread().mentions.length > 0) { <p class="ft-muted">Brought to {{ thread().mentions.join(', ') }}</p> }
    @if (thread().answers.length > 0) {
      <ol class="ft-thread__answers">
        @for (answer of thread().answers; track answer.id) {
          <li>
            <p class="ft-row"><span class="ft-tag">{{ words.answerKind[answer.kind] }}</span>&ngsp;<b>{{ answer.answeredByName }}</b>&ngsp;<span class="ft-muted">{{ answer.answeredAt | ukTime }}</span></p>
            <p class="ft-prose">{{ answer.text }}</p>
            @if (answer.mentions.length > 0) { <p class="ft-muted">Brought to {{ answer.mentions.join(', ') }}</p> }
          </li>
        }
      </ol>
    }
    @if (answering()) {
      <ft-answer-form [thread]="thread()" [mayAnswer]="mayAnswer()" (done)="answered($event)" />
    } @else if (thread().state !== 'closed' && (mayAnswer() || thread().mine)) {
      <div class="ft-row">
        <button type="button" ftButton [small]="true" class="ft-thread__answer" (click)="answering.set(true)">{{ mayAnswer() ? 'Answer' : 'Reply' }}<span class="nhsuk-u-visually-hidden"> the {{ label() }}</span></button>
        @if (thread().mine) { <button type="button" ftButton="quiet" [small]="true" [disabled]="closing()" (click)="close()">Close<span class="nhsuk-u-visually-hidden"> the {{ label() }}</span></button> }
      </div>
    }
  `,
})
export class ThreadCard {
  readonly thread = input.required<ThreadItem>();
  readonly changed = output<ThreadItem>();
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = words;
  protected readonly answering = signal(false);
  protected readonly closing = signal(false);
  protected readonly mayAnswer = computed(() => this.me.may('thread.answer'));
  protected readonly label = computed(() => `${words.threadKind[this.thread().kind].toLowerCase()} by ${this.thread().raisedByName}`);

  protected answered(fresh: ThreadItem | null): void {
    this.answering.set(false);
    if (fresh) this.changed.emit(fresh);
    setTimeout(() => this.host.querySelector<HTMLElement>('.ft-thread__answer')?.focus());
  }

  protected async close(): Promise<void> {
    this.closing.set(true);
    try {
      this.changed.emit(await this.api.ask(threadRoutes.close, { params: { id: this.thread().id } }));
      this.toasts.say('Closed.');
    } catch (thrown) {
      this.toasts.say(refusedBy(thrown).sentence);
    } finally {
      this.closing.set(false);
    }
  }
}
