import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { actionRoutes, type ProgrammeItem, programmeRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { ProgrammeForm } from './programme-form';

/** What the locality runs already, and how many actions are part of it. */
@Component({
  selector: 'ft-programmes',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, ProgrammeForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './programmes-screen.html',
})
export class ProgrammesScreen {
  /** From the address: what is open, an id or `new`. */
  readonly open = input<string>();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly list = screen(programmeRoutes.list);
  private readonly choices = screen(actionRoutes.choices);
  protected readonly organisations = computed(() => (this.choices.value()?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  protected done(fresh: ProgrammeItem | null): void {
    const from = this.open();
    this.show(null);
    if (fresh) {
      this.toasts.say(`${fresh.name} saved.`);
      this.list.reload();
    }
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById(from === 'new' ? 'add-programme' : `edit-${from}`)?.focus());
  }
}
