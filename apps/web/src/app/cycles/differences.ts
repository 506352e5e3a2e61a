import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CycleDifference, DifferenceKind, Horizon, ShownWord, Status } from '@followthrough/contracts';
import { SaidStatus } from '../said-status';
import { saidValue } from '../versions/public';
import { words } from '../words';

const HEADS: readonly (readonly [DifferenceKind, string])[] = [['status', 'Status moved'], ['due', 'Dates moved'], ['owner', 'Owner changed'], ['scope', 'Scope changed'], ['added', 'New in the plan'], ['removed', 'Taken out of the plan']];

/** What differs between two reports, by kind: status, dates with their reasons, owners, scope, and what came and went. */
@Component({
  selector: 'ft-differences',
  imports: [SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (group of groups(); track group.kind) {
      <h3>{{ group.head }} <span class="ft-muted">({{ group.items.length }})</span></h3>
      <ul class="ft-differences">
        @for (one of group.items; track $index) {
          <li>
            <b>{{ one.ref }} {{ one.title }}</b>
            @if (group.kind === 'status') {
              <div class="ft-row">@if (status(one.before); as before) { <ft-said-status [status]="before" [words]="words()" /><span aria-hidden="true">→</span><span class="nhsuk-u-visually-hidden">is now</span> }@if (status(one.after); as after) { <ft-said-status [status]="after" [words]="words()" /> }</div>
            } @else if (group.kind !== 'added' && group.kind !== 'removed') {
              <div>{{ said(one, one.before) }} → <b>{{ said(one, one.after) }}</b></div>
            }
            @if (one.why) { <div class="ft-said">{{ one.why }}</div> }
          </li>
        }
      </ul>
    }
  `,
})
export class Differences {
  readonly differences = input.required<readonly CycleDifference[]>();
  readonly words = input.required<readonly ShownWord[]>();
  protected readonly groups = computed(() => HEADS.map(([kind, head]) => ({ kind, head, items: this.differences().filter((one) => one.kind === kind) })).filter((one) => one.items.length > 0));
  protected readonly status = (said: string | null): Status | undefined => this.words().find((one) => one.status === said)?.status;

  protected said({ kind }: CycleDifference, value: string | null): string {
    if (value === null) return kind === 'owner' ? 'Nobody' : kind === 'due' ? 'No date' : 'None';
    if (kind === 'due') return saidValue('due', value);
    return kind === 'scope' && value in words.horizon ? words.horizon[value as Horizon] : value;
  }
}
