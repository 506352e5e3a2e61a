import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardItem } from '@followthrough/contracts';
import { Button, ukDate } from '@followthrough/ui';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { BoardMeetings } from './board-meetings';
import { toCome } from './meetings';

/** One board that a plan reports to, and when it meets: what is to come, and on request what was. */
@Component({
  selector: 'ft-board',
  imports: [RouterLink, Button, BoardMeetings],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-board' },
  template: `
    <div class="ft-board__head">
      <h3><a [routerLink]="['/', here.slug(), 'boards', board().id]">{{ board().name }}</a></h3>
      @if (mayKeep()) { <button type="button" ftButton="quiet" (click)="left.emit()">Take out<span class="nhsuk-u-visually-hidden"> {{ board().name }}</span></button> }
    </div>
    <ft-board-meetings [board]="board()" [opened]="opened()" (changed)="changed.emit()">
      @if (shared()) { <p class="ft-muted">Also hears {{ shared() }}.</p> }
    </ft-board-meetings>
    @if (past().length > 0) {
      <details><summary>Met {{ past().length === 1 ? 'once' : past().length + ' times' }} before</summary><p class="ft-muted">{{ before() }}. <a [routerLink]="['/', here.slug(), 'boards', board().id]">What was decided there</a></p></details>
    }
  `,
})
export class BoardCard {
  readonly board = input.required<BoardItem>();
  /** The form for a date is open at once. */
  readonly opened = input(false);
  /** The board has other meetings now. */
  readonly changed = output();
  /** Somebody wants the plan to report to it no longer. */
  readonly left = output();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  private readonly later = computed(() => toCome(this.board()));
  protected readonly past = computed(() => this.board().meetings.filter((one) => !this.later().includes(one)));
  protected readonly before = computed(() => this.past().map((one) => ukDate(one.heldOn)).reverse().join(', '));
  protected readonly shared = computed(() => (this.board().plans.length > 1 ? `${this.board().plans.length - 1} other ${this.board().plans.length === 2 ? 'plan' : 'plans'}` : ''));
}
