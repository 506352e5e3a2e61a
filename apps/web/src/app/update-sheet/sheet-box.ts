import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model } from '@angular/core';
import { confidenceLabels, evidenceNames, lineNames, type SheetColumn } from '@followthrough/domain';
import { columnWords } from './sheet-columns';
import { SheetStore } from './sheet-store';

/** What one types a cell into: a text, a day or a choice. The grid puts it over the cell, the list of forms under its label. */
@Component({
  selector: 'ft-sheet-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (kind()) {
      @case ('prose') { <textarea #box class="ft-input" [rows]="rows()" [id]="for()" [attr.aria-label]="label()" [attr.aria-invalid]="isWrong() || null" [attr.aria-describedby]="describedBy()" [value]="value()" (input)="value.set(box.value)"></textarea> }
      @case ('choice') {
        <select #chosen class="ft-input" [id]="for()" [attr.aria-label]="label()" [attr.aria-invalid]="isWrong() || null" [attr.aria-describedby]="describedBy()" (change)="value.set(chosen.value)" (focus)="letters = ''" (keydown)="spelt($event)">
          <option value="" [selected]="value() === ''"></option>
          @for (one of choices(); track one) { <option [value]="one" [selected]="one === value()">{{ one }}</option> }
          @if (value() && !choices().includes(value())) { <option [value]="value()" selected>“{{ value() }}”</option> }
        </select>
      }
      @default {
        <input #line class="ft-input" type="text" autocomplete="off" [attr.inputmode]="kind() === 'day' ? 'numeric' : null" [attr.placeholder]="kind() === 'day' ? 'dd/mm/yyyy' : null" [attr.list]="column() === 'fromWhom' ? for() + '-list' : null" [id]="for()" [attr.aria-label]="label()" [attr.aria-invalid]="isWrong() || null" [attr.aria-describedby]="describedBy()" [value]="value()" (input)="value.set(line.value)" />
        @if (column() === 'fromWhom') { <datalist [id]="for() + '-list'">@for (one of boards(); track one) { <option [value]="one"></option> }</datalist> }
      }
    }
  `,
})
export class SheetBox {
  private readonly store = inject(SheetStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly column = input.required<SheetColumn>();
  readonly value = model('');
  /** The id of the control. */
  readonly for = input.required<string>();
  /** What it is called where no label stands beside it. */
  readonly label = input<string | null>(null);
  readonly describedBy = input<string | null>(null);
  readonly isWrong = input(false);
  readonly rows = input(3);
  protected readonly kind = computed(() => columnWords[this.column()].kind);
  protected readonly boards = computed(() => this.store.sheet.value()?.boards ?? []);
  protected readonly choices = computed<readonly string[]>(() => {
    const column = this.column();
    if (column === 'status') return this.store.known().words.filter((one) => one.status !== 'embedded').map((one) => one.word);
    if (column === 'proofKind') return Object.values(evidenceNames);
    if (column === 'proofLine') return Object.values(lineNames);
    return column === 'restricted' ? ['Yes', 'No'] : confidenceLabels();
  });

  /** What was typed to name a choice. */
  protected letters = '';

  /** Goes to its end; where a letter began it, a choice goes to the first that begins so. */
  begin(letter: string): void {
    const box = this.element.nativeElement.querySelector<HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement>('textarea, input, select');
    box?.focus();
    if (box && 'setSelectionRange' in box) box.setSelectionRange(box.value.length, box.value.length);
    else if (letter) this.spell(letter);
  }

  /** Where the caret stands. */
  newLine(): void {
    const box = this.element.nativeElement.querySelector('textarea');
    if (!box) return;
    box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
    this.value.set(box.value);
  }

  protected spelt(event: KeyboardEvent): void {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.spell(event.key);
  }

  /** The choice that begins as it was typed so far; where none does, the one that begins with this letter. */
  private spell(letter: string): void {
    const named = (typed: string): string | undefined => this.choices().find((one) => one.toLowerCase().startsWith(typed));
    const typed = `${this.letters}${letter}`.toLowerCase();
    this.letters = named(typed) ? typed : letter.toLowerCase();
    const found = named(this.letters);
    if (found) this.value.set(found);
  }
}
