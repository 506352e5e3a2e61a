import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { identityRoutes, ResetAsked } from '@followthrough/contracts';
import { Button, Card, Notice, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';

/** Asks for a mail to set a new password. What it says afterwards is the same whoever asks. */
@Component({
  selector: 'ft-forgotten',
  imports: [FormField, RouterLink, Button, Card, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page ft-alone' },
  template: `
    <ft-card>
      <h1>Forgotten password</h1>
      @if (sentTo(); as address) {
        <ft-notice kind="agreed">If {{ address }} has an account here, a mail is on its way with a link to set a new password. It works for an hour.</ft-notice>
        <p>Nothing there after a few minutes? Look among the junk mail, or ask your programme administrator which address they invited.</p>
      } @else {
        <p>We mail you a link to set a new one.</p>
        <form novalidate (submit)="$event.preventDefault(); ask()">
          @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
          <ft-text-field type="email" autocomplete="username" [formField]="form.tree.email" />
          <button type="submit" ftButton="primary" [disabled]="form.sending()">Send the mail</button>
        </form>
      }
      <p class="ft-above"><a routerLink="/sign-in">Back to sign in</a></p>
    </ft-card>
  `,
})
export class ForgottenScreen {
  protected readonly form = new ContractForm(ResetAsked);
  protected readonly sentTo = signal('');
  private readonly api = inject(Api);

  protected async ask(): Promise<void> {
    await this.form.submit(async (said) => {
      await this.api.ask(identityRoutes.askReset, { body: said });
      this.sentTo.set(said.email);
    });
  }
}
