import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Button, Changed } from '@followthrough/ui';
import { shownNumber, toNumber, withoutAt } from './rows';

export interface Band {
  readonly from: number;
  readonly to: number;
  /** Its name, or what it counts as. */
  readonly says: string;
}

/** Bands of whole per cents by their upper ends: each begins where the one before it ended, so that no hole can be typed. */
@Component({
  selector: 'ft-bands-editor',
  imports: [Button, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-table ft-table--cards ft-band-rows">
      <caption>{{ label() }}</caption>
      <thead><tr><th scope="col">From %</th><th scope="col">To %</th><th scope="col">{{ column() }}</th><th scope="col"><span class="nhsuk-u-visually-hidden">Deeds</span></th></tr></thead>
      <tbody>
        @for (band of value(); track $index; let at = $index) {
          <tr>
            <td data-label="From %">{{ shownNumber(band.from) }}</td>
            <td data-label="To %"><input #to class="ft-input ft-input--number" inputmode="numeric" autocomplete="off" [attr.aria-label]="label() + ': band ' + (at + 1) + ' to per cent'" [value]="shownNumber(band.to)" (ftChange)="say(at, { to: toNumber(to.value) })" /></td>
            <td [attr.data-label]="column()">
              @if (choices(); as choices) {
                <select #counts class="ft-input" [attr.aria-label]="label() + ': band ' + (at + 1)" (change)="say(at, { says: counts.value })">@for (one of choices; track one) { <option [value]="one" [selected]="one === band.says">{{ one }}</option> }</select>
              } @else { <input #word class="ft-input" autocomplete="off" [attr.aria-label]="label() + ': name of band ' + (at + 1)" [value]="band.says" (input)="say(at, { says: word.value })" /> }
            </td>
            <td><button type="button" ftButton="quiet" [small]="true" [disabled]="value().length === 1" (click)="remove(at)">Remove<span class="nhsuk-u-visually-hidden"> band {{ at + 1 }} of {{ label() }}</span></button></td>
          </tr>
        }
      </tbody>
    </table>
    @if (refusal()) { <span class="nhsuk-error-message">{{ refusal() }}</span> }
    <button type="button" ftButton [small]="true" (click)="add()">Add a band<span class="nhsuk-u-visually-hidden"> to {{ label() }}</span></button>
  `,
})
export class BandsEditor {
  readonly label = input.required<string>();
  readonly column = input.required<string>();
  readonly value = model.required<readonly Band[]>();
  /** Where the first band begins. */
  readonly lowest = input.required<number>();
  /** What a band may say; without, anything. */
  readonly choices = input<readonly string[] | null>(null);
  readonly refusal = input('');
  protected readonly shownNumber = shownNumber;
  protected readonly toNumber = toNumber;

  protected say(at: number, change: Partial<Band>): void {
    this.joined(this.value().map((band, index) => (index === at ? { ...band, ...change } : band)));
  }

  protected remove(at: number): void {
    const left = withoutAt(this.value(), at);
    // The last band always ends at 100.
    this.joined(left.map((band, index) => (index === left.length - 1 ? { ...band, to: 100 } : band)));
  }

  /** Divides the last band in two. */
  protected add(): void {
    const last = this.value().at(-1);
    const middle = last ? Math.floor((last.from + 100) / 2) : 100;
    const upper = { from: middle + 1, to: 100, says: this.choices()?.at(-1) ?? '' };
    this.joined(last ? [...this.value().slice(0, -1), { ...last, to: middle }, upper] : [{ ...upper, from: this.lowest() }]);
  }

  private joined(bands: readonly Band[]): void {
    this.value.set(bands.map((band, at) => ({ ...band, from: at === 0 ? this.lowest() : (bands[at - 1]?.to ?? 0) + 1 })));
  }
}
