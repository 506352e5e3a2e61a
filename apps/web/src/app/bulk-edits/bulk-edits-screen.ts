import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BulkEdit, bulkEditRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Here } from '../session/here';

/** What was changed many at a time, and the way back. */
@Component({
  selector: 'ft-bulk-edits',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head"><div><p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'plan']">Plan</a></p><h1>Bulk edits</h1><p>What was changed many at a time. Each can be taken back as a whole, while nobody went on from it.</p></div></div>
    @if (edits.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="edits.reload()" />
    } @else if (edits.value(); as all) {
      <ft-card>
        <ul class="ft-work">
          @for (edit of all.items; track edit.id) {
            <li>
              <div class="ft-work__what">
                <b>{{ edit.says }}</b>
                <div>{{ edit.actions === 1 ? '1 action' : edit.actions + ' actions' }}: {{ edit.refs.join(', ') }}@if (edit.actions > edit.refs.length) { and {{ edit.actions - edit.refs.length }} more }@if (edit.along > 0) {, and {{ edit.along }} that waited for {{ edit.actions === 1 ? 'it' : 'them' }} }</div>
                @if (edit.reason) { <div>Why: {{ edit.reason }}</div> }
                <div class="ft-muted">{{ edit.editedByName }}, {{ edit.editedAt | ukTime }}@if (edit.undoneAt) { · undone by {{ edit.undoneByName }}, {{ edit.undoneAt | ukTime }} }</div>
              </div>
              @if (!edit.undoneAt) { <button type="button" ftButton [small]="true" (click)="undo(edit)">Undo<span class="nhsuk-u-visually-hidden"> {{ edit.says }}</span></button> }
            </li>
          } @empty {
            <ft-empty heading="No bulk edit yet">On the plan, press “Change several”, tick the actions, and say what becomes of them.<a deeds ftButton [routerLink]="['/', here.slug(), 'plan']">Go to the plan</a></ft-empty>
          }
        </ul>
      </ft-card>
    } @else {
      <ft-card><ft-skeleton [lines]="6" /></ft-card>
    }
  `,
})
export class BulkEditsScreen {
  protected readonly here = inject(Here);
  protected readonly edits = screen(bulkEditRoutes.list);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();

  protected undo({ id, actions: chosen, along }: BulkEdit): Promise<void> {
    const actions = chosen + along;
    return this.does(async () => {
      try {
        await this.api.ask(bulkEditRoutes.undo, { params: { id } });
        this.toasts.say(`${actions === 1 ? '1 action is' : `${actions} actions are`} as before.`);
      } catch (thrown) {
        // The whole sentence says what was built on it.
        this.toasts.say(refusedBy(thrown).message);
      }
      this.edits.reload();
    });
  }
}
