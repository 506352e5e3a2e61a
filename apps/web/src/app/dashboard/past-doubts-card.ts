import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShownWord, StatusDoubt } from '@followthrough/contracts';
import { Card } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Lists } from './lists';

/** What the facts said beside the reports, as a published report kept it. Of a day it is not known, and not guessed. */
@Component({
  selector: 'ft-past-doubts-card',
  imports: [RouterLink, Card, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Could it be believed?" sub="Reported beside what the facts said then.">
      @if (doubts() === null) { <p class="ft-muted">Not known of this moment: only published reports keep what the facts said.</p> } @else if (doubtful().length === 0) { <p class="ft-muted">No fact spoke for a worse status than the one that was reported.</p> } @else {
        <ul class="ft-plain">
          @for (one of doubtful(); track one.status) { <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ status: [one.status], doubtful: true })">{{ one.doubtful }}<span class="nhsuk-u-visually-hidden"> actions</span></a> of {{ one.actions }} <ft-said-status [status]="one.status" [words]="words()" />: the facts said worse</li> }
        </ul>
      }
    </ft-card>
  `,
})
export class PastDoubtsCard {
  readonly doubts = input.required<readonly StatusDoubt[] | null>();
  readonly words = input.required<readonly ShownWord[]>();
  protected readonly lists = inject(Lists);
  protected readonly doubtful = computed(() => (this.doubts() ?? []).filter((one) => one.doubtful > 0));
}
