import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { OrganisationItem } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, type Sorting, SortHeader, Toasts, UkDate } from '@followthrough/ui';
import { Me } from '../session/me';
import { words } from '../words';
import { OrganisationForm } from './organisation-form';
import { OrganisationStore } from './organisation-store';

/** The partners of the locality: who they are, what plans call them, since when, and who replaced them. */
@Component({
  selector: 'ft-organisations',
  imports: [Button, Card, Empty, Failed, Skeleton, SortHeader, UkDate, OrganisationForm],
  providers: [OrganisationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './organisations-screen.html',
})
export class OrganisationsScreen {
  protected readonly me = inject(Me);
  protected readonly store = inject(OrganisationStore);
  protected readonly words = words;
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** From the address: the words looked for, the order, and what is open (an id, or `new`). */
  readonly find = input<string>();
  readonly by = input<string>();
  readonly order = input<string>();
  readonly open = input<string>();

  protected readonly mayKeep = computed(() => this.me.may('people.keep'));
  protected readonly sorting = computed<Sorting>(() => ({ by: this.by() ?? 'name', order: this.order() === 'descending' ? 'descending' : 'ascending' }));
  protected readonly rows = computed(() => {
    const wanted = (this.find() ?? '').toLowerCase();
    const { by, order } = this.sorting();
    const rows = (this.store.list.value()?.items ?? []).filter((one) => [one.name, ...one.aliases].some((name) => name.toLowerCase().includes(wanted)));
    rows.sort((a, b) => inOrder(a, b, by) * (order === 'ascending' ? 1 : -1));
    return rows;
  });

  /** What the screen shows lives in the address, so that it can be sent to a colleague. */
  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl: 'find' in state });
  }

  protected sort({ by, order }: Sorting): void {
    this.show({ by, order });
  }

  protected done(organisation: OrganisationItem | null, deed: string): void {
    const from = this.open();
    this.show({ open: null });
    if (organisation) this.toasts.say(`${organisation.name} ${deed}.`);
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById(organisation ? `edit-${organisation.id}` : from === 'new' ? 'add-organisation' : `edit-${from}`)?.focus());
  }
}

function inOrder(a: OrganisationItem, b: OrganisationItem, by: string): number {
  if (by === 'people') return a.people - b.people;
  if (by === 'openActions') return a.openActions - b.openActions;
  if (by === 'kind') return words.organisationKind[a.kind].localeCompare(words.organisationKind[b.kind]);
  return a.name.localeCompare(b.name, 'en-GB');
}
