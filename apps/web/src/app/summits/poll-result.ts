import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PollItem } from '@followthrough/contracts';
import { Bars } from '@followthrough/ui';

/** How a poll stands, or why that is not shown yet. */
@Component({
  selector: 'ft-poll-result',
  imports: [Bars],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (parts(); as bars) { <ft-bars [label]="'Result: ' + poll().question" [parts]="bars" /> }
    <p class="ft-muted">{{ says() }}</p>
  `,
})
export class PollResult {
  readonly poll = input.required<PollItem>();
  /** How many have come into the room, where that is known: beside it a vote that was cast twice stands out. */
  readonly joined = input<number | null>(null);
  protected readonly parts = computed(() => {
    const { id, kind, options, result } = this.poll();
    return result?.map((value, at) => ({ key: `${id} ${at}`, label: kind === 'confidence' ? CONFIDENCE[at] ?? '' : (options[at] ?? ''), value, colour: '' }));
  });
  protected readonly says = computed(() => {
    const { kind, voted, result, state, isSecret } = this.poll();
    const joined = this.joined();
    const many = `${voted} ${voted === 1 ? 'person has' : 'people have'} voted${joined === null ? '' : `, of ${joined} who joined`}`;
    return [many, kind === 'ranking' && result ? ', figures are points' : '', result || state === 'draft' ? '' : isSecret ? '. A secret ballot: the result shows when it closes' : '. The result shows when it closes', '.'].join('');
  });
}

const CONFIDENCE = ['1, not at all', '2', '3', '4', '5, fully'];
