import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AssessmentSetting, FrozenReport, ShownWord } from '@followthrough/contracts';
import { assessedThen, flagSays } from '@followthrough/domain';
import { UkDate } from '@followthrough/ui';
import { AssessedList, wordIn } from '../assessments/public';
import { SaidStatus } from '../said-status';
import { words } from '../words';

/** The three ratings of one action as they were frozen, side by side, and its milestones. Of a report that kept the reported one alone it says nothing. */
@Component({
  selector: 'ft-frozen-ratings',
  imports: [AssessedList, SaidStatus, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (assessed(); as then) {
      <div class="ft-ratings ft-ratings--frozen">
        <div><p class="ft-ratings__of">Reported</p><p><ft-said-status [status]="of().status" [words]="words()" /></p></div>
        <div>
          <p class="ft-ratings__of">Confidence</p>
          @if (of().deliveryConfidence || of().outcomeConfidence) {
            <p>That it is delivered: {{ of().deliveryConfidence ? levels[of().deliveryConfidence ?? 'low'] : 'not said' }}<br />That it brings its outcome: {{ of().outcomeConfidence ? levels[of().outcomeConfidence ?? 'low'] : 'not said' }}</p>
          } @else { <p class="ft-muted">Not said</p> }
        </div>
        <div>
          <p class="ft-ratings__of">Assessed from the facts</p>
          <ft-assessed-list [assessed]="then" [words]="words()" [actionId]="of().actionId" [linked]="false" />
          @for (one of overridden(); track one.flag) { <p class="ft-overridden"><b>Does not count:</b> {{ one.says }}. “{{ one.reason }}” <span class="ft-muted">{{ one.personName }}</span></p> }
        </div>
      </div>
    }
    @if (of().milestones; as some) {
      @if (some.all > 0) { <p class="ft-muted">{{ some.done }} of {{ some.all }} {{ some.all === 1 ? 'milestone' : 'milestones' }} done@if (some.late > 0) { · {{ some.late }} late }@if (some.next) { · next: {{ some.next }}, {{ some.nextOn | ukDate }} }</p> }
    }
  `,
})
export class FrozenRatings {
  readonly of = input.required<FrozenReport>();
  readonly words = input.required<readonly ShownWord[]>();
  readonly lines = input.required<AssessmentSetting | null>();
  /** The London day of the freeze. */
  readonly on = input.required<string | null>();
  protected readonly levels = words.confidence;
  protected readonly assessed = computed(() => {
    const { assessed, ...rest } = this.of();
    const [lines, on] = [this.lines(), this.on()];
    return assessed && lines && on ? assessedThen({ ...rest, assessed }, lines, on, wordIn(this.words())) : null;
  });
  protected readonly overridden = computed(() =>
    (this.assessed()?.overridden ?? []).flatMap((flagged) => {
      const one = this.of().overrides.find((some) => some.flag === flagged.flag);
      return one ? [{ ...one, says: flagSays(flagged, this.of().status, wordIn(this.words())) }] : [];
    }),
  );
}
