import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type AnswerKind, NewAnswer, type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { Button, Notice, ProseField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** An answer by whoever may give one, or a reply by whoever raised the thread. Neither can be changed afterwards. */
@Component({
  selector: 'ft-answer-form',
  imports: [FormField, Button, Notice, ProseField, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  template: `
    <form class="ft-narrow" novalidate (submit)="$event.preventDefault(); send()">
      @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      @if (mayAnswer()) { <ft-select-field label="Your answer" [formField]="form.tree.kind" [choices]="kinds()" /> }
      <ft-prose-field [formField]="form.tree.text" [label]="asks()" hint="It stays as you send it: who thinks again answers again." />
      <div class="ft-row">
        <button type="submit" ftButton="primary" [disabled]="form.sending()">Send</button>
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    </form>
  `,
})
export class AnswerForm implements OnInit {
  readonly thread = input.required<ThreadItem>();
  readonly mayAnswer = input.required<boolean>();
  readonly done = output<ThreadItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = computed(() => choicesOf(words.answerKind));
  protected readonly asks = computed(() => (this.form.model().kind === 'not_accepted' ? 'Why is it not accepted?' : 'What you want to say'));
  protected form: ContractForm<NewAnswer>;

  ngOnInit(): void {
    const kind: AnswerKind = !this.mayAnswer() || this.thread().kind === 'comment' || this.thread().kind === 'commendation' ? 'reply' : 'accepted';
    this.form = new ContractForm<NewAnswer>(NewAnswer, { kind }, { injector: this.injector });
  }

  protected async send(): Promise<void> {
    let fresh: ThreadItem | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(threadRoutes.answer, { params: { id: this.thread().id }, body })))) this.done.emit(fresh);
  }
}
