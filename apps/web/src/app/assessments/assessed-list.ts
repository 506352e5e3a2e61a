import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShownWord, Status } from '@followthrough/contracts';
import { type Assessed, type Flagged, flagSays } from '@followthrough/domain';
import { Button, Mark } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { placeOf } from './places';

/** What the facts say of one action: the best status that they bear, and each fact that speaks against the report, with its place. */
@Component({
  selector: 'ft-assessed-list',
  imports: [RouterLink, Button, Mark, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="ft-row">
      <ft-said-status [status]="assessed().assessed" [words]="words()" />
      <span>{{ assessed().differs ? 'The facts say worse than what is reported.' : assessed().flags.length > 0 ? 'The facts speak of the same.' : 'No fact speaks against what is reported.' }}</span>
    </p>
    @if (assessed().flags.length > 0) {
      <ul class="ft-flags">
        @for (one of flags(); track one.flag) {
          <li [class.ft-flags__alarm]="one.weight === 'alarm'">
            <ft-mark [shape]="one.weight === 'alarm' ? 'square' : 'triangle'" />
            <span><span class="nhsuk-u-visually-hidden">{{ one.weight === 'alarm' ? 'Weighs heavily: ' : '' }}</span>{{ one.says }}.
              @if (linked() && one.place; as place) { <a [routerLink]="place.to" [fragment]="place.fragment">{{ place.label }}</a> }
              @if (mayOverride()) { <button type="button" ftButton="quiet" [small]="true" (click)="override.emit(one)">Does not count<span class="nhsuk-u-visually-hidden">: {{ one.says }}</span></button> }
            </span>
          </li>
        }
      </ul>
    }
  `,
})
export class AssessedList {
  readonly assessed = input.required<Assessed>();
  readonly words = input.required<readonly ShownWord[]>();
  readonly actionId = input.required<string>();
  readonly mayOverride = input(false);
  /** Off in what was frozen: the places would show what is now. */
  readonly linked = input(true);
  readonly override = output<Flagged>();
  private readonly here = inject(Here);
  protected readonly flags = computed(() => this.assessed().flags.map((one) => ({ ...one, says: flagSays(one, this.assessed().reported, wordIn(this.words())), place: placeOf(one, this.here.slug(), this.actionId()) })));
}

/** What this locality calls a state. */
export const wordIn = (words: readonly ShownWord[]) => (status: Status): string => words.find((one) => one.status === status)?.word ?? status;
