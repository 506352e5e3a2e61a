import { computed, inject, Injectable, signal } from '@angular/core';
import { invitationRoutes, type MembershipEdit, membershipRoutes, type NewInvitation, type NewPerson, organisationRoutes, type PeopleQuery, peopleRoutes, type PersonEdit, type PersonItem } from '@followthrough/contracts';
import { Api } from '../api/api';
import { screen } from '../api/screen';

/** The people of this locality as the screen has them, page after page. Every deed answers with the fresh row, which takes its place here. */
@Injectable()
export class PeopleStore {
  private readonly api = inject(Api);
  readonly asked = signal<PeopleQuery>({});
  readonly page = screen(peopleRoutes.list, () => ({ query: this.asked() }), { keep: true });
  private readonly organisations = screen(organisationRoutes.list);
  readonly organisationChoices = computed(() => (this.organisations.value()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })));
  readonly loadingMore = signal(false);

  async more(): Promise<void> {
    const after = this.page.value()?.next;
    if (!after || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const { items, next } = await this.api.ask(peopleRoutes.list, { query: { ...this.asked(), after } });
      this.page.update((page) => ({ items: [...page.items, ...items], next }));
    } finally {
      this.loadingMore.set(false);
    }
  }

  async add(said: NewPerson): Promise<PersonItem> {
    return this.place(await this.api.ask(peopleRoutes.add, { body: said }));
  }

  async edit(id: string, said: PersonEdit): Promise<PersonItem> {
    return this.place(await this.api.ask(peopleRoutes.edit, { params: { id }, body: said }));
  }

  async invite(said: NewInvitation): Promise<PersonItem> {
    return this.place(await this.api.ask(invitationRoutes.invite, { body: said }));
  }

  async resend(id: string): Promise<PersonItem> {
    return this.place(await this.api.ask(invitationRoutes.resend, { params: { id } }));
  }

  async revoke(id: string): Promise<PersonItem> {
    return this.place(await this.api.ask(invitationRoutes.revoke, { params: { id } }));
  }

  async changeAccess(id: string, said: MembershipEdit): Promise<PersonItem> {
    return this.place(await this.api.ask(membershipRoutes.edit, { params: { id }, body: said }));
  }

  async endAccess(id: string): Promise<PersonItem> {
    return this.place(await this.api.ask(membershipRoutes.end, { params: { id } }));
  }

  /** Where the row was, or where its name belongs. */
  private place(person: PersonItem): PersonItem {
    this.page.update(({ items, next }) => {
      const isHere = items.some((one) => one.id === person.id);
      const rows = isHere ? items.map((one) => (one.id === person.id ? person : one)) : [...items, person];
      return { items: isHere ? rows : rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true })), next };
    });
    return person;
  }
}
