import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { ActionBrief, ActionItem } from '@followthrough/contracts';
import { Button, Toasts } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { deeds } from '../api/deeds';
import type { Branch } from './branches';
import { CauseForm } from './cause-form';
import { CauseStore } from './cause-store';

/** Changes a cause: its words, what lies behind it, and the actions that answer it. */
@Component({
  selector: 'ft-cause-editor',
  imports: [Button, ActionPicker, CauseForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-cause-form [cause]="branch().cause" (done)="done.emit($event ? 'The cause is saved.' : null)">
      @if (mayWithdraw()) { <button deeds type="button" ftButton="quiet" (click)="withdraw()">Withdraw it</button> }
    </ft-cause-form>
    <h3 class="ft-cause-editor__head">Actions that answer it</h3>
    <ul class="ft-picks">
      @for (action of branch().answers; track action.id) {
        <li><span><b>{{ action.ref }}</b> {{ action.title }}</span>&ngsp;<button type="button" ftButton="quiet" [small]="true" (click)="unlink(action)">Unlink<span class="nhsuk-u-visually-hidden"> {{ action.ref }}</span></button></li>
      } @empty { <li class="ft-muted">None yet</li> }
      @if (branch().cause.actions > branch().answers.length) { <li class="ft-muted">The others can be unlinked on their own pages.</li> }
    </ul>
    @if (linking()) {
      <ft-action-picker label="Which action answers it?" [without]="branch().cause.actionIds" (picked)="link($event)" />
      <button type="button" ftButton [small]="true" (click)="linking.set(false)">Cancel</button>
    } @else { <button type="button" ftButton [small]="true" (click)="linking.set(true)">Link an action</button> }
  `,
})
export class CauseEditor {
  readonly branch = input.required<Branch>();
  /** What to say of what was done; null when nothing was. */
  readonly done = output<string | null>();
  private readonly store = inject(CauseStore);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly linking = signal(false);
  protected readonly mayWithdraw = computed(() => {
    const { cause, branches } = this.branch();
    return cause.findingIds.length + cause.actions + branches.length === 0;
  });

  protected link({ id, ref }: ActionItem): Promise<void> {
    return this.deed(async () => {
      await this.store.link(this.branch().cause.id, id);
      this.linking.set(false);
      this.toasts.say(`${ref} answers this cause.`);
    });
  }

  protected unlink({ id, ref }: ActionBrief): Promise<void> {
    const cause = this.branch().cause.id;
    return this.deed(async () => {
      await this.store.unlink(cause, id);
      this.toasts.say(`${ref} no longer answers this cause.`, () => void this.deed(() => this.store.link(cause, id)));
    });
  }

  protected withdraw(): Promise<void> {
    return this.deed(async () => {
      await this.store.withdraw(this.branch().cause.id);
      this.done.emit('The cause is withdrawn.');
    });
  }
}
