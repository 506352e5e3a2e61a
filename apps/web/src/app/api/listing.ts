import { computed, inject, linkedSignal, type Signal, signal } from '@angular/core';
import type { AnswerOf, ParamsOf, QueryOf, Route } from '@followthrough/contracts';
import { Toasts } from '@followthrough/ui';
import { Api } from './api';
import { refusedBy } from './refused';
import { type Screen, screen } from './screen';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

type ItemOf<R> = AnswerOf<R> extends { readonly items: readonly (infer T)[] } ? T : never;

/** A list that comes a page at a time and is gone on with by a button. */
export interface Listing<A, T> {
  /** The first page: its total, whether it is there, why not. */
  readonly first: Screen<A>;
  readonly items: Signal<readonly T[] | undefined>;
  readonly mayGoOn: Signal<boolean>;
  readonly fetching: Signal<boolean>;
  more(): Promise<void>;
  /** Puts what a write answered with in its place, without asking again. */
  change(how: (items: readonly T[]) => readonly T[]): void;
}

/** @param asking what the list is narrowed to; undefined asks nothing yet. @param place whose list it is, where the address has more than the locality */
export function listing<R extends Route>(route: R, asking: () => Partial<QueryOf<R>> | undefined, place: () => Omit<ParamsOf<R>, 'locality'> | undefined = () => undefined): Listing<AnswerOf<R>, ItemOf<R>> {
  const api = inject(Api);
  const toasts = inject(Toasts);
  const first = screen(route, () => {
    const query = asking();
    const params = place();
    return query && { query, ...(params ? { params } : {}) };
  });
  const pages = linkedSignal(() => first.value() as Page<ItemOf<R>> | undefined);
  const fetching = signal(false);
  return {
    first,
    items: computed(() => pages()?.items),
    mayGoOn: computed(() => !!pages()?.next),
    fetching: fetching.asReadonly(),
    more: async () => {
      const [before, now, params] = [first.value(), pages(), place()];
      if (!now?.next || fetching()) return;
      fetching.set(true);
      try {
        const rest = (await api.ask(route, { ...(params ? { params } : {}), query: { ...asking(), after: now.next } as unknown as Partial<QueryOf<R>> })) as Page<ItemOf<R>>;
        // Somebody asked for another list meanwhile: these rows are not of it.
        if (first.value() === before) pages.set({ items: [...now.items, ...rest.items], next: rest.next });
      } catch (thrown) {
        toasts.say(refusedBy(thrown).sentence);
      } finally {
        fetching.set(false);
      }
    },
    change: (how) => pages.update((now) => now && { ...now, items: how(now.items) }),
  };
}
