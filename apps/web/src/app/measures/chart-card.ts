import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Assurance, MeasurePage, Variation } from '@followthrough/contracts';
import { controlChart, FEWEST, specialCauseSays } from '@followthrough/domain';
import { Card, ControlChart as Chart, type Level, type PlottedPoint, ukDate } from '@followthrough/ui';
import { words } from '../words';
import { aboutSays, figureSays } from './figures';
import { live, runsOf } from './points';
import { LOOKS } from './verdicts';

/** @param is how it is said: of now, or of a moment that has been */
const variationSays = (is: 'is' | 'was'): Readonly<Record<Variation, string>> => ({
  concern: `The latest figure ${is} more than the usual ups and downs, and on the worse side.`,
  improvement: `The latest figure ${is} more than the usual ups and downs, and on the better side.`,
  common: `The latest figure ${is} within the usual ups and downs.`,
  neutral: `The latest figure ${is} more than the usual ups and downs.`,
});
const assuranceSays = (isPast: boolean): Readonly<Record<Assurance, string>> => {
  const will = isPast ? 'As it varied then it would' : 'As it varies now it will';
  return { fail: `${will} miss its target every time: something ${isPast ? 'had' : 'has'} to change.`, inconsistent: `${will} meet its target at times and miss it at others.`, pass: `${will} meet its target every time.` };
};

/** The control chart of a measure, what it says in sentences, and its special causes by name. */
@Component({
  selector: 'ft-chart-card',
  imports: [Card, Chart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What the figures say">
      @if (chart().points.length === 0) {
        <p class="ft-muted">No figures yet.</p>
      } @else {
        @for (sentence of sentences(); track sentence) { <p>{{ sentence }}</p> }
        <ft-control-chart [label]="measure().title" [points]="plotted()" [levels]="levels()" [meaning]="meaning" />
        @if (runs().length > 0) {
          <h3>What is more than the usual ups and downs</h3>
          <ul class="ft-measure__causes">@for (run of runs(); track run.says + run.when) { <li><b>{{ run.says }}:</b> {{ run.when }}</li> }</ul>
        }
      }
    </ft-card>
  `,
})
export class ChartCard {
  readonly measure = input.required<Omit<MeasurePage, 'version'>>();
  /** The figures are those of a moment that has been. */
  readonly isPast = input(false);
  protected readonly meaning = { usual: 'Usual variation', better: 'Special cause: improvement', worse: 'Special cause: concern', unusual: 'Special cause' };
  protected readonly chart = computed(() => controlChart(live(this.measure().points), this.measure().direction, this.measure().target));
  protected readonly plotted = computed((): readonly PlottedPoint[] => {
    const { unit } = this.measure();
    return this.chart().points.map(({ onDay, value, variation }) => ({ id: onDay, day: onDay, value, look: LOOKS[variation ?? 'common'], says: `${ukDate(onDay)}: ${figureSays(value, unit)}${variation && variation !== 'common' ? `, ${words.variation[variation].toLowerCase()}` : ''}` }));
  });
  protected readonly levels = computed((): readonly Level[] => {
    const [{ mean, lower, upper, isTrial }, { target, targetOn, unit }] = [this.chart(), this.measure()];
    const limits = lower === null || upper === null ? '' : `${isTrial ? 'Trial limits' : 'Limits'} ${aboutSays(lower, '')} to ${aboutSays(upper, unit)}`;
    return [
      ...(mean === null ? [] : [{ kind: 'mean' as const, value: mean, label: `Mean ${aboutSays(mean, unit)}` }]),
      ...[lower, upper].flatMap((value) => (value === null ? [] : [{ kind: 'limit' as const, value, label: limits }])),
      ...(target === null ? [] : [{ kind: 'target' as const, value: target, label: `Target ${figureSays(target, unit)}${targetOn ? ` by ${ukDate(targetOn)}` : ''}` }]),
    ];
  });
  protected readonly sentences = computed((): readonly string[] => {
    const { points, variation, assurance, isTrial } = this.chart();
    const few = FEWEST - points.length;
    const isPast = this.isPast();
    if (few > 0 && isPast) return [`Limits need ${FEWEST} figures: there were too few to say whether anything changed.`];
    if (few > 0) return [`Limits need ${FEWEST} figures: ${few} more, and the chart says whether anything changes.`];
    return [...(variation ? [variationSays(isPast ? 'was' : 'is')[variation]] : []), ...(assurance ? [assuranceSays(isPast)[assurance]] : []), ...(isTrial ? [`With fewer than twelve figures the limits ${isPast ? 'were' : 'are'} a first try.`] : [])];
  });
  protected readonly runs = computed(() => {
    const { unit } = this.measure();
    return runsOf(this.chart()).map(({ cause, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      const when = first && first === last ? `${ukDate(first.onDay)} (${figureSays(first.value, unit)})` : `${ukDate(first?.onDay)} to ${ukDate(last?.onDay)}`;
      return { says: specialCauseSays[cause], when };
    });
  });
}
