import { ChangeDetectionStrategy, Component, input } from '@angular/core';

let count = 0;

/** A white card with a heading; deeds of the card go in a child with the attribute `deeds`. */
@Component({
  selector: 'ft-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-card', '[class]': 'tone() ? "ft-card--" + tone() : ""', '[attr.role]': 'heading() ? "region" : null', '[attr.aria-labelledby]': 'heading() ? id : null' },
  template: `
    @if (heading()) {
      <div class="ft-card__head">
        <h2 [id]="id">{{ heading() }}</h2>
        <ng-content select="[deeds]" />
        @if (sub()) { <p>{{ sub() }}</p> }
      </div>
    }
    <ng-content />
  `,
})
export class Card {
  readonly heading = input('');
  readonly sub = input('');
  /** A band at its edge, for what needs somebody. */
  readonly tone = input<'' | 'red' | 'amber' | 'accent'>('');
  protected readonly id = `ft-card-${(count += 1)}`;
}
