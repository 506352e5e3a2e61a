import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model, output } from '@angular/core';
import { Button } from './button';

/**
 * Something that is read until somebody clicks it or presses Enter on it, and then is a field with Save and Cancel.
 * Enter saves (Ctrl Enter in prose), Escape leaves it as it was, and the focus goes back to what was clicked.
 * The owner shows the field while `editing`, and sets it to false once what was typed is saved.
 */
@Component({
  selector: 'ft-inline-edit',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-inline' },
  template: `
    @if (!may()) {
      <ng-content select="[read]" />
    } @else if (editing()) {
      <form novalidate (submit)="$event.preventDefault(); save.emit()" (keydown.escape)="$event.stopPropagation(); close()" (keydown.control.enter)="$event.preventDefault(); save.emit()">
        <ng-content />
        <div class="ft-row">
          <button type="submit" ftButton="primary" [small]="true" [disabled]="saving()">Save</button>
          <button type="button" ftButton [small]="true" (click)="close()">Cancel</button>
        </div>
      </form>
    } @else {
      <button type="button" class="ft-inline__read" (click)="begin()">
        <span class="nhsuk-u-visually-hidden">Change {{ label() }}: </span><ng-content select="[read]" />
      </button>
    }
  `,
})
export class InlineEdit {
  /** What is edited, in a sentence: `the due date`. */
  readonly label = input.required<string>();
  readonly may = input(true);
  readonly saving = input(false);
  readonly editing = model(false);
  /** Asked to save; the owner closes it when that worked. */
  readonly save = output<void>();
  readonly cancelled = output<void>();
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected begin(): void {
    this.editing.set(true);
    setTimeout(() => this.host.querySelector<HTMLElement>('input, textarea, select')?.focus());
  }

  protected close(): void {
    this.editing.set(false);
    this.cancelled.emit();
    this.refocus();
  }

  /** To be called by the owner after a save that worked. */
  refocus(): void {
    setTimeout(() => this.host.querySelector<HTMLElement>('.ft-inline__read')?.focus());
  }
}
