import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardAmendments, BoardDay } from '@followthrough/contracts';
import { Here } from '../session/here';

/** What a board decided on one day. */
@Component({
  selector: 'ft-board-day',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (one of day().approvals; track one.id) { <li>Approved <a [routerLink]="['/', here.slug(), 'plans', one.planId, 'versions', one.id]">version {{ one.number }} of {{ one.planTitle }}</a></li> }
      @for (one of day().amendments; track one.planId) { <li>{{ says(one) }} of <a [routerLink]="['/', here.slug(), 'plans', one.planId, 'amendments']">{{ one.planTitle }}</a></li> }
      @for (one of day().decisions; track one.id) {
        <li>
          {{ one.state === 'taken' ? 'Decided' : 'Put off' }}: <b class="ft-said">{{ one.what }}</b>@if (one.note) { – <span class="ft-said">{{ one.note }}</span> }
          <div><a [routerLink]="['/', here.slug(), 'actions', one.actionId]">{{ one.ref }} {{ one.title }}</a></div>
        </li>
      }
    </ul>
  `,
})
export class BoardDayList {
  readonly day = input.required<BoardDay>();
  protected readonly here = inject(Here);

  protected says({ approved, declined }: BoardAmendments): string {
    const count = (many: number): string => (many === 1 ? 'one amendment' : `${many} amendments`);
    const said = [approved > 0 ? `approved ${count(approved)}` : '', declined > 0 ? `declined ${approved > 0 ? (declined === 1 ? 'one' : String(declined)) : count(declined)}` : ''].filter(Boolean).join(' and ');
    return said.charAt(0).toUpperCase() + said.slice(1);
  }
}
