import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Amendment } from '@followthrough/contracts';
import { Mark, UkDate } from '@followthrough/ui';

/** What a board has said of an amendment, in words and by shape. */
@Component({
  selector: 'ft-amendment-state',
  imports: [Mark, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (amendment().decision) {
      @case ('approved') { <span class="ft-decided ft-decided--approved"><ft-mark shape="tick" />Approved</span> }
      @case ('declined') { <span class="ft-decided ft-decided--declined"><ft-mark shape="square" />Declined</span> }
      @default { <span class="ft-decided"><ft-mark shape="circle" />Waits for a board</span> }
    }
    @if (amendment().decidedBy) { <div class="ft-muted">{{ amendment().decidedBy }}, {{ amendment().decidedOn | ukDate }}</div> }
  `,
})
export class AmendmentState {
  readonly amendment = input.required<Pick<Amendment, 'decision' | 'decidedBy' | 'decidedOn'>>();
}
