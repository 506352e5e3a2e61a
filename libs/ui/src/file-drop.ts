import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Notice } from './notice';

let count = 0;

/** Somewhere to drop a file, or to choose one. What may be dropped is said inside the element. */
@Component({
  selector: 'ft-file-drop',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-drop" [class.ft-drop--small]="small()" [class.ft-drop--over]="isOver()" (dragover)="over($event)" (dragleave)="isOver.set(false)" (drop)="drop($event)">
      <label class="ft-drop__label" [attr.for]="id">{{ label() }}</label>
      <p class="nhsuk-hint" [id]="id + '-hint'"><ng-content /></p>
      <input #file [id]="id" class="ft-drop__file" type="file" [attr.accept]="accept() || null" [attr.aria-describedby]="id + '-hint'" [disabled]="busy() !== ''" (change)="choose(file)" />
      <p role="status">{{ busy() }}</p>
    </div>
    @if (refused()) { <ft-notice kind="refused"><p>{{ refused() }}</p></ft-notice> }
  `,
})
export class FileDrop {
  readonly label = input('Choose a file, or drop it here');
  readonly accept = input('');
  /** What is being done with a file just now; while it says something, no other is taken. */
  readonly busy = input('');
  readonly refused = input('');
  /** Inside a form, where it is one field of several. */
  readonly small = input(false);
  readonly chosen = output<File>();
  protected readonly isOver = signal(false);
  protected readonly id = `ft-file-${(count += 1)}`;

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected choose(box: HTMLInputElement): void {
    this.take(box.files?.[0]);
    // The same file can be chosen again after it was mended.
    box.value = '';
  }

  private take(file: File | undefined): void {
    if (file && !this.busy()) this.chosen.emit(file);
  }
}
