import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type BoardItem, type BoardMeeting, boardRoutes, NewBoardMeeting } from '@followthrough/contracts';
import { Button, DateField, Toasts, ukDate, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';

/** One board that a plan reports to, and when it meets: what is to come, and on request what was. */
@Component({
  selector: 'ft-board',
  imports: [FormField, Button, DateField, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-board' },
  template: `
    <div class="ft-board__head">
      <h3>{{ board().name }}</h3>
      @if (mayKeep()) { <button type="button" ftButton="quiet" (click)="left.emit()">Take out<span class="nhsuk-u-visually-hidden"> {{ board().name }}</span></button> }
    </div>
    @if (board().nextOn) { <p>Meets next on <b>{{ board().nextOn | ukDate }}</b></p> } @else { <p class="ft-late">No meeting date to come</p> }
    @if (shared()) { <p class="ft-muted">Also hears {{ shared() }}.</p> }
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
    @if (past().length > 0) {
      <details><summary>Met {{ past().length === 1 ? 'once' : past().length + ' times' }} before</summary><p class="ft-muted">{{ before() }}</p></details>
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
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly adding = linkedSignal(() => this.opened());
  protected readonly form = new ContractForm(NewBoardMeeting);
  /** From the next one on; without one, all have been. */
  protected readonly later = computed(() => this.board().meetings.filter((one) => this.board().nextOn !== null && one.heldOn >= (this.board().nextOn ?? '')));
  protected readonly past = computed(() => this.board().meetings.filter((one) => !this.later().includes(one)));
  protected readonly before = computed(() => this.past().map((one) => ukDate(one.heldOn)).reverse().join(', '));
  protected readonly shared = computed(() => (this.board().plans.length > 1 ? `${this.board().plans.length - 1} other ${this.board().plans.length === 2 ? 'plan' : 'plans'}` : ''));
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
