import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AsAt } from '@followthrough/contracts';
import { Notice, UkDate } from '@followthrough/ui';
import { Here } from '../session/here';
import { isBeforeTheRecord } from './before-the-record';

/** Says which moment is on screen, what it cannot know, and leads back to now. */
@Component({
  selector: 'ft-as-at-banner',
  imports: [RouterLink, Notice, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-notice kind="warned">
      <p>
        @if (asAt().cycleId) { <b>As at the {{ asAt().cycleName }} report</b> of {{ asAt().planTitle }}, frozen on {{ asAt().on | ukDate }}. } @else { <b>As at {{ asAt().on | ukDate }}</b>, as that day ended. }
        Nothing can be changed here. <a class="ft-no-print" [routerLink]="[]" [queryParams]="{ at: null }" queryParamsHandling="merge">Back to now</a>
        @if (asAt().cycleId; as report) { <span class="ft-no-print"> · <a [routerLink]="['/', here.slug(), 'plans', asAt().planId, 'cycles', report]">Read the report</a></span> }
      </p>
      @if (isBefore()) { <p>The record begins on {{ asAt().recordedFrom | ukDate }}: nothing is known here of the time before.</p> }
      @else if (register()) { <p>@if (asAt().cycleId) { {{ register() }} not frozen with a report: what is here is rebuilt from the history, as it stood at the moment when the report was frozen. } @else { Rebuilt from the history. }</p> }
      @else if (!asAt().cycleId) { <p>Rebuilt from the history. What the facts would have said that day is kept by published reports alone and is not guessed; states are called as they are today.</p> }
      <ng-content />
    </ft-notice>
  `,
})
export class AsAtBanner {
  readonly asAt = input.required<AsAt>();
  /** What no report freezes, as the beginning of a sentence (“Measures are”): it is rebuilt as at a report too. */
  readonly register = input('');
  protected readonly here = inject(Here);
  protected readonly isBefore = computed(() => {
    const asAt = this.asAt();
    return (asAt.cycleId === null || this.register() !== '') && isBeforeTheRecord(asAt);
  });
}
