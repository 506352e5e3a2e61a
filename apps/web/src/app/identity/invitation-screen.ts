import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { identityRoutes, invitationRoutes, NewAccount, type Session } from '@followthrough/contracts';
import { Button, Card, Failed, Notice, Skeleton, TextField, ukDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { words } from '../words';

/** What the link in an invitation opens: a new account, or one more locality for somebody who has one. */
@Component({
  selector: 'ft-invitation',
  imports: [FormField, RouterLink, Button, Card, Failed, Notice, Skeleton, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page ft-alone' },
  templateUrl: './invitation-screen.html',
})
export class InvitationScreen {
  /** From the address. */
  readonly token = input.required<string>();
  protected readonly me = inject(Me);
  protected readonly invitation = screen(invitationRoutes.read, () => ({ params: { tokenKey: this.token() } }));
  protected readonly form = new ContractForm(NewAccount);
  protected readonly invitedAs = computed(() => {
    const invitation = this.invitation.value();
    if (!invitation) return '';
    const roles = invitation.roles.map((role) => words.role[role].toLowerCase()).join(' and ');
    return `${roles}${invitation.organisationName ? ` of ${invitation.organisationName}` : ''}${invitation.validTo ? `, until ${ukDate(invitation.validTo)}` : ''}`;
  });
  protected readonly hasRunOut = computed(() => [this.invitation.refused(), this.form.refused()].some((refused) => refused?.code === 'link_expired'));
  protected readonly refused = signal('');
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  constructor() {
    void this.me.known();
    effect(() => {
      const invitation = this.invitation.value();
      if (invitation && !invitation.hasAccount) this.form.reset({ name: invitation.name });
    });
  }

  protected async open(): Promise<void> {
    const done = await this.form.submit(async (said) => this.me.become(await this.api.ask(invitationRoutes.open, { params: { tokenKey: this.token() }, body: said })));
    if (done) await this.arrive();
  }

  protected async join(): Promise<void> {
    await this.orSay(async () => {
      this.me.become(await this.api.ask(invitationRoutes.join, { params: { tokenKey: this.token() } }));
      await this.arrive();
    });
  }

  /** Somebody else is signed in at this browser. */
  protected async change(): Promise<void> {
    await this.orSay(async () => {
      const nobody: Session = await this.api.ask(identityRoutes.signOut);
      this.me.become(nobody);
      await this.router.navigate(['/sign-in'], { queryParams: { back: this.router.url } });
    });
  }

  private async arrive(): Promise<void> {
    await this.router.navigate(['/', this.invitation.value()?.slug ?? ''], { replaceUrl: true });
  }

  private async orSay(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).message);
    }
  }
}
