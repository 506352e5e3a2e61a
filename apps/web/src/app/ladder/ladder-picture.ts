import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LadderAction } from '@followthrough/contracts';
import type { Ladder } from '@followthrough/domain';
import { Moment } from '../past/public';
import { words } from '../words';
import { pictureOf } from './picture';
import { RungMark } from './rung-mark';

/**
 * One ladder drawn: what it leads up to at the top, quick wins on the ground, late rungs broken. The list beside it says
 * all of it in words, so the picture is for the eyes alone.
 */
@Component({
  selector: 'ft-ladder-picture',
  imports: [RouterLink, RungMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-ladder', 'aria-hidden': 'true' },
  template: `
    <div class="ft-ladder__whole" [style.width.px]="picture().width" [style.height.px]="picture().height">
      <svg [attr.viewBox]="'0 0 ' + picture().width + ' ' + picture().height" [attr.width]="picture().width" [attr.height]="picture().height" focusable="false">
        @for (x of picture().rails; track x) { <path class="ft-ladder__rail" [attr.d]="'M' + x + ' 46V' + (picture().height - 4)" /> }
        @for (bar of picture().bars; track bar.y) { <path class="ft-ladder__bar" [class.ft-ladder__bar--late]="bar.late" [attr.d]="'M' + picture().rails[0] + ' ' + bar.y + 'H' + picture().rails[1]" /> }
        @for (way of picture().ways; track way.path) {
          <path class="ft-ladder__way" [class]="'ft-ladder__way--' + way.state" [class.ft-ladder__way--blocks]="way.blocks" [attr.d]="way.path" />
          <path class="ft-ladder__tip" [class]="'ft-ladder__tip--' + way.state" [attr.d]="tip(way.path)" />
        }
      </svg>
      @for (card of picture().cards; track card.action.id) {
        <a tabindex="-1" class="ft-ladder__card" [class]="'ft-ladder__card--' + (card.rung?.state ?? 'top')" [style.left.px]="card.left" [style.top.px]="card.up" [routerLink]="moment.pageOf(card.action)" [queryParams]="moment.query()">
          <span class="ft-ladder__what">{{ card.action.ref }} · {{ said.horizon[card.action.horizon] }}</span>
          <span class="ft-ladder__title">{{ card.action.title }}</span>
          @if (card.rung; as rung) { <ft-rung-mark [brief]="true" [state]="rung.state" [action]="card.action" [today]="today()" /> }
        </a>
      }
    </div>
  `,
})
export class LadderPicture {
  readonly ladder = input.required<Ladder<LadderAction>>();
  readonly today = input.required<string>();
  protected readonly moment = inject(Moment);
  protected readonly said = words;
  protected readonly picture = computed(() => pictureOf(this.ladder()));

  /** An arrow's head where a way ends, pointing up. */
  protected tip(path: string): string {
    const [x = 0, y = 0] = path.split(/[ C]/).slice(-2).map(Number);
    return `M${x - 5} ${y + 1}h10l-5 -8z`;
  }
}
