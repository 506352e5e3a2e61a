import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button, Notice, UkTime } from '@followthrough/ui';
import { ConflictDialog } from './conflict-dialog';
import type { ContractForm } from './forms';

/**
 * What is round the fields of every form: the refusal that belongs to no field, a draft from before, the buttons, and the
 * clash with somebody else's edit. Enter sends, Escape leaves it as it was.
 */
@Component({
  selector: 'ft-form',
  imports: [Button, Notice, UkTime, ConflictDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'leave.emit()' },
  template: `
    <form [class.ft-narrow]="narrow()" novalidate (submit)="$event.preventDefault(); send.emit()">
      @if (form().refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      @if (form().kept(); as kept) {
        <ft-notice>
          <p>You began this on {{ kept.at | ukTime }} and did not send it. What you typed is kept on this device.</p>
          <span class="ft-row"><button type="button" ftButton [small]="true" (click)="form().takeBack()">Put it back</button> <button type="button" ftButton="quiet" [small]="true" (click)="form().throwAway()">Throw it away</button></span>
        </ft-notice>
      }
      <ng-content />
      <div class="ft-row">
        <button type="submit" ftButton="primary" [small]="small()" [disabled]="form().sending()">{{ says() }}</button>
        <ng-content select="[deeds]" />
        @if (mayLeave()) { <button type="button" ftButton [small]="small()" (click)="leave.emit()">{{ leaves() }}</button> }
      </div>
    </form>
    <ft-conflict-dialog [form]="form()" [show]="show()" />
  `,
})
export class FormFrame {
  readonly form = input.required<Pick<ContractForm<object>, 'refused' | 'sending' | 'kept' | 'takeBack' | 'throwAway' | 'conflict' | 'settle' | 'dismiss' | 'shapes'>>();
  /** What the button that sends it says. */
  readonly says = input('Save');
  /** A value as people read it in a clash, where it is an id or a word of a closed list. */
  readonly show = input<(field: string, value: unknown) => string | undefined>(() => undefined);
  /** What the button that leaves it says. */
  readonly leaves = input('Cancel');
  readonly narrow = input(true);
  readonly small = input(false);
  readonly mayLeave = input(true);
  readonly send = output();
  readonly leave = output();
}
