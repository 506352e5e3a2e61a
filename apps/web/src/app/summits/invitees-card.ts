import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type Invitee, type InviteeAnswer, inviteeRoutes, type SummitPage } from '@followthrough/contracts';
import { Button, Card, Empty, Toasts } from '@followthrough/ui';
import { addressOf } from '../api/address';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { PersonPicker } from '../people/public';
import { Here } from '../session/here';
import { words } from '../words';

/** Who is asked, what their calendars were told, and whether they come. */
@Component({
  selector: 'ft-invitees-card',
  imports: [Button, Card, Empty, PersonPicker],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitees-card.html',
})
export class InviteesCard {
  readonly summit = input.required<SummitPage>();
  readonly mayKeep = input(false);
  readonly changed = output<SummitPage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly here = inject(Here);
  protected readonly words = words;
  protected readonly asking = signal(false);
  protected readonly asked = computed(() => this.summit().invitees.map((one) => one.personId));
  protected readonly mine = computed(() => this.summit().invitees.find((one) => one.isMe));
  protected readonly toTell = computed(() => this.summit().invitees.filter((one) => one.hasEmail && !one.isTold).length);
  protected readonly says = computed(() => {
    const all = this.summit().invitees;
    const coming = all.filter((one) => one.answer === 'coming').length;
    const not = all.filter((one) => one.answer === 'not_coming').length;
    return all.length === 0 ? '' : `${all.length} asked: ${coming} coming, ${not} not coming, ${all.length - coming - not} to answer`;
  });
  protected readonly calendar = computed(() => addressOf(inviteeRoutes.calendar, { locality: this.here.slug(), id: this.summit().id }));
  protected readonly isOver = computed(() => this.summit().state === 'closed' || this.summit().state === 'published');

  /** What they answered, and what they have not been told. */
  protected stands({ answer, hasEmail, toldAt, isTold }: Invitee): string {
    const said = answer ? words.inviteeAnswer[answer] : 'No answer yet';
    return !hasEmail ? `${said} · No e-mail address` : !toldAt ? `${said} · Not invited yet` : isTold ? said : `${said} · Not told of the change`;
  }

  protected invite(personId: string, name: string): Promise<void> {
    return this.ask(() => this.api.ask(inviteeRoutes.invite, { params: { id: this.summit().id }, body: { personIds: [personId] } }), `${name} is on the list.`);
  }

  protected remove({ id, name }: Invitee): Promise<void> {
    return this.ask(() => this.api.ask(inviteeRoutes.remove, { params: { id } }), `${name} is no longer asked.`);
  }

  protected note({ id }: Invitee, answer: InviteeAnswer): Promise<void> {
    return this.ask(() => this.api.ask(inviteeRoutes.note, { params: { id }, body: { answer } }), 'Noted.');
  }

  protected answer(answer: InviteeAnswer): Promise<void> {
    return this.ask(() => this.api.ask(inviteeRoutes.answer, { params: { id: this.summit().id }, body: { answer } }), 'Thank you. Your answer is noted.');
  }

  protected async send(): Promise<void> {
    const { id, version } = this.summit();
    await this.ask(async () => {
      const { sent, withoutEmail } = await this.api.ask(inviteeRoutes.send, { params: { id }, body: { version } });
      this.toasts.say(`${sent} ${sent === 1 ? 'invitation is' : 'invitations are'} on the way.${withoutEmail > 0 ? ` ${withoutEmail} without an e-mail address must be told otherwise.` : ''}`);
      return { ...this.summit(), invitees: this.summit().invitees.map((one) => (one.hasEmail ? { ...one, isTold: true, toldAt: one.toldAt ?? new Date().toISOString() } : one)) };
    });
  }

  private async ask(deed: () => Promise<SummitPage>, says?: string): Promise<void> {
    await this.deed(async () => {
      this.changed.emit(await deed());
      if (says) this.toasts.say(says);
    });
  }
}
