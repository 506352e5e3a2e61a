import { computed, inject, Injectable, signal } from '@angular/core';
import { type FindingItem, type FindingList, type FindingQuery, findingRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { refusedBy, type Refused } from '../api/refused';
import { screen } from '../api/screen';

/** The findings that the address asks for, page after page. */
@Injectable()
export class FindingStore {
  private readonly api = inject(Api);
  private readonly query = signal<FindingQuery | undefined>(undefined);
  readonly first = screen(findingRoutes.list, () => {
    const query = this.query();
    return query ? { query } : undefined;
  }, { keep: true });
  private readonly later = signal<{ readonly of: FindingList; readonly items: readonly FindingItem[]; readonly next: string | null } | undefined>(undefined);
  /** Later pages count only while they follow the first page that is shown. */
  private readonly followed = computed(() => (this.later()?.of === this.first.value() ? this.later() : undefined));
  readonly items = computed<readonly FindingItem[]>(() => [...(this.first.value()?.items ?? []), ...(this.followed()?.items ?? [])]);
  readonly next = computed(() => (this.followed() ? (this.followed()?.next ?? null) : (this.first.value()?.next ?? null)));
  readonly fetching = signal(false);
  readonly failed = signal<Refused | undefined>(undefined);

  ask(query: FindingQuery): void {
    this.query.set(query);
  }

  async more(): Promise<void> {
    const [of, after] = [this.first.value(), this.next()];
    if (!of || !after || this.fetching()) return;
    this.fetching.set(true);
    this.failed.set(undefined);
    try {
      const page = await this.api.ask(findingRoutes.list, { query: { ...this.query(), after } });
      this.later.update((later) => ({ of, items: [...(later?.of === of ? later.items : []), ...page.items], next: page.next }));
    } catch (thrown) {
      this.failed.set(refusedBy(thrown));
    } finally {
      this.fetching.set(false);
    }
  }
}
