import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Assurance, Measure, Variation } from '@followthrough/contracts';
import { type MarkShape, type PointLook, StatusTag } from '@followthrough/ui';
import { words } from '../words';

interface Look {
  readonly colour: string;
  readonly mark: MarkShape;
}

const VARIATION: Readonly<Record<Variation, Look>> = { improvement: { colour: 'light_blue', mark: 'diamond' }, concern: { colour: 'amber', mark: 'triangle' }, common: { colour: 'grey', mark: 'disc' }, neutral: { colour: 'purple', mark: 'square' } };
const ASSURANCE: Readonly<Record<Assurance, Look>> = { pass: { colour: 'light_blue', mark: 'tick' }, fail: { colour: 'red', mark: 'square' }, inconsistent: { colour: 'grey', mark: 'circle' } };

/** The points of a chart have the shapes of the verdicts. */
export const LOOKS: Readonly<Record<Variation, PointLook>> = { improvement: 'better', concern: 'worse', common: 'usual', neutral: 'unusual' };

/** What the figures of a measure say: whether it changes, and whether it can be relied on to meet its target. Word, colour and shape together. */
@Component({
  selector: 'ft-verdicts',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-verdicts' },
  template: `
    @if (measure().variation; as variation) { <ft-status [word]="said.variation[variation]" [colour]="looks[variation].colour" [mark]="looks[variation].mark" /> } @else { <span class="ft-muted">Too few figures to say</span> }
    @if (measure().assurance; as assurance) { <ft-status [word]="said.assurance[assurance]" [colour]="assured[assurance].colour" [mark]="assured[assurance].mark" /> }
  `,
})
export class Verdicts {
  readonly measure = input.required<Pick<Measure, 'variation' | 'assurance'>>();
  protected readonly said = words;
  protected readonly looks = VARIATION;
  protected readonly assured = ASSURANCE;
}
