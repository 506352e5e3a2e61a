import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ProofItem, type ProofOf, proofRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton, UkDate, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { words } from '../words';
import { saysDays, saysHelper, saysLater, saysLess, saysMore, saysOrder, saysOverload, saysProof } from './proof-says';

/** Whether the work of a person, a team or an organisation fits, what is at fault where it does not, and what gets rid of it. */
@Component({
  selector: 'ft-proof',
  imports: [RouterLink, Card, Failed, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './proof-card.html',
})
export class ProofCard {
  readonly of = input.required<ProofOf>();
  readonly id = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly daysOf = saysDays;
  protected readonly saysOverload = saysOverload;
  protected readonly saysLater = saysLater;
  protected readonly saysMore = saysMore;
  protected readonly saysHelper = saysHelper;
  protected readonly saysLess = saysLess;
  protected readonly saysOrder = saysOrder;
  readonly proof = screen(proofRoutes.read, () => ({ query: { of: this.of(), id: this.id() } }));
  protected readonly says = computed(() => {
    const one = this.proof.value();
    return one ? saysProof(one) : '';
  });
  protected readonly sub = computed(() => {
    const one = this.proof.value();
    return one ? `Proven for ${ukDate(one.fromOn)} to ${ukDate(one.toOn)}: not spread, but tried in the best order.` : '';
  });
  protected readonly notes = computed(() => {
    const one = this.proof.value();
    if (!one) return '';
    return [
      ...(one.of === 'organisation' && one.people === null ? ['Nobody is named there: the days that it confirmed are taken, evenly over the working days of each month.'] : []),
      ...(one.later > 0 ? [`${this.days(one.later)} of work due after that are not in it.`] : []),
      ...(one.leftOut > 0 ? [`${one.leftOut} open ${one.leftOut === 1 ? 'action has' : 'actions have'} no estimate or no date, and ${one.leftOut === 1 ? 'is' : 'are'} not in it.`] : []),
    ].join(' ');
  });

  protected days(minutes: number): string {
    return saysDays(minutes, this.proof.value()?.personDay ?? 450);
  }

  protected isSaid(items: readonly ProofItem[]): boolean {
    return items.every(({ minutes }) => minutes !== null);
  }
}
