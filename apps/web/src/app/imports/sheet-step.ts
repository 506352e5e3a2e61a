import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ImportScreen } from '@followthrough/contracts';
import { columnLetter } from '@followthrough/domain';
import { Button, Card, Notice } from '@followthrough/ui';
import { ImportStore } from './import-store';

/** Which sheet, and which row names the columns: with the sheet itself to point at. */
@Component({
  selector: 'ft-sheet-step',
  imports: [Button, Card, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card class="ft-below">
      <fieldset class="nhsuk-fieldset ft-field">
        <legend class="nhsuk-fieldset__legend"><h2>Which sheet holds the actions?</h2></legend>
        <div class="ft-choices">
          @for (sheet of one().sheets; track sheet.name) {
            <label class="ft-choice">
              <input type="radio" name="sheet" [checked]="sheet.name === one().choices.sheet" (change)="store.choose(sheetIs(sheet.name))" />
              <span class="ft-choice__body"><b>{{ sheet.name }}</b><br /><span class="ft-muted">{{ sheet.rows }} rows, {{ sheet.columns }} columns</span></span>
            </label>
          }
        </div>
      </fieldset>
    </ft-card>
    <ft-card heading="Which row names the columns?">
      @if (one().choices.headerRow; as header) {
        <p>We take <b>{{ one().choices.headerRows === 2 ? 'rows ' + header + ' and ' + (header + 1) + ', joined' : 'row ' + header }}</b>. Choose another row if that is wrong.</p>
        <div class="ft-checks ft-field"><label><input #two type="checkbox" [checked]="one().choices.headerRows === 2" (change)="store.choose(headerIs(header, two.checked ? 2 : 1))" />The names are in two rows</label></div>
      } @else {
        <ft-notice kind="warned"><p>We found no row that looks like names of columns. Choose it below.</p></ft-notice>
      }
      <div class="ft-table__scroll ft-sheet" tabindex="0" role="region" aria-label="Top of the sheet">
        <table class="ft-table">
          <caption class="nhsuk-u-visually-hidden">Top of the sheet {{ one().choices.sheet }}</caption>
          <thead><tr><th scope="col">Row</th>@for (letter of letters(); track letter) { <th scope="col">{{ letter }}</th> }</tr></thead>
          <tbody>
            @for (row of one().grid; track row.row) {
              <tr [class.ft-sheet__header]="isHeader(row.row)">
                <th scope="row">
                  <button type="button" [ftButton]="isHeader(row.row) ? 'primary' : 'quiet'" [small]="true" [attr.aria-pressed]="isHeader(row.row)" (click)="store.choose(headerIs(row.row, one().choices.headerRows ?? 1))">{{ row.row }}<span class="nhsuk-u-visually-hidden">: take row {{ row.row }} for the names of the columns</span></button>
                </th>
                @if (alone(row.cells); as only) { <td [attr.colspan]="letters().length">{{ only }}</td> } @else {
                  @for (letter of letters(); track letter; let column = $index) { <td><span class="ft-clip">{{ row.cells[column] }}</span></td> }
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </ft-card>
  `,
})
export class SheetStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly letters = computed(() => Array.from({ length: Math.min(40, Math.max(0, ...this.one().grid.map((row) => row.cells.length))) }, (_, column) => columnLetter(column)));

  protected isHeader(row: number): boolean {
    const { headerRow, headerRows } = this.one().choices;
    return headerRow !== null && row >= headerRow && row < headerRow + (headerRows ?? 1);
  }
  /** A title or a theme: one cell that says something, which is shown along the row as in the sheet. */
  protected alone(cells: readonly string[]): string {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length === 1 ? (filled[0] ?? '') : '';
  }
  protected sheetIs(sheet: string) {
    return () => ({ sheet });
  }
  protected headerIs(headerRow: number, headerRows: number) {
    return (now: ImportScreen) => ({ sheet: now.choices.sheet, headerRow, headerRows });
  }
}
