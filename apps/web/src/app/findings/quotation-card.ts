import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type FindingPage, findingRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts, ukDate, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { CorrectionForm } from './correction-form';

/** The report's own words with their source: a draft until somebody has compared them, then locked, with corrections under them. */
@Component({
  selector: 'ft-quotation-card',
  imports: [Button, Card, UkTime, CorrectionForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './quotation-card.html',
})
export class QuotationCard {
  readonly finding = input.required<Omit<FindingPage, 'round' | 'threads'>>();
  readonly mayKeep = input.required<boolean>();
  readonly isPast = input(false);
  readonly changed = output<FindingPage>();
  /** Something about it changed that this card has no fresh page of. */
  readonly stale = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly correcting = signal(false);
  /** Who said it, where and when, as a footnote has it. */
  protected readonly citation = computed(() => {
    const one = this.finding();
    return `${[one.reviewBody, one.reviewTitle, one.page && `page ${one.page}`, one.publishedOn && `published ${ukDate(one.publishedOn)}`].filter(Boolean).join(', ')}.`;
  });

  protected async confirm(): Promise<void> {
    const { id, version } = this.finding();
    await this.deed(async () => {
      await this.api.ask(findingRoutes.confirm, { body: { findings: [{ id, version }] } });
      this.toasts.say('The quotation is confirmed and locked.');
    });
    this.stale.emit();
  }

  protected corrected(fresh: FindingPage | null): void {
    this.correcting.set(false);
    if (fresh) this.changed.emit(fresh);
    setTimeout(() => document.getElementById('correct-quotation')?.focus());
  }
}
