import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { identityRoutes, SignIn } from '@followthrough/contracts';
import { Button, Dialog, Notice, TextField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { SessionEnded } from './session-ended';
import { Me } from './me';

/** A session that ends while somebody types is signed in to again over the screen, so that nothing typed is lost. */
@Component({
  selector: 'ft-sign-in-again',
  imports: [FormField, Dialog, Button, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog heading="Sign in again" [open]="ended.is()" (openChange)="ended.is.set($event)" [closesOutside]="false">
      <p>Your session has ended. What you typed is still here: sign in, then save it again.</p>
      <form novalidate (submit)="$event.preventDefault(); signIn()">
        @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
        <ft-text-field type="email" autocomplete="username" [formField]="form.tree.email" />
        <ft-text-field type="password" autocomplete="current-password" [formField]="form.tree.password" />
        <button type="submit" ftButton="primary" [disabled]="form.sending()">Sign in</button>
      </form>
    </ft-dialog>
  `,
})
export class SignInAgain {
  protected readonly ended = inject(SessionEnded);
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  protected readonly form = new ContractForm(SignIn, { email: this.me.user()?.email ?? '' });

  protected async signIn(): Promise<void> {
    const before = this.me.user()?.id;
    const done = await this.form.submit(async (said) => this.me.become(await this.api.ask(identityRoutes.signIn, { body: said })));
    if (!done) return;
    // Somebody else at this desk: the screen behind is not theirs.
    if (before && this.me.user()?.id !== before) return location.assign('/');
    this.form.reset({ email: this.me.user()?.email ?? '' });
    this.ended.is.set(false);
    this.toasts.say('You are signed in again. Save what you typed.');
  }
}
