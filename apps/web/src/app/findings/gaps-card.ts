import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Gaps } from '@followthrough/contracts';
import { Mark } from '@followthrough/ui';
import { Moment } from '../past/public';
import { Here } from '../session/here';

/** Where the thread from finding to action is broken. Each number is that of the list that it opens; a moment that has been may have no such list. */
@Component({
  selector: 'ft-gaps-card',
  imports: [RouterLink, Mark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-gaps-card' },
  template: `
    <ul class="ft-gaps" aria-label="What is missing between findings and actions">
      @for (one of all(); track one.says) {
        <li>
          <a class="ft-gap" [class.ft-gap--none]="one.count === 0" [routerLink]="one.path" [queryParams]="one.query">
            <span class="ft-gap__count">{{ one.count }}</span>
            @if (one.count === 0) { <ft-mark shape="tick" /> }
            <span class="ft-gap__says">{{ one.says }}</span>
          </a>
        </li>
      }
    </ul>
  `,
})
export class GapsCard {
  readonly gaps = input.required<Gaps>();
  private readonly moment = inject(Moment);
  private readonly here = inject(Here);
  protected readonly all = computed(() => {
    const { findingsWithoutAction, symptomOnlyActions, causesWithoutAction, quickWinsOnly } = this.gaps();
    const at = (...path: string[]): readonly string[] => ['/', this.here.slug(), ...path];
    const said = (count: number, one: string, many: string): string => (count === 1 ? one : many);
    return [
      { count: findingsWithoutAction, says: said(findingsWithoutAction, 'finding with no action', 'findings with no action'), path: at('findings'), query: { unanswered: true } },
      { count: symptomOnlyActions, says: said(symptomOnlyActions, 'action treats only a symptom', 'actions treat only a symptom'), path: this.moment.isPast() ? null : at('plan'), query: { symptomOnly: true } },
      { count: causesWithoutAction, says: said(causesWithoutAction, 'cause with no action', 'causes with no action'), path: at('causes'), query: { unanswered: true } },
      { count: quickWinsOnly, says: said(quickWinsOnly, 'deep-rooted finding with only quick wins', 'deep-rooted findings with only quick wins'), path: at('findings'), query: { quickWinsOnly: true } },
    ].map((one) => ({ ...one, query: { ...one.query, ...this.moment.query() } }));
  });
}
