import { computed, inject, Injectable, signal } from '@angular/core';
import { type FindingItem, type FindingList, type FindingQuery, findingRoutes, pastFindingRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { refusedBy, type Refused } from '../api/refused';
import { type Screen, screen } from '../api/screen';

/** The findings that the address asks for, page after page: as they are, or as at a moment that has been. */
@Injectable()
export class FindingStore {
  private readonly api = inject(Api);
  private readonly asked = signal<{ readonly query: FindingQuery; readonly at: string | null } | undefined>(undefined);
  private readonly now = screen(findingRoutes.list, () => {
    const asked = this.asked();
    return asked?.at === null ? { query: asked.query } : undefined;
  }, { keep: true });
  private readonly then = screen(pastFindingRoutes.findings, () => {
    const asked = this.asked();
    return asked?.at ? { query: { ...asked.query, at: asked.at } } : undefined;
  }, { keep: true });
  private readonly shown = computed<Screen<FindingList>>(() => (this.asked()?.at ? this.then : this.now));
  readonly first = computed(() => this.shown().value());
  readonly refused = computed(() => this.shown().refused());
  /** Which moment it is; undefined for now. */
  readonly asAt = computed(() => (this.asked()?.at ? this.then.value()?.asAt : undefined));
  private readonly later = signal<{ readonly of: FindingList; readonly items: readonly FindingItem[]; readonly next: string | null } | undefined>(undefined);
  /** Later pages count only while they follow the first page that is shown. */
  private readonly followed = computed(() => (this.later()?.of === this.first() ? this.later() : undefined));
  readonly items = computed<readonly FindingItem[]>(() => [...(this.first()?.items ?? []), ...(this.followed()?.items ?? [])]);
  readonly next = computed(() => (this.followed() ? (this.followed()?.next ?? null) : (this.first()?.next ?? null)));
  readonly fetching = signal(false);
  readonly failed = signal<Refused | undefined>(undefined);

  ask(query: FindingQuery, at: string | null): void {
    this.asked.set({ query, at });
  }

  reload(): void {
    this.shown().reload();
  }

  async more(): Promise<void> {
    const [of, after, asked] = [this.first(), this.next(), this.asked()];
    if (!of || !after || !asked || this.fetching()) return;
    this.fetching.set(true);
    this.failed.set(undefined);
    try {
      const query = { ...asked.query, after };
      const page = asked.at ? await this.api.ask(pastFindingRoutes.findings, { query: { ...query, at: asked.at } }) : await this.api.ask(findingRoutes.list, { query });
      this.later.update((later) => ({ of, items: [...(later?.of === of ? later.items : []), ...page.items], next: page.next }));
    } catch (thrown) {
      this.failed.set(refusedBy(thrown));
    } finally {
      this.fetching.set(false);
    }
  }
}
