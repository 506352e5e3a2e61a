import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type AnswerKind, NewAnswer, type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { ProseField, SelectField, SeveralField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { readerChoices } from './reader-choices';

/** An answer by whoever may give one, or a reply by whoever raised the thread. Neither can be changed afterwards. */
@Component({
  selector: 'ft-answer-form',
  imports: [FormField, ProseField, SelectField, SeveralField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Send" (send)="send()" (leave)="done.emit(null)">
      @if (mayAnswer()) { <ft-select-field label="Your answer" [formField]="form.tree.kind" [choices]="kinds()" /> }
      <ft-prose-field [formField]="form.tree.text" [label]="asks()" hint="It stays as you send it: who thinks again answers again." />
      <ft-several-field [formField]="form.tree.mentionIds" [choices]="readers()" />
    </ft-form>
  `,
})
export class AnswerForm implements OnInit {
  readonly thread = input.required<ThreadItem>();
  readonly mayAnswer = input.required<boolean>();
  readonly done = output<ThreadItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly readers = readerChoices();
  protected readonly kinds = computed(() => choicesOf(words.answerKind));
  protected readonly asks = computed(() => (this.form.model().kind === 'not_accepted' ? 'Why is it not accepted?' : 'What you want to say'));
  protected form: ContractForm<NewAnswer>;

  ngOnInit(): void {
    const kind: AnswerKind = !this.mayAnswer() || this.thread().kind === 'comment' || this.thread().kind === 'commendation' ? 'reply' : 'accepted';
    this.form = new ContractForm<NewAnswer>(NewAnswer, { kind }, { injector: this.injector, draft: `answer.${this.thread().id}` });
  }

  protected async send(): Promise<void> {
    let fresh: ThreadItem | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(threadRoutes.answer, { params: { id: this.thread().id }, body })))) this.done.emit(fresh);
  }
}
