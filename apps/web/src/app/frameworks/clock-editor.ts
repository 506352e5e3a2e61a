import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { ClockRule } from '@followthrough/contracts';
import { Button, Changed } from '@followthrough/ui';
import { changedAt, freeCode, moved, shownNumber, toNumber, withoutAt } from './rows';

/** What should follow a review, and how many months after what. */
@Component({
  selector: 'ft-clock-editor',
  imports: [Button, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-table ft-table--cards ft-clock-rows">
      <caption class="nhsuk-u-visually-hidden">What should follow a review</caption>
      <thead><tr><th scope="col">Step</th><th scope="col">Months</th><th scope="col">After</th><th scope="col">At the latest</th><th scope="col">Where this comes from</th><th scope="col"><span class="nhsuk-u-visually-hidden">Deeds</span></th></tr></thead>
      <tbody>
        @for (step of value(); track step.code; let at = $index) {
          <tr>
            <td data-label="Step"><input #title class="ft-input" autocomplete="off" [attr.aria-label]="'Step ' + (at + 1)" [value]="step.title" (input)="say(at, { title: title.value })" />@if (refusal(at); as message) { <span class="nhsuk-error-message">{{ message }}</span> }</td>
            <td data-label="Months"><input #months class="ft-input ft-input--number" inputmode="numeric" autocomplete="off" [attr.aria-label]="'Months of step ' + (at + 1)" [value]="shownNumber(step.months)" (ftChange)="say(at, { months: toNumber(months.value) })" /></td>
            <td data-label="After">
              <select #after class="ft-input" [attr.aria-label]="'Step ' + (at + 1) + ' counts from'" (change)="say(at, { after: after.value })">
                <option value="fieldwork" [selected]="step.after === 'fieldwork'">the fieldwork</option>
                <option value="report" [selected]="step.after === 'report'">the report</option>
                @for (other of value().slice(0, at); track other.code) { <option [value]="other.code" [selected]="step.after === other.code">{{ other.title }}</option> }
              </select>
            </td>
            <td data-label="At the latest"><input #latest class="ft-input ft-input--number" inputmode="numeric" autocomplete="off" [attr.aria-label]="'Step ' + (at + 1) + ', months at the latest'" [value]="shownNumber(step.latestMonths)" (ftChange)="say(at, { latestMonths: latest.value.trim() === '' ? null : toNumber(latest.value) })" /></td>
            <td data-label="Where this comes from"><input #source class="ft-input" autocomplete="off" [attr.aria-label]="'Source of step ' + (at + 1)" [value]="step.source" (input)="say(at, { source: source.value })" /></td>
            <td class="ft-domain__deeds">
              <button type="button" ftButton="quiet" [small]="true" [disabled]="at === 0" [attr.aria-label]="'Move step ' + (at + 1) + ' up'" (click)="move(at)">↑</button>
              <button type="button" ftButton="quiet" [small]="true" (click)="remove(at)">Remove<span class="nhsuk-u-visually-hidden"> step {{ at + 1 }}</span></button>
            </td>
          </tr>
        } @empty { <tr><td colspan="6" class="ft-muted">Nothing follows by rule.</td></tr> }
      </tbody>
    </table>
    <button type="button" ftButton [small]="true" (click)="add()">Add a step</button>
  `,
})
export class ClockEditor {
  readonly value = model.required<readonly ClockRule[]>();
  readonly refusals = input.required<ReadonlyMap<string, string>>();
  protected readonly shownNumber = shownNumber;
  protected readonly toNumber = toNumber;

  protected refusal(at: number): string {
    return [...this.refusals()].find(([field]) => field.startsWith(`clock.${at}.`))?.[1] ?? '';
  }

  protected say(at: number, change: Partial<ClockRule>): void {
    this.value.update((steps) => changedAt(steps, at, change));
  }

  protected move(at: number): void {
    this.value.update((steps) => moved(steps, at, -1));
  }

  protected remove(at: number): void {
    this.value.update((steps) => withoutAt(steps, at));
  }

  protected add(): void {
    this.value.update((steps) => [...steps, { code: freeCode('step', steps), title: '', after: steps.at(-1)?.code ?? 'report', months: 1, latestMonths: null, source: 'Our own' }]);
  }
}
