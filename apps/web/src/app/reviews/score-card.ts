import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import type { ReviewPage } from '@followthrough/contracts';
import { Button, Card, Notice, UkTime } from '@followthrough/ui';
import { BandScale } from './band-scale';
import { CellCount } from './cell-count';
import { ScoreEditor } from './score-editor';
import { latestScore, methodOf, mostOf, themesOf } from './scores';

/** The scores of a review as its framework's grid, what they come to by the review's method, and every earlier score. */
@Component({
  selector: 'ft-score-card',
  imports: [Button, Card, Notice, UkTime, BandScale, CellCount, ScoreEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './score-card.html',
})
export class ScoreCard {
  readonly review = input.required<ReviewPage>();
  readonly mayKeep = input.required<boolean>();
  readonly editing = model(false);
  readonly changed = output<ReviewPage>();
  protected readonly method = computed(() => methodOf(this.review()));
  protected readonly themes = computed(() => themesOf(this.review().criteria));
  protected readonly most = computed(() => mostOf(this.review()));
  /** Every score that is not the latest of its criterion and part. */
  protected readonly earlier = computed(() => this.review().scores.filter((one) => one !== latestScore(this.review(), one.criterionId, one.part)));
  private readonly titles = computed(() => new Map(this.review().criteria.map((one) => [one.id, one.title])));
  protected readonly titleOf = (id: string): string => this.titles().get(id) ?? '';
  protected readonly latest = (id: string, part: string | null) => latestScore(this.review(), id, part);

  protected says(score: number | null): string {
    return this.review().scoring?.levels.find((one) => one.score === score)?.says ?? '';
  }

  protected done(fresh: ReviewPage | null): void {
    this.editing.set(false);
    if (fresh) this.changed.emit(fresh);
    setTimeout(() => document.getElementById('give-scores')?.focus());
  }
}
