import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, inject, linkedSignal, type Signal, untracked } from '@angular/core';
import type { AnswerOf, ParamsOf, QueryOf, Route } from '@followthrough/contracts';
import { Here } from '../session/here';
import { addressOf, asked, type Query } from './address';
import { type Refused, refusedBy } from './refused';

interface Reading<R extends Route> {
  readonly params?: Omit<ParamsOf<R>, 'locality'> & { readonly locality?: string };
  readonly query?: Partial<QueryOf<R>>;
}

/** One read of one screen, as signals. */
export interface Screen<A> {
  /** The answer; undefined until it is there, and after a refusal. */
  readonly value: Signal<A | undefined>;
  readonly loading: Signal<boolean>;
  readonly refused: Signal<Refused | undefined>;
  reload(): void;
  /** Puts an answer in place without asking again: a write answers with the fresh row. */
  set(answer: A): void;
  /** The same for an answer that is still on its way. */
  take(asked: Promise<A>): Promise<A>;
  update(change: (answer: A) => A): void;
}

/**
 * Reads a route whenever what it is asked with changes; undefined asks nothing yet.
 * With `keep`, the last answer stays on screen while the next one comes: for lists that are filtered or sorted.
 */
export function screen<R extends Route>(route: R, reading: () => Reading<R> | undefined = () => ({}), { keep = false } = {}): Screen<AnswerOf<R>> {
  const here = inject(Here);
  const resource = httpResource<AnswerOf<R>>(() => {
    const said = reading();
    if (!said || (route.path.includes(':locality') && !here.slug())) return undefined;
    return { url: addressOf(route, { locality: here.slug(), ...(said.params as Readonly<Record<string, string>> | undefined) }), params: asked(said.query as Query | undefined) };
  });
  // What could not be read for want of a connection is read once there is one.
  const back = (): void => void (untracked(resource.error) && refusedBy(untracked(resource.error)).code === 'unavailable' && resource.reload());
  addEventListener('online', back);
  inject(DestroyRef).onDestroy(() => removeEventListener('online', back));
  const answered = computed(() => (resource.hasValue() ? resource.value() : undefined));
  const kept = linkedSignal<{ answer: AnswerOf<R> | undefined; loading: boolean }, AnswerOf<R> | undefined>({
    source: () => ({ answer: answered(), loading: resource.isLoading() }),
    computation: ({ answer, loading }, last) => answer ?? (loading ? last?.value : undefined),
  });
  return {
    value: keep ? kept.asReadonly() : answered,
    loading: resource.isLoading,
    refused: computed(() => {
      const error = resource.error();
      return error ? refusedBy(error) : undefined;
    }),
    reload: () => void resource.reload(),
    set: (answer) => resource.set(answer),
    take: async (coming) => {
      const answer = await coming;
      resource.set(answer);
      return answer;
    },
    update: (change) => {
      const now = answered();
      if (now) resource.set(change(now));
    },
  };
}
