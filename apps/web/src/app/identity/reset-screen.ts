import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { identityRoutes, NewPassword } from '@followthrough/contracts';
import { Button, Card, Notice, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';

/** Sets a new password by the link in the mail. */
@Component({
  selector: 'ft-reset',
  imports: [FormField, RouterLink, Button, Card, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page ft-alone' },
  template: `
    <ft-card>
      <h1>Set a new password</h1>
      @if (hasRunOut()) {
        <ft-notice kind="refused">That link has been used or has run out.</ft-notice>
        <p><a routerLink="/forgotten-password">Ask for a new one</a></p>
      } @else {
        <p>You will be signed out everywhere, and sign in with it here.</p>
        <form novalidate (submit)="$event.preventDefault(); reset()">
          @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
          <ft-text-field type="password" autocomplete="new-password" [formField]="form.tree.password" />
          <button type="submit" ftButton="primary" [disabled]="form.sending()">Set it</button>
        </form>
      }
    </ft-card>
  `,
})
export class ResetScreen {
  /** From the address. */
  readonly token = input.required<string>();
  protected readonly form = new ContractForm(NewPassword);
  protected readonly hasRunOut = computed(() => this.form.refused()?.code === 'link_expired');
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly router = inject(Router);

  protected async reset(): Promise<void> {
    const done = await this.form.submit((said) => this.api.ask(identityRoutes.reset, { params: { tokenKey: this.token() }, body: said }));
    if (!done) return;
    this.me.forget();
    // Not in the history: the link is used.
    await this.router.navigate(['/sign-in'], { queryParams: { after: 'reset' }, replaceUrl: true });
  }
}
