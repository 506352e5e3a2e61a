import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Evidence } from '@followthrough/contracts';
import { Button, UkTime } from '@followthrough/ui';
import { FileLink } from '../files/public';
import { words } from '../words';

/** What was given to show that an action is done, latest first. What was corrected since stays, and says so. */
@Component({
  selector: 'ft-evidence-list',
  imports: [Button, FileLink, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-proofs">
      @for (one of items(); track one.id) {
        <li [class.ft-proofs__old]="one.corrected">
          <div class="ft-row"><b>{{ one.title }}</b><span class="ft-tag">{{ words.evidenceType[one.kind] }}</span><span class="ft-tag">{{ words.lineShort[one.line] }}</span>@if (one.restricted) { <span class="ft-restricted">Restricted</span> }@if (one.corrected) { <span class="ft-muted">corrected since</span> }@if (one.correctsId) { <span class="ft-muted">a correction</span> }</div>
          @if (one.withheld) { <p class="ft-muted">It is restricted.</p> }
          @if (one.words) { <p class="ft-said">{{ one.words }}</p> }
          @if (one.url) { <p><a [href]="one.url" target="_blank" rel="noopener noreferrer">{{ one.url }}<span class="nhsuk-u-visually-hidden"> (opens in a new tab)</span></a></p> }
          @if (one.file; as file) { <p><ft-file-link [file]="file" /></p> }
          <p class="ft-muted">Given by {{ one.givenByName ?? 'nobody known' }}, {{ one.givenAt | ukTime }}@if (mayCorrect() && !one.corrected && !one.withheld) { <button type="button" ftButton="quiet" (click)="correct.emit(one)">Correct it<span class="nhsuk-u-visually-hidden">: {{ one.title }}</span></button> }</p>
        </li>
      } @empty { <li class="ft-muted">No evidence has been given yet.</li> }
    </ul>
  `,
})
export class EvidenceList {
  readonly items = input.required<readonly Evidence[]>();
  readonly mayCorrect = input(false);
  readonly correct = output<Evidence>();
  protected readonly words = words;
}
