import { computed, type Signal, signal } from '@angular/core';
import type { Screen } from '../api/screen';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The pages after the first of a list, as they were asked for. They count only while they follow the first page on screen. */
export class More<T, A extends Page<T>> {
  private readonly later = signal<{ readonly of: A; readonly items: readonly T[]; readonly next: string | null } | undefined>(undefined);
  readonly items: Signal<readonly T[]>;
  readonly next: Signal<string | null>;

  constructor(
    private readonly first: Screen<A>,
    private readonly ask: (after: string) => Promise<Page<T>>,
  ) {
    const followed = computed(() => (this.later()?.of === first.value() ? this.later() : undefined));
    this.items = computed(() => [...(first.value()?.items ?? []), ...(followed()?.items ?? [])]);
    this.next = computed(() => (followed() ? (followed()?.next ?? null) : (first.value()?.next ?? null)));
  }

  async read(): Promise<void> {
    const [of, after, items] = [this.first.value(), this.next(), this.items()];
    if (!of || !after) return;
    const page = await this.ask(after);
    this.later.set({ of, items: [...items.slice(of.items.length), ...page.items], next: page.next });
  }
}
