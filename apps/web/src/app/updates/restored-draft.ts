import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DraftToGoOnWith } from '@followthrough/domain';
import { Button, Notice, UkTime } from '@followthrough/ui';

/** Says which draft is back, what else there is, and whether somebody has reported meanwhile. */
@Component({
  selector: 'ft-restored-draft',
  imports: [Button, Notice, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-notice>
      <p>@if (found().from === 'server') { Your draft of {{ found().draft.typedAt | ukTime }} is back. You typed it on another device. } @else { Your draft from before is back. }
        @if (isOlder()) { <b>Somebody has reported since you began it.</b> See whether it still holds, or start again. }</p>
      @if (found().other; as other) {
        <p>It is the newer of two. The other, of {{ other.typedAt | ukTime }}, you typed on {{ found().from === 'server' ? 'this' : 'another' }} device.</p>
        <button type="button" ftButton [small]="true" (click)="takeOther.emit()">Take the older one instead</button>
      }
    </ft-notice>
  `,
})
export class RestoredDraft {
  readonly found = input.required<DraftToGoOnWith>();
  /** When the last update was reported; null while there is none. */
  readonly reportedAt = input<string | null>(null);
  readonly takeOther = output();
  protected readonly isOlder = computed(() => Date.parse(this.reportedAt() ?? '') > Date.parse(this.found().draft.typedAt));
}
