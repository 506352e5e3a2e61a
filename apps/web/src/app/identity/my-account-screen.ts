import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { identityRoutes, PasswordChange, type SessionItem, type SessionList } from '@followthrough/contracts';
import { Button, Card, Failed, Notice, Skeleton, TextField, Toasts, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { browserName } from './browser-name';

/** One's own account: the password, and every place where it is signed in. */
@Component({
  selector: 'ft-my-account',
  imports: [FormField, Button, Card, Failed, Notice, Skeleton, TextField, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './my-account-screen.html',
})
export class MyAccountScreen {
  protected readonly me = inject(Me);
  protected readonly sessions = screen(identityRoutes.sessions);
  protected readonly form = new ContractForm(PasswordChange);
  protected readonly refused = signal('');
  protected readonly browserName = browserName;
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  constructor() {
    void this.me.known();
  }

  protected async change(): Promise<void> {
    const done = await this.form.submit(async (said) => this.me.become(await this.api.ask(identityRoutes.changePassword, { body: said })));
    if (!done) return;
    this.form.reset();
    this.sessions.reload();
    this.toasts.say('Your password is changed. You are signed out everywhere else.');
  }

  protected end(one: SessionItem): Promise<void> {
    return this.ending(() => this.api.ask(identityRoutes.endSession, { params: { id: one.id } }), `${browserName(one.agent)} is signed out.`);
  }

  protected endOthers(): Promise<void> {
    return this.ending(() => this.api.ask(identityRoutes.endOtherSessions), 'You are signed out everywhere else.');
  }

  private async ending(deed: () => Promise<SessionList>, said: string): Promise<void> {
    this.refused.set('');
    try {
      this.sessions.set(await deed());
      this.toasts.say(said);
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).message);
      this.sessions.reload();
    }
  }
}
