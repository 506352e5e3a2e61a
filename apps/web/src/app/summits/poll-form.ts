import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewPoll, type PollItem, pollRoutes } from '@followthrough/contracts';
import { checkPoll } from '@followthrough/domain';
import { CheckField, NumberField, SelectField, TextField, WordsField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Prepares a poll. It can be asked at any moment after. */
@Component({
  selector: 'ft-poll-form',
  imports: [FormField, CheckField, NumberField, SelectField, TextField, WordsField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Prepare the poll" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.question" />
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      @if (form.model().kind !== 'confidence') { <ft-words-field [formField]="form.tree.options" [needed]="true" hint="Each choice, then Enter" /> }
      @if (form.model().kind === 'multiple') { <ft-number-field [formField]="form.tree.most" /> }
      <ft-check-field [formField]="form.tree.isSecret" hint="Nobody can find out who chose what, not even in the database" />
      @if (!form.model().isSecret) { <ft-check-field [formField]="form.tree.showsLive" /> }
    </ft-form>
  `,
})
export class PollForm implements OnInit {
  readonly summitId = input.required<string>();
  readonly done = output<PollItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.pollKind);
  protected form: ContractForm<NewPoll>;

  ngOnInit(): void {
    this.form = new ContractForm(NewPoll, { kind: 'single', showsLive: true }, { rules: (said) => checkPoll({ ...said, most: said.most ?? null }), injector: this.injector, draft: `poll.new.${this.summitId()}` });
  }

  protected async save(): Promise<void> {
    // What another kind or a secret ballot has no room for is not sent.
    this.form.model.update((model) => ({ ...model, options: model.kind === 'confidence' ? [] : model.options, most: model.kind === 'multiple' ? model.most : null, showsLive: model.showsLive && !model.isSecret }));
    let made: PollItem | null = null;
    if (await this.form.submit(async (body) => (made = await this.api.ask(pollRoutes.add, { params: { id: this.summitId() }, body })))) this.done.emit(made);
  }
}
