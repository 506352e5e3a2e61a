import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FindingKind, JointState, ShownWord, Status } from '@followthrough/contracts';
import { needsAction } from '@followthrough/domain';
import { SaidStatus } from '../said-status';

/** How the actions of a finding stand together, or that it has none and whether it needs one. */
@Component({
  selector: 'ft-joint-state',
  imports: [SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (status(); as status) { <ft-said-status [status]="status" [words]="words()" /> } @else if (isNeeded()) { <b class="ft-late">No action</b> } @else { <span class="ft-muted">None needed</span> }
  `,
})
export class JointStateTag {
  readonly joint = input.required<JointState>();
  readonly kind = input.required<FindingKind>();
  readonly words = input.required<readonly ShownWord[]>();
  protected readonly status = (): Status | null => {
    const joint = this.joint();
    return joint === 'no_action' ? null : joint;
  };
  protected readonly isNeeded = (): boolean => needsAction(this.kind());
}
