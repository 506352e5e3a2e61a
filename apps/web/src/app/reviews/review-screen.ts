import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ReviewPage, reviewRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { ClockCard } from './clock-card';
import { GridCard } from './grid-card';
import { ReviewForm } from './review-form';
import { ScoreCard } from './score-card';

/** One review: who looked and when, what it scored, where its findings fall and what should follow. */
@Component({
  selector: 'ft-review-screen',
  imports: [RouterLink, Button, Card, Failed, Skeleton, UkDate, ClockCard, GridCard, ReviewForm, ScoreCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './review-screen.html',
})
export class ReviewScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  /** `scores`: giving scores is open. */
  readonly open = input<string>();
  protected readonly review = screen(reviewRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly mayKeep = computed(() => this.me.may('finding.keep'));
  protected readonly editing = signal(false);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const review = this.review.value();
      if (review) title.say(review.title);
    });
  }

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  protected edited(fresh: ReviewPage | null): void {
    this.editing.set(false);
    if (fresh) this.review.set(fresh);
    setTimeout(() => document.getElementById('edit-review')?.focus());
  }
}
