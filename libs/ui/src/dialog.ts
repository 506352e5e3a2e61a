import { afterRenderEffect, ChangeDetectionStrategy, Component, type ElementRef, input, model, viewChild } from '@angular/core';

let count = 0;

/** A modal dialog: the browser's own, which keeps the focus inside and gives it back, and closes on Escape, alone: the form round it does not hear that Escape. */
@Component({
  selector: 'ft-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog class="ft-dialog" [attr.aria-labelledby]="id" (close)="open.set(false)" (click)="closeOutside($event)" (keydown.escape)="$event.stopPropagation()">
      @if (open()) {
        <div class="ft-dialog__body">
          <div class="ft-dialog__head">
            <h2 [id]="id">{{ heading() }}</h2>
            <button type="button" class="ft-dialog__close" aria-label="Close" (click)="open.set(false)">×</button>
          </div>
          <ng-content />
        </div>
      }
    </dialog>
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly open = model(false);
  /** A click outside closes it; not where something typed would be lost. */
  readonly closesOutside = input(true);
  protected readonly id = `ft-dialog-${(count += 1)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    // After drawing, so that what asks for the focus inside is there to get it.
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }

  protected closeOutside(event: MouseEvent): void {
    if (this.closesOutside() && event.target === this.dialog().nativeElement) this.open.set(false);
  }
}
