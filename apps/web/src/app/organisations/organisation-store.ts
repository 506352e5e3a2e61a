import { computed, inject, Injectable } from '@angular/core';
import { type NewOrganisation, type OrganisationEdit, type OrganisationItem, organisationRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { screen } from '../api/screen';

/** The partners of this locality as the screen has them. A write answers with the fresh row, which takes its place here. */
@Injectable()
export class OrganisationStore {
  private readonly api = inject(Api);
  readonly list = screen(organisationRoutes.list);
  private readonly names = computed(() => new Map(this.list.value()?.items.map((one) => [one.id, one.name])));

  nameOf(id: string | null): string {
    return id ? (this.names().get(id) ?? '') : '';
  }

  async add(said: NewOrganisation): Promise<OrganisationItem> {
    const added = await this.api.ask(organisationRoutes.add, { body: said });
    this.list.update(({ items }) => ({ items: inOrder([...items, added]) }));
    return added;
  }

  async edit(id: string, said: OrganisationEdit): Promise<OrganisationItem> {
    const edited = await this.api.ask(organisationRoutes.edit, { params: { id }, body: said });
    this.list.update(({ items }) => ({ items: inOrder(items.map((one) => (one.id === id ? edited : one))) }));
    return edited;
  }
}

const inOrder = (items: OrganisationItem[]): OrganisationItem[] => items.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
