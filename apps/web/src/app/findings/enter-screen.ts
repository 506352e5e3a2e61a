import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { findingRoutes, reviewRoutes } from '@followthrough/contracts';
import { Card, Empty, Failed, Segments, Skeleton, Toasts } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { DraftList } from './draft-list';
import { PasteForm } from './paste-form';
import { QuickForm } from './quick-form';

/** Findings of one review entered fast: one after another by keyboard, or a whole list at once; then compared with the report and confirmed. */
@Component({
  selector: 'ft-enter-findings',
  imports: [RouterLink, Card, Empty, Failed, Segments, Skeleton, DraftList, PasteForm, QuickForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './enter-screen.html',
})
export class EnterScreen {
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly review = input<string>();
  readonly how = input<string>();
  protected readonly reviews = screen(reviewRoutes.list, () => (this.review() ? undefined : {}));
  protected readonly entered = screen(findingRoutes.drafts, () => {
    const id = this.review();
    return id ? { params: { id } } : undefined;
  }, { keep: true });
  protected readonly ways = [
    { value: 'keys', label: 'One by one' },
    { value: 'paste', label: 'Paste a list' },
  ];
  protected readonly way = computed(() => (this.how() === 'paste' ? 'paste' : 'keys'));

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected pasted(count: number): void {
    this.toasts.say(`${count} ${count === 1 ? 'finding' : 'findings'} added as drafts.`);
    this.show({ how: null });
    this.entered.reload();
  }
}
