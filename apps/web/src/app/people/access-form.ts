import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MembershipEdit, type PersonItem } from '@followthrough/contracts';
import { Button, ChecksField, DateField, Notice, UkTime } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { refusedBy } from '../api/refused';
import { choicesOf, words } from '../words';
import { PeopleStore } from './people-store';

/** What somebody may do here and until when; or, while they are invited, the invitation. */
@Component({
  selector: 'ft-access-form',
  imports: [FormField, Button, ChecksField, DateField, Notice, UkTime, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-narrow">
      @if (refused(); as refused) { <ft-notice kind="refused">{{ refused }}</ft-notice> }
      @if (form; as form) {
        <ft-form [form]="form" [show]="shown" (send)="save()" (leave)="leave()">
          <ft-checks-field [formField]="form.tree.roles" [choices]="roles" [needed]="true" />
          <ft-date-field [formField]="form.tree.validTo" [needed]="form.model().roles.includes('visitor')" />
          <button deeds type="button" ftButton="warning" (click)="end()">End access now</button>
        </ft-form>
      } @else if (person().invitation; as invitation) {
        <p>Invited at {{ invitation.email }}. The link works until {{ invitation.expiresAt | ukTime }}.</p>
        <div class="ft-row" (keydown.escape)="leave()">
          <button type="button" ftButton="primary" (click)="resend(invitation.id)">Send again</button>
          <button type="button" ftButton="warning" (click)="revoke(invitation.id)">Take back</button>
          <button type="button" ftButton (click)="leave()">Cancel</button>
        </div>
      }
    </div>
  `,
})
export class AccessForm implements OnInit {
  readonly person = input.required<PersonItem>();
  readonly done = output<{ readonly person: PersonItem | null; readonly said: string }>();
  protected readonly roles = choicesOf(words.role);
  protected readonly refused = signal('');
  private readonly store = inject(PeopleStore);
  private readonly injector = inject(Injector);
  protected form: ContractForm<MembershipEdit> | undefined;
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'roles' && Array.isArray(value) ? value.map((role) => words.role[role as keyof typeof words.role]).join(', ') : undefined);

  ngOnInit(): void {
    const { membership } = this.person();
    this.form = membership ? new ContractForm(MembershipEdit, membership, { injector: this.injector }) : undefined;
  }

  protected async save(): Promise<void> {
    const { membership } = this.person();
    if (!membership || !this.form) return;
    let fresh: PersonItem | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = await this.store.changeAccess(membership.id, said);
    });
    if (saved) this.done.emit({ person: fresh, said: 'saved' });
  }

  protected leave(): void {
    this.done.emit({ person: null, said: '' });
  }

  protected end(): Promise<void> {
    const id = this.person().membership?.id ?? '';
    return this.orSay(() => this.store.endAccess(id), 'can no longer sign in here');
  }

  protected resend(id: string): Promise<void> {
    return this.orSay(() => this.store.resend(id), 'gets a new mail; the old link has ended');
  }

  protected revoke(id: string): Promise<void> {
    return this.orSay(() => this.store.revoke(id), 'is no longer invited');
  }

  private async orSay(deed: () => Promise<PersonItem>, said: string): Promise<void> {
    this.refused.set('');
    try {
      this.done.emit({ person: await deed(), said });
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.refused.set(refused.sentence);
    }
  }
}
