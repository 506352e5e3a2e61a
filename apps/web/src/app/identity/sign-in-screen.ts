import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { identityRoutes, SignIn } from '@followthrough/contracts';
import { Button, Card, Notice, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';

/** Signs somebody in and takes them back to where they wanted to be. */
@Component({
  selector: 'ft-sign-in',
  imports: [FormField, RouterLink, Button, Card, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page ft-alone' },
  template: `
    <ft-card>
      <h1>Sign in</h1>
      @if (said(); as said) { <ft-notice kind="agreed">{{ said }}</ft-notice> }
      <form novalidate (submit)="$event.preventDefault(); signIn()">
        @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
        <ft-text-field type="email" autocomplete="username" [formField]="form.tree.email" />
        <ft-text-field type="password" autocomplete="current-password" [formField]="form.tree.password" />
        <div class="ft-row">
          <button type="submit" ftButton="primary" [disabled]="form.sending()">Sign in</button>
          <a routerLink="/forgotten-password">I have forgotten my password</a>
        </div>
      </form>
    </ft-card>
  `,
})
export class SignInScreen {
  /** From the address: where to go afterwards. */
  readonly back = input<string>();
  /** From the address: what was done just before. */
  readonly after = input<string>();
  protected readonly said = computed(() => (this.after() === 'reset' ? 'Your new password is set. Sign in with it.' : ''));
  protected readonly form = new ContractForm(SignIn);
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly router = inject(Router);

  protected async signIn(): Promise<void> {
    const done = await this.form.submit(async (said) => this.me.become(await this.api.ask(identityRoutes.signIn, { body: said })));
    const back = this.back();
    // Only an address of our own: `//elsewhere.example` is none.
    if (done) await this.router.navigateByUrl(back?.startsWith('/') && !back.startsWith('//') ? back : '/');
  }
}
