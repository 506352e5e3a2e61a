import { computed, inject, Injectable, signal } from '@angular/core';
import { type ActionQuery, type AsAt, type LadderLink, pastRoutes, type PastTimelineQuery, type TimelineEnd, type TimelinePage, timelineRoutes } from '@followthrough/contracts';
import { criticalChain } from '@followthrough/domain';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';

/** What stands before an action, or after it, and how. */
export interface Related {
  readonly end: TimelineEnd;
  readonly kind: LadderLink['kind'];
}

/** A page of now, or as at a moment. */
type Seen = TimelinePage & { readonly asAt?: AsAt };

/** The rows of the timeline, some hundreds at a time. It outlives the screen, so going back finds it where it was. */
@Injectable()
export class TimelineStore {
  private readonly api = inject(Api);
  readonly pages = signal<readonly Seen[]>([]);
  readonly loading = signal(false);
  readonly refused = signal<Refused | undefined>(undefined);
  readonly first = computed(() => this.pages()[0]);
  readonly items = computed(() => this.pages().flatMap((page) => page.items));
  readonly isLast = computed(() => (this.pages().at(-1)?.next ?? null) === null);
  readonly links = computed(() => this.first()?.links ?? []);
  /** Of all that was asked for, also where its rows are not read yet. */
  readonly chain = computed(() => criticalChain((this.first()?.ends ?? []).filter((one) => one.isAsked), this.links()));
  readonly waitsFor = computed(() => this.related('thenId', 'firstId'));
  readonly opens = computed(() => this.related('firstId', 'thenId'));
  /** Where somebody was: the places are pixels. */
  readonly place = signal<{ readonly scale: string; readonly left: number; readonly top: number } | null>(null);
  /** Counts questions that are not the one before: another filter, order or grouping. */
  readonly asked = signal(0);
  private query: ActionQuery | PastTimelineQuery | undefined;
  /** Counts questions, so that a slow answer to an older one is dropped. */
  private question = 0;

  /** The first page of a question. Rows on screen stay until it comes; the same question again freshens what was read. */
  async show(query: ActionQuery | PastTimelineQuery): Promise<void> {
    const isSame = JSON.stringify(query) === JSON.stringify(this.query);
    this.query = query;
    if (!isSame) {
      this.place.set(null);
      this.asked.update((many) => many + 1);
    }
    await this.read(isSame ? Math.max(1, this.pages().length) : 1);
  }

  again(): Promise<void> {
    return this.read(Math.max(1, this.pages().length));
  }

  /** All pages, for paper. */
  async all(): Promise<void> {
    while (!this.isLast() && !this.refused()) await this.more();
  }

  async more(): Promise<void> {
    const after = this.pages().at(-1)?.next;
    if (!after || this.loading() || this.refused()) return;
    await this.asking(async () => {
      const page = await this.ask(after);
      return [...this.pages(), page];
    });
  }

  /** So many pages from the first, put in place together, so that nothing on screen jumps. */
  private async read(many: number): Promise<void> {
    await this.asking(async () => {
      const pages = [await this.ask()];
      for (let after = pages[0]?.next; after && pages.length < many; after = pages.at(-1)?.next) pages.push(await this.ask(after));
      return pages;
    });
  }

  private async asking(read: () => Promise<readonly Seen[]>): Promise<void> {
    const question = (this.question += 1);
    this.loading.set(true);
    this.refused.set(undefined);
    try {
      const pages = await read();
      if (question === this.question) this.pages.set(pages);
    } catch (thrown) {
      if (question === this.question) this.refused.set(refusedBy(thrown));
    } finally {
      if (question === this.question) this.loading.set(false);
    }
  }

  private ask(after?: string): Promise<Seen> {
    const query = after === undefined ? { ...this.query } : { ...this.query, after };
    return 'at' in query ? this.api.ask(pastRoutes.timeline, { query }) : this.api.ask(timelineRoutes.show, { query });
  }

  private related(of: 'firstId' | 'thenId', other: 'firstId' | 'thenId'): ReadonlyMap<string, readonly Related[]> {
    const ends = new Map(this.first()?.ends?.map((one) => [one.id, one]));
    const related = new Map<string, Related[]>();
    for (const link of this.links()) {
      const end = ends.get(link[other]);
      if (end) related.set(link[of], [...(related.get(link[of]) ?? []), { end, kind: link.kind }]);
    }
    return related;
  }
}
