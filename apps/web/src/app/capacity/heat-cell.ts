import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CapacityCell } from '@followthrough/contracts';
import { words } from '../words';

/** One month of one organisation: figure, band in words and pattern; what is unknown says so. Opens the actions behind it. */
@Component({
  selector: 'ft-heat-cell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-heat__cell', '[class]': '"ft-heat__cell--" + cell().band', '[class.ft-heat__cell--open]': 'isOpen()' },
  template: `
    @if (cell().needed > 0) {
      <button type="button" [attr.aria-expanded]="isOpen()" [title]="says()" (click)="opened.emit()"><b aria-hidden="true">{{ figure() }}</b><span aria-hidden="true">{{ below() }}</span><span class="nhsuk-u-visually-hidden">{{ says() }}</span></button>
    } @else {
      <span [title]="says()"><b aria-hidden="true">{{ figure() }}</b><span aria-hidden="true">{{ below() }}</span><span class="nhsuk-u-visually-hidden">{{ says() }}</span></span>
    }
  `,
})
export class HeatCell {
  readonly cell = input.required<CapacityCell>();
  readonly isOpen = input(false);
  readonly opened = output<void>();
  protected readonly figure = computed(() => {
    const { band, percent } = this.cell();
    return band === 'unknown' ? '?' : band === 'unresourced' ? 'No days' : percent === null ? '0' : `${percent}%${band === 'over' ? ' ▲' : ''}`;
  });
  protected readonly below = computed(() => {
    const { band, needed, percent } = this.cell();
    if (band === 'unknown' || band === 'unresourced') return needed > 0 ? `${days(needed)} needed` : '';
    return percent === null ? 'no work' : words.capacityBand[band].toLowerCase();
  });
  protected readonly says = computed(() => {
    const { band, needed, confirmed, percent } = this.cell();
    if (confirmed === null) return `Not known: ${days(needed)} days needed, none confirmed or ruled out yet`;
    return `${band === 'unresourced' ? 'No days for this work' : percent === null ? 'No work' : `${percent} per cent, ${words.capacityBand[band].toLowerCase()}`}: ${days(needed)} days needed, ${days(confirmed)} confirmed`;
  });
}

/** Days as people write them, to one decimal place. */
export const days = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
