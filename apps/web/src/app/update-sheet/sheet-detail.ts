import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import type { CellPlace } from './selecting';
import { columnLabel, isTyped } from './sheet-columns';
import { SheetStore } from './sheet-store';

/** The active cell and its action in full: a cell of the grid shows three lines. */
@Component({
  selector: 'ft-sheet-detail',
  imports: [UkDate, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-sheet-detail' },
  template: `
    @if (row(); as one) {
      <div>
        <p><b>{{ one.ref }} {{ one.title }}</b></p>
        <p class="ft-muted">{{ one.ownerName ?? 'No owner' }}@if (one.onBehalfOfId) {, who has no account: you report for them} @if (one.dueOn) { · <span [class.ft-late]="one.overdue">due {{ one.dueOn | ukDate }}</span> } @else if (one.dueText) { · due “{{ one.dueText }}” } @if (one.reportDueOn) { · update due by {{ one.reportDueOn | ukDate }} for the {{ one.reportName }} report }</p>
        @if (one.last; as last) {
          <p class="ft-row"><span>Last time, {{ last.asOf | ukDate }}:</span>&ngsp;<ft-said-status [status]="last.status" [words]="words()" /> @if (last.reportedByName) { <span class="ft-muted">{{ last.reportedByName }}</span> }</p>
          @if (last.narrative) { <p class="ft-said">{{ last.narrative }}</p> }
          @if (last.pathToGreen) { <p class="ft-said"><b>Path back to green:</b> {{ last.pathToGreen }}</p> }
          @if (last.forecastOn) { <p>Forecast {{ last.forecastOn | ukDate }}</p> }
        }
      </div>
      <div>
        @if (typed(); as cell) {
          <p><b>{{ cell.label }}</b></p>
          @if (cell.text) { <p class="ft-said">{{ cell.text }}</p> } @else { <p class="ft-muted">Nothing typed yet</p> }
          @if (cell.wrong) { <p class="ft-sheet-detail__wrong">{{ cell.wrong }}</p> }
        }
      </div>
    }
  `,
})
export class SheetDetail {
  private readonly store = inject(SheetStore);
  readonly place = input.required<CellPlace>();
  protected readonly words = computed(() => this.store.sheet.value()?.words ?? []);
  protected readonly row = computed(() => this.store.rows()[this.place().row]);
  protected readonly typed = computed(() => {
    const [row, column] = [this.row(), this.store.grid()[this.place().column]];
    return row && isTyped(column) ? { label: columnLabel(column), text: this.store.textOf(row, column), wrong: this.store.wrongIn(row, column) } : undefined;
  });
}
