import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { proofColumns, type SheetColumn, sheetColumns } from '@followthrough/domain';
import type { SheetRow } from '@followthrough/contracts';
import { Button, UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { SheetBox } from './sheet-box';
import { columnWords } from './sheet-columns';
import { SheetStore, type WrongCell } from './sheet-store';

/** The same updates where there is no room for a grid: an action each, opened to a form. */
@Component({
  selector: 'ft-sheet-forms',
  imports: [RouterLink, Button, UkDate, SaidStatus, SheetBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-sheet-forms">
      @for (row of store.rows(); track row.id) {
        <li [class.ft-sheet-forms__one--wrong]="wrongIn(row) > 0">
          <h2>
            <button type="button" [attr.aria-expanded]="store.opened() === row.id" [id]="'form-' + row.id" (click)="store.opened.set(store.opened() === row.id ? '' : row.id)">
              <span>{{ row.ref }} {{ row.title }}</span>
              <span class="ft-row ft-sheet-forms__says">@if (row.last; as last) { <ft-said-status [status]="last.status" [words]="words()" /> <span class="ft-muted">{{ last.asOf | ukDate }}</span> } @else { <span class="ft-muted">No update yet</span> } @if (wrongIn(row); as count) { <span class="ft-sheet-forms__wrong">{{ count }} to mend</span> } @else if (store.text()[row.id]) { <span class="ft-sheet-forms__typed">Typed, not saved</span> }</span>
            </button>
          </h2>
          @if (store.opened() === row.id) {
            <div class="ft-sheet-forms__form">
              <p class="ft-muted">{{ row.ownerName ?? 'No owner' }}@if (row.onBehalfOfId) {, who has no account: you report for them} @if (row.dueOn) { · <span [class.ft-late]="row.overdue">due {{ row.dueOn | ukDate }}</span> } · <a [routerLink]="['/', here.slug(), 'actions', row.id]">All about it</a></p>
              @if (row.last?.narrative; as said) { <p class="ft-said"><b>Last time:</b> {{ said }}</p> }
              @for (column of columnsOf(row); track column) {
                <div class="ft-field" [class.ft-field--refused]="!!store.wrongIn(row, column)">
                  <label class="nhsuk-label" [attr.for]="idOf(row, column)">{{ words_[column].label }}</label>
                  @if (words_[column].hint; as hint) { <div class="nhsuk-hint" [id]="idOf(row, column) + '-hint'">{{ hint }}</div> }
                  @if (store.wrongIn(row, column); as wrong) { <span class="nhsuk-error-message" [id]="idOf(row, column) + '-wrong'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ wrong }}</span> }
                  <ft-sheet-box class="ft-sheet-forms__box" [column]="column" [for]="idOf(row, column)" [value]="shown(row, column)" [isWrong]="!!store.wrongIn(row, column)" [describedBy]="describedBy(row, column)" (change)="settle(row, column)" (valueChange)="typing.set({ id: idOf(row, column), text: $event })" />
                </div>
              }
              @if (store.right().length > 0) { <p><button type="button" ftButton="primary" [attr.aria-disabled]="store.saving()" (click)="store.save()">{{ store.saves() }}</button></p> }
            </div>
          }
        </li>
      }
    </ul>
  `,
})
export class SheetForms {
  protected readonly store = inject(SheetStore);
  protected readonly here = inject(Here);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words_ = columnWords;
  protected readonly words = computed(() => this.store.sheet.value()?.words ?? []);
  /** What is in the box that somebody types in just now. */
  protected readonly typing = signal({ id: '', text: '' });

  /** Opens the form of a cell and goes to it. */
  goTo({ row, column }: WrongCell): void {
    this.store.opened.set(row.id);
    setTimeout(() => this.element.querySelector<HTMLElement>(`[id="${this.idOf(row, column)}"]`)?.focus());
  }

  /** A decision is asked for where it is off track, and evidence where it is complete; what was typed there is never hidden. */
  protected columnsOf(row: SheetRow): readonly SheetColumn[] {
    const status = this.store.known().words.find((one) => one.word === this.store.textOf(row, 'status'))?.status;
    const isAsked = (column: SheetColumn): boolean => {
      if (proofColumns.some((one) => one === column)) return status === 'complete';
      if (column === 'pathToGreen') return status === 'at_risk' || status === 'off_track';
      return column !== 'what' && column !== 'fromWhom' && column !== 'neededBy' ? true : status === 'off_track';
    };
    return sheetColumns.filter((column) => isAsked(column) || this.store.textOf(row, column) !== '' || this.store.wrongIn(row, column) !== '');
  }

  protected idOf(row: SheetRow, column: SheetColumn): string {
    return `form-${row.id}-${column}`;
  }

  /** What an empty box stands for is in it already. */
  protected shown(row: SheetRow, column: SheetColumn): string {
    return this.store.textOf(row, column) || (this.store.impliedIn(row)[column] ?? '');
  }

  protected describedBy(row: SheetRow, column: SheetColumn): string | null {
    const id = this.idOf(row, column);
    return [columnWords[column].hint ? `${id}-hint` : '', this.store.wrongIn(row, column) ? `${id}-wrong` : ''].filter(Boolean).join(' ') || null;
  }

  protected settle(row: SheetRow, column: SheetColumn): void {
    const { id, text } = this.typing();
    if (id === this.idOf(row, column)) this.store.type([{ row: row.id, column, text }]);
  }

  protected wrongIn(row: SheetRow): number {
    return this.store.wrong().filter((one) => one.row.id === row.id).length;
  }
}
