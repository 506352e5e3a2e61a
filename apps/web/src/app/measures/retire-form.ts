import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type MeasurePage, MeasureRetirement, measureRoutes } from '@followthrough/contracts';
import { checkRetirement, londonDay } from '@followthrough/domain';
import { DateField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';

/** Stops counting a measure, and says what follows it. */
@Component({
  selector: 'ft-retire-form',
  imports: [FormField, DateField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Retire it" [small]="true" (send)="save()" (leave)="done.emit(null)">
      <ft-date-field [formField]="form.tree.retiredOn" />
      <ft-select-field [formField]="form.tree.replacedById" [choices]="others()" none="Nothing follows it" />
      <p class="ft-muted">What follows it takes over its actions and findings. Its figures stay to be read.</p>
    </ft-form>
  `,
})
export class RetireForm {
  readonly measure = input.required<MeasurePage>();
  /** The measure as it now is; null when nothing was done. */
  readonly done = output<MeasurePage | null>();
  private readonly api = inject(Api);
  private readonly list = screen(measureRoutes.list, () => ({ query: {} }));
  protected readonly others = computed(() => (this.list.value()?.items ?? []).filter(({ id }) => id !== this.measure().id).map(({ id, title }) => ({ value: id, label: title })));
  protected readonly form = new ContractForm(MeasureRetirement, {}, { rules: ({ retiredOn }) => checkRetirement(retiredOn, this.measure().latestOn, londonDay(new Date())) });

  protected async save(): Promise<void> {
    let fresh: MeasurePage | null = null;
    if (await this.form.submit(async (body) => void (fresh = await this.api.ask(measureRoutes.retire, { params: { id: this.measure().id }, body })))) this.done.emit(fresh);
  }
}
