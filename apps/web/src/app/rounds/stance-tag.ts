import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AgreementSaid } from '@followthrough/contracts';
import { Mark, type MarkShape } from '@followthrough/ui';
import { words } from '../words';

const LOOKS = {
  agree: { shape: 'tick', tone: 'agreed' },
  partly: { shape: 'diamond', tone: 'warned' },
  disagree: { shape: 'triangle', tone: 'refused' },
} satisfies Record<AgreementSaid['stance'], { shape: MarkShape; tone: string }>;

/** What a partner says of the agreed words; of an earlier wording, or not yet at all, it does not count. */
@Component({
  selector: 'ft-stance',
  imports: [Mark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (said(); as said) { <span class="ft-tag" [class]="said.isEarlier ? '' : 'ft-tag--' + looks()?.tone"><ft-mark [shape]="looks()?.shape ?? 'circle'" /> {{ names[said.stance] }}@if (said.isEarlier) { , with an earlier wording}</span> }
    @else { <span class="ft-tag"><ft-mark shape="circle" /> Not said yet</span> }
  `,
})
export class StanceTag {
  readonly said = input.required<AgreementSaid | null>();
  protected readonly names = words.stance;
  protected readonly looks = computed(() => {
    const said = this.said();
    return said ? LOOKS[said.stance] : undefined;
  });
}
