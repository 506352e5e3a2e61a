import { computed, inject, Injectable, linkedSignal, type Signal, signal } from '@angular/core';
import { type NewScenarioChange, type ScenarioChangeItem, type ScenarioFactsSaid, type ScenarioPage, scenarioRoutes } from '@followthrough/contracts';
import { changeOf, factsHeard, replay, type ScenarioFacts, scenarioVerdict, writesOf } from '@followthrough/domain';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';

interface Heard {
  readonly text: string;
  readonly facts: ScenarioFacts;
}

/**
 * A scenario that is being tried: the plan as the server last told it, with the changes laid over it here, so that each shows
 * its effect at once and is saved behind. Who may not change it is told what it comes to instead.
 */
@Injectable()
export class ScenarioStore {
  private readonly api = inject(Api);
  readonly page = signal<ScenarioPage | undefined>(undefined);
  /** Added here and not answered yet. */
  private readonly waiting = signal<readonly ScenarioChangeItem[]>([]);
  /** Taken out here and not answered yet. */
  private readonly leaving = signal<readonly string[]>([]);
  /** What is being typed, as far as it can be reckoned with. */
  readonly typed = signal<ScenarioChangeItem | null>(null);
  readonly refused = signal<string | null>(null);

  /** The same objects as long as the plan is the same, so that the verdict reckons only what changes. */
  private readonly heard: Signal<Heard | null> = linkedSignal<ScenarioFactsSaid | null, Heard | null>({
    source: () => this.page()?.facts ?? null,
    computation: (facts, last) => {
      if (!facts) return null;
      const text = JSON.stringify(facts);
      return last?.value?.text === text ? last.value : { text, facts: factsHeard(facts) };
    },
  });
  readonly facts = computed(() => this.heard()?.facts ?? null);
  readonly changes = computed<readonly ScenarioChangeItem[]>(() => [...(this.page()?.changes ?? []).filter((one) => !this.leaving().includes(one.id)), ...this.waiting()]);
  readonly isSaving = computed(() => this.waiting().length + this.leaving().length > 0);

  readonly before = computed(() => {
    const facts = this.facts();
    return facts ? scenarioVerdict(facts) : (this.page()?.before ?? null);
  });
  private readonly replayed = computed(() => {
    const [facts, typed] = [this.facts(), this.typed()];
    return facts ? replay(facts, [...this.changes(), ...(typed ? [typed] : [])].map(changeOf)) : null;
  });
  readonly after = computed(() => {
    const replayed = this.replayed();
    return replayed ? scenarioVerdict(replayed.facts) : (this.page()?.after ?? null);
  });
  readonly other = computed(() => {
    const [page, facts] = [this.page(), this.facts()];
    return page?.beside && facts ? scenarioVerdict(replay(facts, page.beside.changes.map(changeOf)).facts) : (page?.afterBeside ?? null);
  });
  readonly conflicts = computed(() => this.replayed()?.conflicts ?? this.page()?.conflicts ?? []);
  readonly along = computed(() => this.replayed()?.along ?? []);
  readonly writes = computed(() => {
    const facts = this.facts();
    return facts ? writesOf(facts, this.changes()) : [];
  });
  /** What actions are called: also the second parts, which are not there yet. */
  readonly names = computed<ReadonlyMap<string, string>>(() => new Map((this.facts()?.work ?? []).map((one) => [one.id, `${one.ref} ${one.title}`])));

  add(id: string, body: NewScenarioChange, item: ScenarioChangeItem): Promise<void> {
    this.typed.set(null);
    this.waiting.update((all) => [...all, item]);
    return this.saved(() => this.api.ask(scenarioRoutes.change, { params: { id }, body }), () => this.waiting.update((all) => all.filter((one) => one !== item)));
  }

  takeOut(id: string, change: string): Promise<void> {
    this.leaving.update((all) => [...all, change]);
    return this.saved(() => this.api.ask(scenarioRoutes.takeOut, { params: { id, change } }), () => this.leaving.update((all) => all.filter((one) => one !== change)));
  }

  keep(id: string, change: string): Promise<void> {
    return this.saved(() => this.api.ask(scenarioRoutes.keep, { params: { id, change } }), () => undefined);
  }

  /** What another scenario is laid beside stays beside it: a write does not answer that. */
  take(fresh: ScenarioPage): void {
    this.page.update((was) => ({ ...fresh, beside: was?.beside ?? fresh.beside, afterBeside: was?.afterBeside ?? fresh.afterBeside }));
  }

  // One after another, so that the last answer knows of all.
  private last: Promise<void> = Promise.resolve();
  private saved(ask: () => Promise<ScenarioPage>, done: () => void): Promise<void> {
    this.refused.set(null);
    this.last = this.last.then(async () => {
      try {
        this.take(await ask());
      } catch (thrown) {
        this.refused.set(refusedBy(thrown).sentence);
      } finally {
        done();
      }
    });
    return this.last;
  }
}
