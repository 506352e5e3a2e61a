import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FindingKind, Force } from '@followthrough/contracts';
import { needsAction } from '@followthrough/domain';
import { words } from '../words';

/** What sort of thing a review said; must or should only where something is asked for. */
@Component({
  selector: 'ft-finding-tags',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-tags' },
  template: `<span class="ft-tag" [class.ft-tag--strong]="isStrong()">{{ words.findingKind[kind()] }}</span> @if (asks()) { <span class="ft-tag" [class.ft-tag--must]="force() === 'must'">{{ words.force[force()] }}</span> }`,
})
export class FindingTags {
  readonly kind = input.required<FindingKind>();
  readonly force = input.required<Force>();
  protected readonly words = words;
  protected readonly asks = (): boolean => needsAction(this.kind());
  protected readonly isStrong = (): boolean => this.kind() === 'strength' || this.kind() === 'good_practice';
}
