import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { ActionStore } from './action-store';
import { DueDialog } from './due-dialog';

/** The form that moves an action's due date, for screens that show many actions: the action is read when its form opens. */
@Component({
  selector: 'ft-move-due',
  imports: [DueDialog],
  providers: [ActionStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.action.refused(); as refused) { <p class="ft-late" role="alert">{{ refused.message }}</p> }
    @if (store.action.value(); as action) { <ft-due-dialog [isNamed]="true" [action]="action" [proposed]="proposed()" [open]="open()" (openChange)="left($event)" (saved)="saved.emit()" /> }
  `,
})
export class MoveDue {
  readonly id = input.required<string>();
  /** The day to begin with; none where the action has no date yet. */
  readonly proposed = input<string>();
  readonly saved = output();
  readonly closed = output();
  protected readonly store = inject(ActionStore);
  protected readonly open = signal(true);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.store.open(id));
    });
  }

  protected left(isOpen: boolean): void {
    this.open.set(isOpen);
    if (!isOpen) this.closed.emit();
  }
}
