import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** Under a choice of boards: where the one that is missing is added, for those who may. */
@Component({
  selector: 'ft-add-board-hint',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (me.may('plan.keep')) { <p class="ft-muted">Is the board not in the list? <a [routerLink]="['/', here.slug(), 'boards']" [queryParams]="{ open: 'new' }">Add it first</a>.</p> }`,
})
export class AddBoardHint {
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
}
