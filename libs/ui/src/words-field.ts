import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Button } from './button';
import { Field, FieldFrame } from './field';

/** A short list of words, each added with Enter and taken out with its cross. What is half typed when one leaves is kept too. */
@Component({
  selector: 'ft-words-field',
  imports: [FieldFrame, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      @if (value().length > 0) {
        <ul class="ft-chips">
          @for (word of value(); track word) {
            <li>{{ word }}<button type="button" [attr.aria-label]="'Take out ' + word" [disabled]="disabled()" (click)="take(word)">×</button></li>
          }
        </ul>
      }
      <span class="ft-row">
        <input #box class="nhsuk-input ft-input--words" type="text" autocomplete="off" [id]="id" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (keydown.enter)="enter($event, box)" (blur)="leave(box)" />
        <button type="button" ftButton [small]="true" [disabled]="disabled()" (click)="add(box); box.focus()">Add to the list</button>
      </span>
    </ft-field-frame>
  `,
})
export class WordsField extends Field implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);

  /** Enter adds what is typed; with nothing typed it is the form's, which saves. */
  protected enter(event: Event, box: HTMLInputElement): void {
    if (box.value.trim()) event.preventDefault();
    this.add(box);
  }

  protected add(box: HTMLInputElement): void {
    const word = box.value.trim();
    box.value = '';
    if (word && !this.value().includes(word)) this.value.update((words) => [...words, word]);
  }

  protected leave(box: HTMLInputElement): void {
    this.left(() => this.add(box));
  }

  protected take(word: string): void {
    this.value.update((words) => words.filter((one) => one !== word));
    this.focus();
  }
}
