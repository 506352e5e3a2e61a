import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActionItem, type OutcomeItem, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, Toasts, UkDate } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { MakeActionForm } from './make-action-form';
import { Origins } from './origins';
import { OutcomeEditForm } from './outcome-edit-form';

/** One outcome: what was agreed, by whom, about which finding, and the actions it became. */
@Component({
  selector: 'ft-outcome',
  imports: [RouterLink, Button, UkDate, ActionPicker, SaidStatus, MakeActionForm, Origins, OutcomeEditForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-card ft-agreed-outcome', role: 'article', '[attr.aria-label]': `'Outcome: ' + outcome().text.slice(0, 80)` },
  templateUrl: './outcome-card.html',
})
export class OutcomeCard {
  readonly summit = input.required<SummitPage>();
  readonly outcome = input.required<OutcomeItem>();
  readonly changed = output<SummitPage>();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = words;
  protected readonly mayKeep = computed(() => this.me.may('summit.keep'));
  /** A published outcome stays as it is; what comes of it goes on. */
  protected readonly mayChange = computed(() => this.mayKeep() && this.summit().state !== 'published');
  protected readonly doing = signal<'make' | 'link' | 'edit' | null>(null);
  protected readonly linked = computed(() => this.outcome().actions.map((one) => one.id));
  protected readonly agreed = computed(() => this.outcome().agreedBy.map((one) => one.name).join(', '));

  protected done(fresh: SummitPage | null, says?: string): void {
    this.doing.set(null);
    if (fresh) {
      this.changed.emit(fresh);
      if (says) this.toasts.say(says);
    }
    setTimeout(() => this.host.querySelector('button')?.focus());
  }

  protected async link({ id: actionId, ref }: ActionItem): Promise<void> {
    await this.deed(async () => this.done(await this.api.ask(summitRoutes.link, { params: { id: this.outcome().id }, body: { actionId } }), `${ref} now comes from this outcome.`));
  }

  protected async unlink(action: string, ref: string): Promise<void> {
    await this.deed(async () => this.done(await this.api.ask(summitRoutes.unlink, { params: { id: this.outcome().id, action } }), `${ref} no longer comes from this outcome.`));
  }
}
