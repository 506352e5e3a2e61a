import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ActionPage, MarkedNarrative } from '@followthrough/contracts';
import { Me } from '../session/me';
import { ActionStore } from './action-store';

/** Says whether a text is public or restricted, and lets those who keep the plan change it. */
@Component({
  selector: 'ft-restricted-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (mayEdit()) {
      <button type="button" class="ft-restricted" [attr.aria-pressed]="on()" (click)="turn()">{{ on() ? 'Restricted' : 'Public' }}</button>
    } @else if (on()) {
      <span class="ft-restricted">Restricted</span>
    }
  `,
})
export class RestrictedMark {
  readonly action = input.required<ActionPage>();
  readonly text = input.required<MarkedNarrative>();
  private readonly store = inject(ActionStore);
  private readonly me = inject(Me);
  protected readonly mayEdit = computed(() => this.me.may('action.keep'));
  protected readonly on = computed(() => this.action().restricted.includes(this.text()));

  protected async turn(): Promise<void> {
    const { restricted, version } = this.action();
    await this.store.edit({ version, restricted: this.on() ? restricted.filter((one) => one !== this.text()) : [...restricted, this.text()] });
  }
}
