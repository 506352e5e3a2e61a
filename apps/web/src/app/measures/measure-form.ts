import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MeasureEdit, type MeasurePage, measureRoutes, NewMeasure } from '@followthrough/contracts';
import { checkTarget } from '@followthrough/domain';
import { DateField, NumberField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Says what is measured, or changes it. */
@Component({
  selector: 'ft-measure-form',
  imports: [FormField, DateField, NumberField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="measure() ? 'Save' : 'Add the measure'" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.title" />
      <ft-text-field [formField]="form.tree.unit" />
      <ft-select-field [formField]="form.tree.direction" [choices]="directions" />
      <ft-number-field [formField]="form.tree.target" />
      <ft-date-field [formField]="form.tree.targetOn" />
      <ft-text-field [formField]="form.tree.source" />
    </ft-form>
  `,
})
export class MeasureForm implements OnInit {
  /** The measure to change; none adds one. */
  readonly measure = input<MeasurePage>();
  /** What a new one belongs to from the start. */
  readonly of = input<{ readonly actionIds?: string[]; readonly findingIds?: string[] }>({});
  /** The measure as it now is; null when nothing was done. */
  readonly done = output<MeasurePage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly directions = choicesOf(words.measureDirection);
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'direction' ? this.directions.find((one) => one.value === value)?.label : undefined);
  protected form: ContractForm<NewMeasure> | ContractForm<MeasureEdit>;

  ngOnInit(): void {
    const measure = this.measure();
    const more = { injector: this.injector, draft: `measure.${measure?.id ?? 'new'}` };
    this.form = measure ? new ContractForm(MeasureEdit, measure, { ...more, rules: (said) => checkTarget({ ...measure, ...said }) }) : new ContractForm(NewMeasure, {}, { ...more, rules: checkTarget });
  }

  protected async save(): Promise<void> {
    const measure = this.measure();
    let fresh: MeasurePage | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = measure ? await this.api.ask(measureRoutes.edit, { params: { id: measure.id }, body: said as MeasureEdit }) : await this.api.ask(measureRoutes.add, { body: { ...(said as NewMeasure), ...this.of() } });
    });
    if (saved) this.done.emit(fresh);
  }
}
