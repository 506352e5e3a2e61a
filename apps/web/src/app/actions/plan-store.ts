import { computed, inject, Injectable, signal } from '@angular/core';
import { type ActionGroup, type ActionItem, type ActionQuery, actionRoutes, type ShownWord } from '@followthrough/contracts';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';
import { screen } from '../api/screen';

/** The rows of the plan table, page after page as somebody scrolls. It outlives the screen, so going back finds them as they were. */
@Injectable()
export class PlanStore {
  private readonly api = inject(Api);
  readonly choices = screen(actionRoutes.choices);
  readonly pages = signal<readonly (readonly ActionItem[])[]>([]);
  readonly total = signal<number | null>(null);
  readonly groups = signal<readonly ActionGroup[] | null>(null);
  readonly words = signal<readonly ShownWord[]>([]);
  readonly loading = signal(false);
  readonly refused = signal<Refused | undefined>(undefined);
  readonly isLast = computed(() => this.next() === null);
  private readonly next = signal<string | null>(null);
  private query: ActionQuery = {};
  /** Counts questions, so that a slow answer to an older one is dropped. */
  private question = 0;

  /** The first page of a question. Rows on screen stay until it comes; coming back to the same question freshens what was read. */
  async show(query: ActionQuery): Promise<void> {
    const read = JSON.stringify(query) === JSON.stringify(this.query) ? this.pages().length : 0;
    this.query = query;
    if (read > 1) return this.freshen(read);
    await this.read((answer) => {
      this.pages.set([answer.items]);
      this.total.set(answer.total);
      this.groups.set(answer.groups);
      this.words.set(answer.words);
    });
  }

  async more(): Promise<void> {
    const after = this.next();
    if (after === null || this.loading() || this.refused()) return;
    await this.read((answer) => this.pages.update((pages) => [...pages, answer.items]), after);
  }

  /** All pages, for paper. */
  async all(): Promise<void> {
    if (!this.isLast()) await this.freshen(Number.POSITIVE_INFINITY);
  }

  /** Reads again as many pages as there are, and puts them in place together, so that nothing on screen jumps. */
  private async freshen(read: number): Promise<void> {
    const pages: (readonly ActionItem[])[] = [];
    let after: string | null = null;
    do {
      await this.read((answer) => {
        pages.push(answer.items);
        after = answer.next;
        if (answer.total !== null) this.total.set(answer.total);
        if (answer.groups !== null) this.groups.set(answer.groups);
      }, after ?? undefined);
    } while (pages.length < read && after !== null && !this.refused());
    if (!this.refused()) this.pages.set(pages);
  }

  again(): Promise<void> {
    return this.show(this.query);
  }

  private async read(keep: (answer: Awaited<ReturnType<PlanStore['ask']>>) => void, after?: string): Promise<void> {
    const question = (this.question += 1);
    this.loading.set(true);
    this.refused.set(undefined);
    try {
      const answer = await this.ask(after);
      if (question !== this.question) return;
      keep(answer);
      this.next.set(answer.next);
    } catch (thrown) {
      if (question === this.question) this.refused.set(refusedBy(thrown));
    } finally {
      if (question === this.question) this.loading.set(false);
    }
  }

  private ask(after?: string) {
    return this.api.ask(actionRoutes.list, { query: after === undefined ? this.query : { ...this.query, after } });
  }
}
