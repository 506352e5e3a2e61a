import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Acceptance, type ActionItem, type ClosurePage, closureRoutes, type Contract, Look, NewTransfer, Return, Stop, Supersession, TransferAnswer } from '@followthrough/contracts';
import { checkTransfer } from '@followthrough/domain';
import { Button, Notice, ProseField, SelectField, TextField } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

const DEEDS = {
  accept: { contract: Acceptance, says: 'Accept: it is done' },
  turnBack: { contract: Return, says: 'Return it to the owner' },
  look: { contract: Look, says: 'Record what you saw' },
  reopen: { contract: Return, says: 'Open it again' },
  offer: { contract: NewTransfer, says: 'Offer it' },
  answerOffer: { contract: TransferAnswer, says: 'Record the answer' },
  stop: { contract: Stop, says: 'Stop the action' },
  supersede: { contract: Supersession, says: 'Put it in its place' },
} as const satisfies Readonly<Record<string, { readonly contract: Contract; readonly says: string }>>;
export type ClosingDeed = keyof typeof DEEDS;

/** One deed of a closure: what it asks for, and what was refused, in its place on the page. */
@Component({
  selector: 'ft-closing-form',
  imports: [FormField, ActionPicker, Button, FormFrame, Notice, ProseField, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="says()" [small]="true" [narrow]="false" (send)="send()" (leave)="left.emit()">
      @switch (deed()) {
        @case ('look') {
          <ft-select-field [formField]="text('result')" [choices]="results" />
          <ft-prose-field [formField]="text('seen')" [rows]="3" />
        }
        @case ('offer') {
          <ft-select-field [formField]="text('programmeId')" [choices]="programmes()" none="None of these" hint="One that runs here" />
          <ft-text-field [formField]="text('receiver')" label="Or another body" />
          <ft-text-field [formField]="text('newOwner')" />
          <ft-prose-field [formField]="text('reason')" [rows]="2" />
        }
        @case ('answerOffer') {
          <ft-select-field [formField]="text('state')" [choices]="answers" />
          <ft-text-field [formField]="text('answeredBy')" />
          <ft-prose-field [formField]="text('note')" [rows]="2" />
        }
        @case ('stop') {
          <ft-prose-field [formField]="text('reason')" [rows]="2" />
          <ft-text-field [formField]="text('agreedBy')" />
        }
        @case ('supersede') {
          @if (by(); as one) {
            <ft-notice>{{ one.ref }} {{ one.title }} takes its place. <button type="button" ftButton="quiet" (click)="by.set(undefined)">Choose another</button></ft-notice>
          } @else {
            <ft-action-picker label="Which action takes its place?" [without]="[id()]" (picked)="take($event)" />
          }
          <ft-prose-field [formField]="text('reason')" [rows]="2" />
        }
        @default { <ft-prose-field [formField]="text('reason')" [rows]="3" [hint]="hint()" /> }
      }
    </ft-form>
  `,
})
export class ClosingForm implements OnInit {
  readonly deed = input.required<ClosingDeed>();
  /** The action, or for a look and an answer the look and the offer. */
  readonly id = input.required<string>();
  readonly programmes = input<readonly { readonly value: string; readonly label: string }[]>([]);
  readonly done = output<ClosurePage>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly results = choicesOf(words.lookResult);
  protected readonly answers = [{ value: 'accepted', label: 'They took it over' }, { value: 'declined', label: 'They declined' }];
  protected readonly by = signal<ActionItem | undefined>(undefined);
  protected form: ContractForm<object>;

  ngOnInit(): void {
    const rules = this.deed() === 'offer' ? { rules: (said: object) => checkTransfer(said as NewTransfer) } : {};
    this.form = new ContractForm<object>(DEEDS[this.deed()].contract as Contract, {}, { injector: this.injector, ...rules });
  }

  protected readonly says = (): string => DEEDS[this.deed()].says;
  protected readonly hint = (): string => ({ accept: 'What you looked at, if others should know', reopen: 'What shows that it has not lasted. Everything said before stays.' })[this.deed() as string] ?? 'What the evidence does not show yet. The owner reads it.';

  protected text(key: string): FieldTree<string> {
    return (this.form.tree as unknown as Readonly<Record<string, FieldTree<string>>>)[key] as FieldTree<string>;
  }

  protected take(action: ActionItem): void {
    this.by.set(action);
    this.text('byActionId')().value.set(action.id);
  }

  protected async send(): Promise<void> {
    let fresh: ClosurePage | undefined;
    const done = await this.form.submit(async (body) => {
      fresh = await this.api.ask(closureRoutes[this.deed()], { params: { id: this.id() }, body: body as never });
    });
    if (done && fresh) this.done.emit(fresh);
  }
}
