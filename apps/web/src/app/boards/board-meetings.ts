import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type BoardItem, type BoardMeeting, boardRoutes, NewBoardMeeting } from '@followthrough/contracts';
import { Button, DateField, Toasts, ukDate, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';
import { toCome } from './meetings';

/** When a board meets next and after that; those who keep the plan add and take out dates. */
@Component({
  selector: 'ft-board-meetings',
  imports: [FormField, Button, DateField, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (board().nextOn) { <p>Meets next on <b>{{ board().nextOn | ukDate }}</b></p> } @else if (!board().retiredOn) { <p class="ft-late">No meeting date to come</p> }
    <ng-content />
    @if (later().length > 0 || mayKeep()) {
      <ul class="ft-chips" [attr.aria-label]="'Meetings of ' + board().name">
        @for (one of later(); track one.id) {
          <li>{{ one.heldOn | ukDate }}@if (mayKeep()) { <button type="button" [attr.aria-label]="'Take out ' + says(one)" (click)="drop(one)">×</button> } @else { <span class="ft-chips__end"></span> }</li>
        }
        @if (mayKeep() && !adding()) { <li class="ft-chips__deed"><button type="button" ftButton="quiet" (click)="adding.set(true)">Add a date<span class="nhsuk-u-visually-hidden"> on which {{ board().name }} meets</span></button></li> }
      </ul>
    }
    @if (adding()) {
      <ft-form [form]="form" says="Add the date" [small]="true" (send)="add()" (leave)="adding.set(false)"><ft-date-field [formField]="form.tree.heldOn" /></ft-form>
    }
  `,
})
export class BoardMeetings {
  readonly board = input.required<BoardItem>();
  /** The form for a date is open at once. */
  readonly opened = input(false);
  /** The board has other meetings now. */
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly adding = linkedSignal(() => this.opened());
  protected readonly form = new ContractForm(NewBoardMeeting);
  protected readonly later = computed(() => toCome(this.board()));
  protected readonly says = (one: BoardMeeting): string => ukDate(one.heldOn);

  protected async add(): Promise<void> {
    const done = await this.form.submit((body) => this.api.ask(boardRoutes.addMeeting, { params: { id: this.board().id }, body }));
    if (!done) return;
    this.form.reset();
    this.adding.set(false);
    this.toasts.say('Date added.');
    this.changed.emit();
  }

  protected async drop({ id: meeting, heldOn }: BoardMeeting): Promise<void> {
    const { id } = this.board();
    await this.api.ask(boardRoutes.dropMeeting, { params: { id, meeting } });
    this.changed.emit();
    this.toasts.say(`${ukDate(heldOn)} taken out.`, () => void this.api.ask(boardRoutes.addMeeting, { params: { id }, body: { heldOn } }).then(() => this.changed.emit()));
  }
}
