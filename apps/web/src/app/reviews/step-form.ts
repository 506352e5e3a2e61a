import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ClockEntryKind, type ClockStep, NewClockEntry, type ReviewPage, reviewRoutes } from '@followthrough/contracts';
import { checkClockEntry, londonDay } from '@followthrough/domain';
import { DateField, ProseField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Moves a step's date, with the reason, or says on which day it was done. An empty date takes either back. */
@Component({
  selector: 'ft-step-form',
  imports: [FormField, DateField, ProseField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" (send)="save()" (leave)="done.emit(null)">
      @if (kind() === 'done') {
        <ft-date-field [formField]="form.tree.on" label="Done on" [hint]="step().doneOn ? 'Leave it empty if it was not done after all' : ''" />
      } @else {
        <ft-date-field [formField]="form.tree.on" label="New date" [hint]="step().ruleOn === step().dueOn ? '' : 'Leave it empty to go back to the date by the framework’s rule'" />
        <ft-prose-field [formField]="form.tree.reason" label="Why it moves" [needed]="true" [rows]="2" />
      }
    </ft-form>
  `,
})
export class StepForm implements OnInit {
  readonly review = input.required<string>();
  readonly step = input.required<ClockStep>();
  readonly kind = input.required<ClockEntryKind>();
  readonly done = output<ReviewPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewClockEntry>;

  ngOnInit(): void {
    const { code: step, dueOn, doneOn } = this.step();
    const today = londonDay(new Date());
    const kind = this.kind();
    this.form = new ContractForm(NewClockEntry, { step, kind, on: kind === 'done' ? (doneOn ?? today) : dueOn }, { rules: (said) => checkClockEntry(said, today), injector: this.injector });
  }

  protected async save(): Promise<void> {
    let fresh: ReviewPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(reviewRoutes.say, { params: { id: this.review() }, body })))) this.done.emit(fresh);
  }
}
