import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AccountState, accountStates, type PersonItem } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { choicesOf, words } from '../words';
import { AccessForm } from './access-form';
import { InvitationForm } from './invitation-form';
import { PeopleStore } from './people-store';
import { PersonForm } from './person-form';

/** Everybody who matters to the plan: where they work, whether they can sign in and as what. */
@Component({
  selector: 'ft-people',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, PersonForm, InvitationForm, AccessForm],
  providers: [PeopleStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './people-screen.html',
})
export class PeopleScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(PeopleStore);
  protected readonly words = words;
  protected readonly accounts = choicesOf(words.accountState);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** From the address: what is looked for, and what is open (`new`, `invite`, or a person's id with what is done to them). */
  readonly find = input<string>();
  readonly organisation = input<string>();
  readonly account = input<string>();
  readonly open = input<string>();
  readonly deed = input<string>();

  protected readonly mayKeep = computed(() => this.me.may('people.keep'));
  protected readonly mayAsk = computed(() => this.me.may('supply.keep'));
  protected readonly mayInvite = computed(() => this.me.may('people.invite'));
  protected readonly isFiltered = computed(() => !!(this.find() || this.organisation() || this.account()));
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [find, organisation, account] = [this.find(), this.organisation(), accountStates.find((one) => one === this.account())];
      this.store.asked.set({ ...(find ? { words: find } : {}), ...(organisation ? { organisation } : {}), ...(account ? { account: account satisfies AccountState } : {}) });
    });
  }

  protected rolesOf(person: PersonItem): string {
    return (person.membership ?? person.invitation)?.roles.map((role) => words.role[role]).join(', ') ?? '';
  }

  /** What the screen shows lives in the address, so that it can be sent to a colleague. */
  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl: 'find' in state });
  }

  /** The server is asked when the typing pauses. */
  protected look(words: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.show({ find: words || null }), 250);
  }

  protected toggle(person: PersonItem, deed: string): void {
    const isOpen = this.open() === person.id && this.deed() === deed;
    this.show({ open: isOpen ? null : person.id, deed: isOpen ? null : deed });
  }

  protected done(person: PersonItem | null, said: string): void {
    const [from, deed] = [this.open(), this.deed() ?? 'edit'];
    this.show({ open: null, deed: null });
    if (person) this.toasts.say(`${person.name} ${said}.`);
    // The form is gone: the focus goes back to where it was opened.
    const opener = from === 'new' ? 'add-person' : from === 'invite' ? 'invite-person' : `${deed}-${from}`;
    setTimeout(() => (document.getElementById(opener) ?? document.getElementById(`access-${person?.id ?? from}`) ?? document.getElementById(`invite-${person?.id ?? from}`))?.focus());
  }
}
