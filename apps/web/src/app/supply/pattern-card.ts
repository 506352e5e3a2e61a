import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type PersonSupply, supplyRoutes, type WorkingPattern } from '@followthrough/contracts';
import { equivalents } from '@followthrough/domain';
import { Button, Card, Empty, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { PatternForm } from './pattern-form';
import { sayHours, sayWeek } from './week';

/** When somebody works: what holds now, what is to come and what was. */
@Component({
  selector: 'ft-pattern-card',
  imports: [Button, Card, Empty, UkDate, PatternForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Working pattern">
      @if (!changing() && person().patterns.length > 0) { <button deeds type="button" id="change-pattern" ftButton="quiet" (click)="changing.set(true)">Change from a day on</button> }
      @if (changing()) {
        <ft-pattern-form [person]="person()" (done)="done($event)" />
      } @else if (person().patterns.length === 0) {
        <ft-empty heading="Not known yet">
          @if (person().isMe) { Until you say when you work, what you can give is not known. It is not counted as nothing. } @else { Until somebody says when {{ person().name }} works, what they can give is not known. It is not counted as nothing. }
          <button deeds type="button" id="change-pattern" ftButton="primary" (click)="changing.set(true)">Say when {{ person().isMe ? 'you work' : 'they work' }}</button>
        </ft-empty>
      } @else {
        <ul class="ft-supply__list">
          @for (one of shown(); track one.id) {
            <li>
              <div>
                <b>{{ one.week }}</b>@if (one.isNow) {&ngsp;<span class="ft-tag">Now</span> }
                <div class="ft-muted">{{ one.hours }} a week, {{ one.fte }} FTE of a {{ one.day }} day · from {{ one.fromOn | ukDate }}@if (one.toOn) { until {{ one.toOn | ukDate }} }</div>
              </div>
              <button type="button" ftButton="quiet" (click)="drop(one)">Take out<span class="nhsuk-u-visually-hidden"> the pattern from {{ one.fromOn | ukDate }}</span></button>
            </li>
          }
        </ul>
      }
    </ft-card>
  `,
})
export class PatternCard {
  readonly person = input.required<PersonSupply>();
  readonly changed = output<PersonSupply>();
  protected readonly changing = signal(false);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly shown = computed(() => {
    const { patterns, today } = this.person();
    return patterns.map((one) => ({
      ...one,
      week: sayWeek(one.minutes, one.fullTimeMinutes),
      hours: sayHours(one.minutes.reduce((sum, each) => sum + each, 0)),
      fte: equivalents(one.minutes, one.fullTimeMinutes),
      day: sayHours(one.fullTimeMinutes),
      isNow: one.fromOn <= today && (one.toOn === null || one.toOn >= today),
    }));
  });

  protected done(fresh: PersonSupply | null): void {
    this.changing.set(false);
    if (fresh) {
      this.changed.emit(fresh);
      this.toasts.say('The working pattern is saved.');
    }
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById('change-pattern')?.focus());
  }

  protected drop({ id: pattern, fromOn, toOn, minutes, fullTimeMinutes }: WorkingPattern): Promise<void> {
    const { id } = this.person();
    return this.does(async () => {
      this.changed.emit(await this.api.ask(supplyRoutes.dropPattern, { params: { id, pattern } }));
      this.toasts.say('The pattern is taken out.', () => void this.does(async () => this.changed.emit(await this.api.ask(supplyRoutes.setPattern, { params: { id }, body: { fromOn, toOn, minutes, fullTimeMinutes } }))));
    });
  }
}
