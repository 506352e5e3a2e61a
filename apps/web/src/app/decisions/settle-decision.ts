import { ChangeDetectionStrategy, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Decision, decisionRoutes, DecisionSettling } from '@followthrough/contracts';
import { Button, DateField, Dialog, ProseField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Refused, refusedBy } from '../api/refused';
import { Me } from '../session/me';

/** Takes or defers one decision, saying why. Shown to those who may decide. */
@Component({
  selector: 'ft-settle-decision',
  imports: [FormField, Button, DateField, Dialog, ProseField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (me.may('decision.take') && decision().state !== 'taken') {
      <span class="ft-row">
        <button type="button" ftButton [small]="true" (click)="open('taken')">Take<span class="nhsuk-u-visually-hidden"> the decision: {{ decision().what }}</span></button>
        @if (decision().state === 'open') { <button type="button" ftButton [small]="true" (click)="open('deferred')">Defer<span class="nhsuk-u-visually-hidden"> the decision: {{ decision().what }}</span></button> }
      </span>
      <ft-dialog [heading]="state() === 'taken' ? 'Take the decision' : 'Defer the decision'" [open]="!!form()" (openChange)="$event || form.set(undefined)" [closesOutside]="false">
        @if (form(); as form) {
          <ft-form [form]="form" [narrow]="false" [says]="state() === 'taken' ? 'Record the decision' : 'Defer it'" (send)="settle(form)" (leave)="this.form.set(undefined)">
            <p class="ft-said">{{ decision().what }}</p>
            <ft-prose-field [formField]="form.tree.note" [label]="state() === 'taken' ? 'What was decided' : 'Why it has to wait'" [rows]="3" />
            @if (state() === 'deferred') { <ft-date-field [formField]="form.tree.neededBy" /> }
          </ft-form>
        }
      </ft-dialog>
    }
  `,
})
export class SettleDecision {
  readonly decision = input.required<Decision>();
  readonly settled = output<void>();
  protected readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly state = signal<'taken' | 'deferred'>('taken');
  protected readonly form = signal<ContractForm<DecisionSettling> | undefined>(undefined);

  protected open(state: 'taken' | 'deferred'): void {
    this.state.set(state);
    this.form.set(new ContractForm(DecisionSettling, { state, version: this.decision().version }, { injector: this.injector }));
  }

  protected async settle(form: ContractForm<DecisionSettling>): Promise<void> {
    const done = await form.submit(async (said) => {
      try {
        await this.api.ask(decisionRoutes.settle, { params: { id: this.decision().id }, body: { ...said, state: this.state() } });
      } catch (thrown) {
        throw lookAgain(refusedBy(thrown));
      }
    });
    if (!done) return;
    this.form.set(undefined);
    this.toasts.say(this.state() === 'taken' ? 'Decision recorded.' : 'Decision deferred.');
    this.settled.emit();
  }
}

/** Two decisions are not merged field by field: whoever comes second reads the first. */
function lookAgain(refused: Refused): Refused {
  const { conflict, ...problem } = refused.problem;
  return conflict ? new Refused({ ...problem, detail: 'Somebody else settled this meanwhile. Close this and look again.' }) : refused;
}
