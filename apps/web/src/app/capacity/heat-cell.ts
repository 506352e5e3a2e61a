import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CapacityCell } from '@followthrough/contracts';
import { words } from '../words';

/** What a cell shows. `unknown`: people of whom it is not known what they can give; `isFew`: hidden, because it would tell of one or two. */
export interface HeatFigure extends Omit<CapacityCell, 'month'> {
  readonly unknown?: number;
  readonly isFew?: boolean;
  /** Of an action, which gives nothing: how much of it nobody is down for; null is hidden. */
  readonly nobody?: number | null;
}

/** One month of one row: figure, band in words and pattern; what is unknown says so. Opens the actions behind it. */
@Component({
  selector: 'ft-heat-cell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-heat__cell', '[class]': '"ft-heat__cell--" + cell().band', '[class.ft-heat__cell--open]': 'isOpen()' },
  template: `
    @if (cell().needed > 0 && opens()) {
      <button type="button" [attr.tabindex]="byArrows() ? -1 : null" [attr.aria-expanded]="isOpen()" [title]="says()" (click)="opened.emit()"><b aria-hidden="true">{{ figure() }}</b><span aria-hidden="true">{{ below() }}</span><span class="nhsuk-u-visually-hidden">{{ says() }}</span></button>
    } @else {
      <span [title]="says()"><b aria-hidden="true">{{ figure() }}</b><span aria-hidden="true">{{ below() }}</span><span class="nhsuk-u-visually-hidden">{{ says() }}</span></span>
    }
  `,
})
export class HeatCell {
  readonly cell = input.required<HeatFigure>();
  readonly isOpen = input(false);
  /** How its figures are written, and in what. */
  readonly say = input<(value: number) => string>(days);
  readonly unit = input('days');
  /** Under the per cent the two figures that it is made of, and not the band's name. */
  readonly hasFigures = input(false);
  /** One cell of the table is reached by Tab, and the others from there; see `HeatKeys`. */
  readonly byArrows = input(false);
  /** There is something behind it to open. */
  readonly opens = input(true);
  readonly opened = output<void>();
  protected readonly figure = computed(() => {
    const { band, percent, isFew, nobody, needed } = this.cell();
    if (nobody !== undefined && !isFew) return needed > 0 ? this.say()(needed) : '';
    return isFew ? 'Hidden' : band === 'unknown' ? '?' : band === 'unresourced' ? 'No days' : percent === null ? '0' : `${percent}%${band === 'over' ? ' ▲' : ''}`;
  });
  protected readonly below = computed(() => {
    const { band, needed, percent, confirmed, isFew } = this.cell();
    if (isFew) return 'under 3 people';
    if (this.cell().nobody !== undefined) return this.withNobody();
    if (confirmed === null || band === 'unresourced') return needed > 0 ? `${this.say()(needed)} needed` : '';
    if (this.hasFigures()) return needed > 0 ? `${this.say()(needed)} of ${this.say()(confirmed)}` : `${this.say()(confirmed)} free`;
    return percent === null ? 'no work' : words.capacityBand[band].toLowerCase();
  });
  protected readonly says = computed(() => {
    const { band, needed, confirmed, percent, unknown = 0, isFew } = this.cell();
    const [say, unit] = [this.say(), this.unit()];
    if (isFew) return 'Hidden: fewer than three people make it up';
    if (this.cell().nobody !== undefined) return needed > 0 ? `${say(needed)} ${unit} needed, ${this.withNobody()}` : 'Nothing in this month';
    if (confirmed === null) return `Not known: ${say(needed)} ${unit} needed, ${unknown > 0 ? 'and nobody has said when they work' : 'none confirmed or ruled out yet'}`;
    const so = band === 'unresourced' ? `No ${unit} for this work` : band === 'unknown' ? 'Not known' : percent === null ? 'No work' : `${percent} per cent, ${words.capacityBand[band].toLowerCase()}`;
    return `${so}: ${say(needed)} ${unit} needed, ${say(confirmed)} ${this.hasFigures() ? 'can be given' : 'confirmed'}${unknown > 0 ? `, and of ${unknown} ${unknown === 1 ? 'person' : 'people'} it is not known` : ''}`;
  });

  private withNobody(): string {
    const { nobody, needed } = this.cell();
    if (needed === 0 || nobody === undefined) return '';
    return nobody === null ? 'people hidden' : nobody === 0 ? 'all with people' : nobody === needed ? 'nobody on it' : `${this.say()(nobody)} with nobody`;
  }
}

/** Days as people write them, to one decimal place. */
export const days = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
