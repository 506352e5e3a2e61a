import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Lack, ShownWord, StatusUpdate } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words as said } from '../words';

export const lackWords: Readonly<Record<Lack, string>> = { narrative: 'what happened', pathToGreen: 'the path back to green', decision: 'the decision needed', evidence: 'the evidence' };

/** Status updates, latest first, each as it was said. A correction stands above what it corrects, which stays. */
@Component({
  selector: 'ft-update-history',
  imports: [RouterLink, UkDate, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="ft-history">
      @for (one of updates(); track one.id) {
        <li>
          <div class="ft-row"><ft-said-status [status]="one.status" [words]="words()" /><b>{{ one.asOf | ukDate }}</b>@if (one.correctsId) { <span class="ft-muted">a correction</span> }@if (corrected().has(one.id)) { <span class="ft-muted">corrected since</span> }@if (one.restricted) { <span class="ft-restricted">Restricted</span> }</div>
          @if (one.withheld) { <p class="ft-muted">The text is restricted.</p> }
          @if (one.narrative) { <p class="ft-said">{{ one.narrative }}</p> }
          @if (one.pathToGreen) { <p class="ft-said"><b>Path back to green:</b> {{ one.pathToGreen }}</p> }
          @if (one.evidence) { <p class="ft-said"><b>Evidence:</b> {{ one.evidence }}</p> }
          @if (one.deliveryConfidence) { <p>Confidence that it is delivered: {{ levels[one.deliveryConfidence] }}</p> }
          @if (one.outcomeConfidence) { <p>Confidence that it brings its outcome: {{ levels[one.outcomeConfidence] }}</p> }
          @if (one.forecastOn) { <p>Forecast {{ one.forecastOn | ukDate }}</p> }
          @if (one.daysSpent !== null) { <p>{{ one.daysSpent }} {{ one.daysSpent === 1 ? 'day' : 'days' }} spent</p> }
          @if (one.daysLeft !== null) { <p>{{ one.daysLeft }} {{ one.daysLeft === 1 ? 'day' : 'days' }} left to do, estimated again</p> }
          @if (one.lacks.length > 0) { <p class="ft-late">Still to be said: {{ lacking(one) }}.</p> }
          <p class="ft-muted">@if (one.id === correctable()) { <a [routerLink]="['/', here.slug(), 'actions', one.actionId, 'update']" [queryParams]="{ corrects: one.id }">Correct it</a> · }@if (one.imported) { From the imported plan } @else { Reported by {{ one.reportedByName }}@if (one.onBehalfOfName) { on behalf of {{ one.onBehalfOfName }} } }</p>
        </li>
      }
    </ol>
  `,
})
export class UpdateHistory {
  readonly updates = input.required<readonly StatusUpdate[]>();
  readonly words = input.required<readonly ShownWord[]>();
  /** Nothing is corrected here: they are shown as they were at a past moment. */
  readonly settled = input(false);
  protected readonly levels = said.confidence;
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  /** The latest one, for those who report: what is older has been overtaken. */
  protected readonly correctable = computed(() => (!this.settled() && this.me.may('update.report') ? this.updates()[0]?.id : undefined));
  protected readonly corrected = computed(() => new Set(this.updates().map((one) => one.correctsId)));

  protected lacking(one: StatusUpdate): string {
    return one.lacks.map((lack) => lackWords[lack]).join(', ');
  }
}
