import { ChangeDetectionStrategy, Component, computed, effect, input, model, signal, untracked } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { equivalents } from '@followthrough/domain';
import { Button, Field } from '@followthrough/ui';
import { dayNames, type DayPart, minutesOf, sayHours, type TypedDay, typedDay, usualWeeks } from './week';

/** A week in minutes a day, entered as whole and half days, or as hours where it is neither. */
@Component({
  selector: 'ft-week-field',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <fieldset class="nhsuk-fieldset" [attr.aria-describedby]="describedBy()">
      <legend class="nhsuk-fieldset__legend">{{ said() }}</legend>
      @if (hinted()) { <div class="nhsuk-hint" [id]="id + '-hint'">{{ hinted() }}</div> }
      @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
      <div class="ft-row ft-week__usual">
        @for (week of usual; track week.days) { <button type="button" ftButton [small]="true" (click)="begin(week.days)">{{ week.label }}</button> }
      </div>
      <div class="ft-week">
        @for (name of names; track name; let at = $index) {
          <div>
            <label [attr.for]="at === 0 ? id : id + at"><span aria-hidden="true">{{ name.slice(0, 3) }}</span><span class="nhsuk-u-visually-hidden">{{ name }}</span></label>
            <select #part class="nhsuk-select" [id]="at === 0 ? id : id + at" (change)="choose(at, part.value)" (blur)="touch.emit()">
              @for (choice of parts; track choice.value) { <option [value]="choice.value" [selected]="choice.value === days()[at]?.part">{{ choice.label }}</option> }
            </select>
            @if (days()[at]?.part === 'hours') { <input #hours class="nhsuk-input" inputmode="text" autocomplete="off" placeholder="6:15" [attr.aria-label]="'Hours on ' + name" [value]="days()[at]?.hours" (input)="type(at, hours.value)" (blur)="touch.emit()" /> }
          </div>
        }
      </div>
      <p class="ft-muted" role="status">{{ sum() }}</p>
    </fieldset>
  `,
})
export class WeekField extends Field implements FormValueControl<number[]> {
  readonly value = model<number[]>([]);
  /** Minutes of a whole day. */
  readonly personDay = input.required<number>();
  protected readonly names = dayNames;
  protected readonly usual = usualWeeks;
  protected readonly parts: readonly { readonly value: DayPart; readonly label: string }[] = [{ value: 'off', label: 'Off' }, { value: 'whole', label: 'Whole' }, { value: 'half', label: 'Half' }, { value: 'hours', label: 'Hours' }];
  protected readonly days = signal<readonly TypedDay[]>([]);
  protected readonly sum = computed(() => {
    const minutes = this.days().map((day) => minutesOf(day, this.personDay()));
    if (minutes.some(Number.isNaN)) return 'Type hours like 6:15 or 6.25.';
    const week = minutes.reduce((sum, one) => sum + one, 0);
    return `${sayHours(week)} a week, ${equivalents(minutes, this.personDay())} FTE`;
  });

  constructor() {
    super();
    // A whole day stays a whole day when the person-day changes.
    effect(() => {
      const personDay = this.personDay();
      untracked(() => this.put(this.days().length > 0 ? this.days() : dayNames.map((_, at) => typedDay(this.value()[at] ?? 0, personDay))));
    });
  }

  protected begin(count: number): void {
    this.put(dayNames.map((_, at) => ({ part: at < count ? 'whole' : 'off', hours: '' })));
    this.touch.emit();
  }

  protected choose(at: number, part: string): void {
    this.change(at, (day) => ({ ...day, part: this.parts.find((one) => one.value === part)?.value ?? 'off' }));
  }

  protected type(at: number, hours: string): void {
    this.change(at, (day) => ({ ...day, hours }));
  }

  private change(at: number, to: (day: TypedDay) => TypedDay): void {
    this.put(this.days().map((day, index) => (index === at ? to(day) : day)));
  }

  private put(days: readonly TypedDay[]): void {
    this.days.set(days);
    this.value.set(days.map((day) => minutesOf(day, this.personDay())));
  }
}
