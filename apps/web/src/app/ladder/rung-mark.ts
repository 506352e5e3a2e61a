import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LadderAction } from '@followthrough/contracts';
import type { RungState } from '@followthrough/domain';
import { Mark, type MarkShape, ukDate } from '@followthrough/ui';

const marks: Readonly<Record<RungState, MarkShape>> = { done: 'tick', late: 'square', after: 'triangle', to_come: 'circle' };
const DAY = 86_400_000;

/** How one rung stands, by mark and word: done, late, due after what it opens, or to come. */
@Component({
  selector: 'ft-rung-mark',
  imports: [Mark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-rung-mark', '[class]': `'ft-rung-mark--' + state()` },
  template: `<ft-mark [shape]="mark()" /><span>{{ says() }}</span>`,
})
export class RungMark {
  readonly state = input.required<RungState>();
  readonly action = input.required<LadderAction>();
  /** Only what fits on a card of the picture. */
  readonly brief = input(false);
  /** The day on which this is so, `YYYY-MM-DD`. */
  readonly today = input.required<string>();
  protected readonly mark = computed(() => marks[this.state()]);
  protected readonly says = computed(() => {
    const { dueOn, dueText } = this.action();
    const due = dueOn ? `due ${ukDate(dueOn)}` : dueText ? `due “${dueText}”` : 'no due date';
    switch (this.state()) {
      case 'done':
        return 'Done';
      case 'late':
        return `Late by ${lateBy(dueOn ?? this.today(), this.today())}`;
      case 'after':
        return this.brief() ? `Too late: ${due}` : `Too late: ${due}, after what it opens`;
      default:
        return `To come, ${due}`;
    }
  });
}

function lateBy(due: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(due)) / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}
