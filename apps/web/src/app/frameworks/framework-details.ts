import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FrameworkItem } from '@followthrough/contracts';
import { ruleSays } from '@followthrough/domain';

/** What a framework asks, how it is scored and what should follow, to read. */
@Component({
  selector: 'ft-framework-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './framework-details.html',
})
export class FrameworkDetails {
  readonly framework = input.required<FrameworkItem>();
  /** It has the screen to itself, so nothing is folded away. */
  readonly opened = input(false);
  /** A draft's outline and a published one's criteria are drawn alike. */
  protected readonly domains = computed(() => {
    const { domains, criteria } = this.framework();
    return domains ?? [...Map.groupBy(criteria, (one) => one.domain)].map(([title, own]) => ({ title, criteria: own.map((one) => one.title) }));
  });
  protected readonly count = computed(() => this.domains().reduce((sum, one) => sum + one.criteria.length, 0));
  protected readonly steps = computed(() => this.framework().clock.map((step) => ({ ...step, rule: ruleSays(step, this.framework().clock) })));
}
