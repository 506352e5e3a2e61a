import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { historyGroups, type HistoryKind, historyKinds, type HistoryList, type HistoryPerson, historyRoutes } from '@followthrough/contracts';
import { Button, Card, DateField, Empty, Failed, Skeleton, UkDate, UkTime } from '@followthrough/ui';
import { listing } from '../api/listing';
import { byDay } from './by-day';
import { HistoryEntry } from './history-entry';

/** Who changed what and when, in the whole locality or of one thing with all its parts, newest first, day by day. */
@Component({
  selector: 'ft-history',
  imports: [Button, Card, DateField, Empty, Failed, Skeleton, UkDate, UkTime, HistoryEntry],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './history-screen.html',
})
export class HistoryScreen {
  private readonly router = inject(Router);
  /** From the address. */
  readonly kind = input<string>();
  readonly by = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly thing = input<string>();
  protected readonly groups = historyGroups.map(({ heading, kinds }) => ({ heading, kinds: Object.entries(kinds).map(([value, { label }]) => ({ value, label })) }));
  private readonly asked = computed(() => {
    const kind: HistoryKind | undefined = historyKinds.find((one) => one === this.kind());
    const [by, from, to, thing] = [this.by(), this.from(), this.to(), this.thing()];
    return { ...(kind ? { kind } : {}), ...(by ? { by } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(thing ? { thing } : {}) };
  });
  protected readonly isNarrowed = computed(() => Object.keys(this.asked()).length > 0);
  protected readonly list = listing(historyRoutes.list, () => this.asked());
  protected readonly sealedAt = computed(() => this.list.first.value()?.sealedAt ?? null);
  protected readonly about = computed(() => this.list.first.value()?.thing?.name ?? '');
  /** They stay to choose from while another list is on its way. */
  protected readonly people = linkedSignal<HistoryList | undefined, readonly HistoryPerson[]>({ source: this.list.first.value, computation: (said, last) => said?.people ?? last?.value ?? [] });
  protected readonly days = computed(() => byDay(this.list.items() ?? []));

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }
}
