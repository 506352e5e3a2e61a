import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { frameworkRoutes, type ReviewItem, reviewRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { ReviewForm } from './review-form';

/** The reviews of this locality: who looked, when, and what came of each. */
@Component({
  selector: 'ft-reviews',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, ReviewForm],
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

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  protected done(review: ReviewItem | null): void {
    const from = this.open();
    this.show(null);
    if (review) {
      this.list.update(({ items }) => ({ items: items.some((one) => one.id === review.id) ? items.map((one) => (one.id === review.id ? review : one)) : [review, ...items] }));
      this.toasts.say(`${review.title} ${from === 'new' ? 'added' : 'saved'}.`);
    }
    setTimeout(() => document.getElementById(review ? `edit-${review.id}` : from === 'new' ? 'add-review' : `edit-${from}`)?.focus());
  }
}
