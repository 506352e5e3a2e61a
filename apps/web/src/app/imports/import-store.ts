import { computed, inject, Injectable, signal } from '@angular/core';
import { importRoutes, type ImportScreen, type ImportStep, type Settled, type ToSettle } from '@followthrough/contracts';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';
import { screen } from '../api/screen';

/** One import with all its steps. Every choice is saved at once and answered with the whole, so leaving loses nothing. */
@Injectable()
export class ImportStore {
  private readonly api = inject(Api);
  readonly id = signal<string | undefined>(undefined);
  readonly one = screen(importRoutes.one, () => (this.id() ? { params: { id: this.id() ?? '' } } : undefined));
  readonly refused = signal<Refused | undefined>(undefined);
  readonly waiting = signal(0);
  readonly isOpen = computed(() => ['uploaded', 'previewed'].includes(this.one.value()?.state ?? ''));
  /** Saved choices are sent one after the other, each over the version that the one before answered with. */
  private last: Promise<unknown> = Promise.resolve();

  choose(step: (now: ImportScreen) => Partial<Omit<ImportStep, 'version'>>): Promise<boolean> {
    return this.inTurn((now) => this.api.ask(importRoutes.choose, { params: { id: now.id }, body: { ...step(now), version: now.version } }));
  }

  /** Answers one question about one row, in the place of an earlier answer. */
  settle(question: Pick<ToSettle, 'row' | 'part' | 'what' | 'field'>, answer: string | null | undefined): Promise<boolean> {
    return this.choose(({ choices }) => {
      const others = choices.settled.filter((one) => !isSame(one, question));
      return { settled: answer === undefined ? others : [...others, { row: question.row, part: question.part, what: question.what, field: question.field, answer }] };
    });
  }

  apply(): Promise<boolean> {
    return this.inTurn((now) => this.api.ask(importRoutes.apply, { params: { id: now.id }, body: { version: now.version } }));
  }

  undo(): Promise<boolean> {
    return this.inTurn((now) => this.api.ask(importRoutes.undo, { params: { id: now.id }, body: { version: now.version } }));
  }

  discard(): Promise<boolean> {
    return this.inTurn((now) => this.api.ask(importRoutes.discard, { params: { id: now.id }, body: { version: now.version } }));
  }

  private inTurn(deed: (now: ImportScreen) => Promise<ImportScreen>): Promise<boolean> {
    const turn = this.last.then(() => this.attempt(deed));
    this.last = turn;
    return turn;
  }

  private async attempt(deed: (now: ImportScreen) => Promise<ImportScreen>): Promise<boolean> {
    const now = this.one.value();
    if (!now) return false;
    this.waiting.update((many) => many + 1);
    this.refused.set(undefined);
    try {
      this.one.set(await deed(now));
      return true;
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.refused.set(refused);
      // Somebody else went on with it, or another window did: what they chose is shown, and the deed can be done again.
      if (refused.code === 'stale' || refused.code === 'already_done') this.one.reload();
      return false;
    } finally {
      this.waiting.update((many) => many - 1);
    }
  }
}

const isSame = (one: Settled, other: Pick<ToSettle, 'row' | 'part' | 'what' | 'field'>): boolean => one.row === other.row && one.part === other.part && one.what === other.what && ((one.what !== 'date' && one.what !== 'conflict') || one.field === other.field);
