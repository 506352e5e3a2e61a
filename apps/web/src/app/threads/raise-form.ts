import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewThread, type ThreadItem, threadRoutes } from '@followthrough/contracts';
import { checkThread, londonDay } from '@followthrough/domain';
import { DateField, ProseField, SelectField, SeveralField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { readerChoices } from './reader-choices';

@Component({
  selector: 'ft-raise-form',
  imports: [FormField, DateField, ProseField, SelectField, SeveralField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Raise it" (send)="raise()" (leave)="done.emit(null)">
      <ft-select-field label="What is it?" [formField]="form.tree.kind" [choices]="kinds" />
      <ft-prose-field [formField]="form.tree.text" hint="Everybody with access to this plan can read it. Do not name patients or people who use services." />
      @if (form.model().kind !== 'commendation') { <ft-date-field [formField]="form.tree.respondBy" /> }
      <ft-several-field [formField]="form.tree.mentionIds" [choices]="readers()" />
    </ft-form>
  `,
})
export class RaiseForm implements OnInit {
  readonly actionId = input<string | null>(null);
  readonly findingId = input<string | null>(null);
  /** The thread raised; null when nothing was. */
  readonly done = output<ThreadItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly readers = readerChoices();
  protected readonly kinds = choicesOf(words.threadKind);
  protected form: ContractForm<NewThread>;

  ngOnInit(): void {
    this.form = new ContractForm(NewThread, { kind: 'comment', actionId: this.actionId(), findingId: this.findingId() }, { rules: (said) => checkThread(said, londonDay(new Date())), injector: this.injector, draft: `thread.${this.actionId() ?? this.findingId() ?? ''}` });
  }

  protected async raise(): Promise<void> {
    // A date asked for before it became a commendation is not meant any more.
    if (this.form.model().kind === 'commendation') this.form.model.update((model) => ({ ...model, respondBy: '' }));
    let raised: ThreadItem | null = null;
    if (await this.form.submit(async (body) => (raised = await this.api.ask(threadRoutes.raise, { body })))) this.done.emit(raised);
  }
}
