import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DaysAnswer, type DaysCheckPage, daysCheckRoutes, DaysSaid } from '@followthrough/contracts';
import { checkDaysSaid, dayAfter, londonDay } from '@followthrough/domain';
import { Button, DaysField, Toasts, ukDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { inDays } from '../demand/public';

/** How last week went, by one press; less or more asks for the days. */
@Component({
  selector: 'ft-days-check',
  imports: [FormField, Button, DaysField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p id="days-check-asks">{{ asks() }}</p>
    @if (form(); as form) {
      <ft-form [form]="form" [small]="true" says="Say so" (send)="save(form)" (leave)="shut()"><ft-days-field [formField]="form.tree.minutes" [dayMinutes]="page().personDay" /></ft-form>
    } @else {
      <div class="ft-row" role="group" aria-labelledby="days-check-asks">
        <button type="button" id="days-check" [ftButton]="said() ? '' : 'primary'" [small]="true" [attr.aria-pressed]="said() ? said()?.answer === 'as_planned' : null" (click)="asPlanned()">Yes, {{ days(planned()) }}</button>
        @if (planned() > 0) { <button type="button" ftButton [small]="true" [attr.aria-pressed]="said() ? said()?.answer === 'less' : null" (click)="open('less')">Less</button> }
        <button type="button" ftButton [small]="true" [attr.aria-pressed]="said() ? said()?.answer === 'more' : null" (click)="open('more')">More</button>
      </div>
    }
  `,
})
export class DaysCheck {
  readonly page = input.required<DaysCheckPage>();
  readonly changed = output<DaysCheckPage>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly form = signal<ContractForm<DaysSaid> | undefined>(undefined);
  protected readonly said = computed(() => this.page().weeks.find((one) => one.week === this.page().week));
  protected readonly planned = computed(() => this.said()?.plannedMinutes ?? this.page().planned);
  protected readonly asks = computed(() => {
    const { week } = this.page();
    const said = this.said();
    const days = `${ukDate(week)} to ${ukDate(dayAfter(week, 6))}`;
    return said ? `Last week, ${days}: you said ${this.days(said.minutes)}. You can change it until Sunday.` : `Did last week go as planned? ${days}, ${this.days(this.planned())} planned.`;
  });

  protected days(minutes: number): string {
    return inDays(minutes, this.page().personDay);
  }

  protected asPlanned(): Promise<void> {
    return this.does(async () => this.take(await this.api.ask(daysCheckRoutes.say, { body: { week: this.page().week, answer: 'as_planned' } })));
  }

  protected open(answer: DaysAnswer): void {
    this.form.set(new ContractForm(DaysSaid, { week: this.page().week, answer, ...(this.said()?.answer === answer ? { minutes: this.said()?.minutes } : {}) }, { injector: this.injector, rules: (said) => checkDaysSaid({ week: this.page().week, answer, minutes: said.minutes }, this.planned(), londonDay(new Date())) }));
    setTimeout(() => document.querySelector<HTMLInputElement>('ft-days-check input')?.focus());
  }

  protected shut(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('days-check')?.focus());
  }

  protected async save(form: ContractForm<DaysSaid>): Promise<void> {
    let fresh: DaysCheckPage | undefined;
    const done = await form.submit(async (body) => {
      fresh = await this.api.ask(daysCheckRoutes.say, { body });
    });
    if (!done || !fresh) return;
    this.shut();
    this.take(fresh);
  }

  private take(fresh: DaysCheckPage): void {
    this.toasts.say('Thank you. You and the leads of your organisation see it.');
    this.changed.emit(fresh);
  }
}
