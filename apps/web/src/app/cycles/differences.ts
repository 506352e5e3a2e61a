import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Confidence, CycleDifference, DifferenceKind, Horizon, ShownWord, Status } from '@followthrough/contracts';
import { SaidStatus } from '../said-status';
import { saidValue } from '../versions/public';
import { words } from '../words';

const HEADS: readonly (readonly [DifferenceKind, string])[] = [
  ['status', 'Status moved'], ['assessed', 'Assessed status moved'], ['delivery', 'Confidence in delivery moved'], ['outcome', 'Confidence in the outcome moved'], ['due', 'Dates moved'], ['milestone', 'Another milestone is next'],
  ['owner', 'Owner changed'], ['scope', 'Scope changed'], ['added', 'New in the plan'], ['removed', 'Taken out of the plan'],
];

const NONE: Readonly<Partial<Record<DifferenceKind, string>>> = { owner: 'Nobody', due: 'No date', delivery: 'Not said', outcome: 'Not said' };

/** What differs between two reports, by kind: status, ratings, dates with their reasons, owners, scope, and what came and went. */
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
            @if (group.kind === 'status' || group.kind === 'assessed') {
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
    if (value === null) return NONE[kind] ?? 'None';
    if (kind === 'due') return saidValue('due', value);
    if (kind === 'delivery' || kind === 'outcome') return value in words.confidence ? words.confidence[value as Confidence] : value;
    return kind === 'scope' && value in words.horizon ? words.horizon[value as Horizon] : value;
  }
}
