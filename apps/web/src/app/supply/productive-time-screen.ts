import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ProductiveTimeEdit, type ProductiveTimeShown, supplyRoutes } from '@followthrough/contracts';
import { checkProductiveTime } from '@followthrough/domain';
import { Card, Failed, NumberField, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Me } from '../session/me';
import { YearSum } from './year-sum';

/** How a year of working days goes here, with its arithmetic beside it as it is typed. */
@Component({
  selector: 'ft-productive-time',
  imports: [FormField, Card, Failed, NumberField, Skeleton, FormFrame, CapacityViews, YearSum],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>Productive time</h1>
        <p>How many days of a full-time year are left for work like these plans. It holds for everybody here.</p>
      </div>
    </div>
    <ft-capacity-views />
    @if (time.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="time.reload()" />
    } @else if (shown(); as shown) {
      <div class="ft-grid">
        <ft-card class="ft-wide-6" heading="A year, in days">
          @if (form(); as form) {
            <ft-form [form]="form" [mayLeave]="false" (send)="save(form)">
              <ft-number-field [formField]="form.tree.usualLeave" unit="days" />
              <ft-number-field [formField]="form.tree.training" unit="days" />
              <ft-number-field [formField]="form.tree.administration" unit="days" />
              <ft-number-field [formField]="form.tree.sickness" unit="days" />
              <ft-number-field [formField]="form.tree.buffer" unit="days" />
            </ft-form>
          } @else {
            <p>A programme administrator can change these days.</p>
          }
        </ft-card>
        <ft-card class="ft-wide-6" heading="The arithmetic"><ft-year-sum [time]="shown" /></ft-card>
      </div>
    } @else {
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class ProductiveTimeScreen {
  protected readonly time = screen(supplyRoutes.time);
  protected readonly form = signal<ContractForm<ProductiveTimeEdit> | undefined>(undefined);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  /** What is typed, as far as it is a year; else what is kept. */
  protected readonly shown = computed(() => {
    const [kept, typed] = [this.time.value(), this.form()?.model()];
    if (!kept || !typed) return kept;
    const now = { ...kept, ...Object.fromEntries(Object.entries(typed).filter(([, days]) => Number.isInteger(days) && (days ?? -1) >= 0)) };
    return checkProductiveTime(now).length > 0 ? kept : now;
  });

  constructor() {
    const injector = inject(Injector);
    const me = inject(Me);
    effect(() => {
      const kept = this.time.value();
      if (kept && me.may('locality.keep') && !untracked(this.form)) this.form.set(new ContractForm(ProductiveTimeEdit, kept, { injector, rules: (said) => checkProductiveTime({ ...kept, ...said }) }));
    });
  }

  protected async save(form: ContractForm<ProductiveTimeEdit>): Promise<void> {
    let fresh: ProductiveTimeShown | undefined;
    const saved = await form.submit(async (body) => {
      fresh = await this.api.ask(supplyRoutes.editTime, { body });
    });
    if (!saved || !fresh) return;
    form.reset(fresh);
    this.time.set(fresh);
    this.toasts.say('The year is saved. What everybody can give follows from it at once.');
  }
}
