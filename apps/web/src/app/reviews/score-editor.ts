import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type NewScore, type ReviewPage, reviewRoutes } from '@followthrough/contracts';
import { assess } from '@followthrough/domain';
import { Button, Notice } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { BandScale } from './band-scale';
import { latestScore, methodOf, mostOf, themesOf } from './scores';

/** All scores of a review at once, by keyboard: Tab moves, a figure chooses. What they come to is said while they are chosen; one Save. */
@Component({
  selector: 'ft-score-editor',
  imports: [Button, Notice, BandScale],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  templateUrl: './score-editor.html',
})
export class ScoreEditor {
  readonly review = input.required<ReviewPage>();
  readonly done = output<ReviewPage | null>();
  private readonly api = inject(Api);
  protected readonly method = computed(() => methodOf(this.review()));
  protected readonly levels = computed(() => this.review().scoring?.levels ?? []);
  protected readonly themes = computed(() => themesOf(this.review().criteria));
  /** What is scored of each criterion: its parts, or itself. */
  protected readonly parts = computed<readonly (string | null)[]>(() => (this.method()?.parts.length ? (this.method()?.parts ?? []) : [null]));
  protected readonly chosen = signal<ReadonlyMap<string, NewScore>>(new Map());
  protected readonly refused = signal('');
  protected readonly sending = signal(false);

  protected readonly most = computed(() => mostOf(this.review()));
  /** What the scores come to as they are chosen. */
  protected readonly assessment = computed(() => {
    const [{ scoring, criteria }, method] = [this.review(), this.method()];
    if (!scoring || !method) return null;
    const given = criteria.flatMap(({ id }) => this.parts().map((part) => ({ criterionId: id, part, score: this.score(id, part) })));
    return assess(scoring, method, criteria.map((one) => one.id), given);
  });

  protected score(criterionId: string, part: string | null): number | null {
    const chosen = this.chosen().get(keyOf(criterionId, part));
    return chosen ? chosen.score : (latestScore(this.review(), criterionId, part)?.score ?? null);
  }

  protected choose(criterionId: string, part: string | null, text: string): void {
    this.chosen.update((chosen) => new Map(chosen).set(keyOf(criterionId, part), { criterionId, part, score: text === '' ? null : Number(text) }));
  }

  protected async save(): Promise<void> {
    const scores = [...this.chosen().values()].filter((one) => one.score !== (latestScore(this.review(), one.criterionId, one.part)?.score ?? null));
    if (scores.length === 0) return this.done.emit(null);
    this.sending.set(true);
    try {
      this.done.emit(await this.api.ask(reviewRoutes.score, { params: { id: this.review().id }, body: { scores } }));
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).message);
    } finally {
      this.sending.set(false);
    }
  }
}

const keyOf = (criterionId: string, part: string | null): string => `${criterionId} ${part ?? ''}`;
