import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type MeasurePage, type MeasurePoint, measureRoutes, NewMeasurePoint, PointCorrection } from '@followthrough/contracts';
import { pointProblem } from '@followthrough/domain';
import { DateField, NumberField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Refused, refusedBy } from '../api/refused';
import { countedIn } from './points';

/** Adds one figure, or corrects one: the wrong one stays to be read. */
@Component({
  selector: 'ft-point-form',
  imports: [FormField, DateField, NumberField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="wrong() ? 'Correct it' : 'Add the figure'" [small]="true" (send)="save()" (leave)="done.emit(null)">
      <ft-date-field [formField]="form.tree.onDay" />
      <ft-number-field [formField]="form.tree.value" [unit]="measure().unit" />
      <ft-text-field [formField]="form.tree.note" />
    </ft-form>
  `,
})
export class PointForm implements OnInit {
  readonly measure = input.required<MeasurePage>();
  /** The figure to correct; none adds one. */
  readonly wrong = input<MeasurePoint>();
  /** The measure as it now is; null when nothing was done. */
  readonly done = output<MeasurePage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewMeasurePoint> | ContractForm<PointCorrection>;

  ngOnInit(): void {
    const wrong = this.wrong();
    const { injector } = this;
    this.form = wrong
      ? new ContractForm(PointCorrection, { onDay: wrong.onDay, value: wrong.value }, { injector })
      : new ContractForm(NewMeasurePoint, {}, { injector, rules: (said) => [pointProblem(said, countedIn(this.measure()))].filter(Boolean).map((message) => ({ field: 'onDay', code: 'rule', message })) });
  }

  protected async save(): Promise<void> {
    const [{ id }, wrong] = [this.measure(), this.wrong()];
    let fresh: MeasurePage | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = wrong
        ? await this.api.ask(measureRoutes.correct, { params: { id, point: wrong.id }, body: said as PointCorrection })
        : await this.api.ask(measureRoutes.addPoints, { params: { id }, body: { points: [said as NewMeasurePoint] } }).catch((thrown: unknown) => Promise.reject(ofTheOne(thrown)));
    });
    if (saved) this.done.emit(fresh);
  }
}

/** One figure is a list of one: what is refused of it belongs beside the fields here. */
function ofTheOne(thrown: unknown): Refused {
  const { problem } = refusedBy(thrown);
  return new Refused({ ...problem, ...(problem.fields ? { fields: problem.fields.map((one) => ({ ...one, field: one.field.replace('points.0.', '') })) } : {}) });
}
