import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ClockStep, frameworkRoutes, type ReviewItem, type ReviewPage, reviewRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { ClockStateTag } from './clock-state';
import { ReviewForm } from './review-form';

/** The reviews of this locality: who looked, when, what came of each and what is due next. */
@Component({
  selector: 'ft-reviews',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, ClockStateTag, ReviewForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './reviews-screen.html',
})
export class ReviewsScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly open = input<string>();
  protected readonly mayKeep = computed(() => this.me.may('finding.keep'));
  protected readonly list = screen(reviewRoutes.list);
  /** Asked for only when a review is to be added. */
  protected readonly frameworks = screen(frameworkRoutes.list, () => (this.open() === 'new' && this.mayKeep() ? {} : undefined));

  /** What is to do next: the first step that is not done. */
  protected next({ steps }: ReviewItem): ClockStep | undefined {
    return steps.find((step) => step.state !== 'done');
  }

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  protected done(review: ReviewPage | null): void {
    if (!review) {
      this.show(null);
      setTimeout(() => document.getElementById('add-review')?.focus());
      return;
    }
    this.toasts.say(`${review.title} added.`);
    void this.router.navigate(['/', this.here.slug(), 'findings', 'reviews', review.id]);
  }
}
