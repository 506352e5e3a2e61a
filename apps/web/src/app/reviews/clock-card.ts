import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ClockEntry, ClockEntryKind, ReviewPage } from '@followthrough/contracts';
import { Button, Card, ukDate, UkDate, UkTime } from '@followthrough/ui';
import { ClockStateTag } from './clock-state';
import { StepForm } from './step-form';

/** What should follow the review, step by step: by the framework's rule, moved with a reason, done or late. */
@Component({
  selector: 'ft-clock-card',
  imports: [Button, Card, UkDate, UkTime, ClockStateTag, StepForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clock-card.html',
})
export class ClockCard {
  readonly review = input.required<ReviewPage>();
  readonly mayKeep = input.required<boolean>();
  readonly changed = output<ReviewPage>();
  protected readonly open = signal<{ readonly code: string; readonly kind: ClockEntryKind } | null>(null);
  protected readonly late = computed(() => this.review().steps.filter((step) => step.state === 'late').length);
  protected readonly says = computed(() => (this.late() === 0 ? '' : `${this.late()} ${this.late() === 1 ? 'step is' : 'steps are'} late`));

  /** What people said of one step, latest first. */
  protected said(code: string): readonly ClockEntry[] {
    return this.review().entries.filter((one) => one.step === code);
  }

  protected inWords({ kind, on, reason }: ClockEntry): string {
    const said = kind === 'done' ? (on ? `Done on ${ukDate(on)}` : 'Not done after all') : on ? `Moved to ${ukDate(on)}` : 'Back to the framework’s rule';
    return reason ? `${said}: “${reason}”` : said;
  }

  protected done(fresh: ReviewPage | null): void {
    const from = this.open();
    this.open.set(null);
    if (fresh) this.changed.emit(fresh);
    setTimeout(() => document.getElementById(`${from?.kind}-${from?.code}`)?.focus());
  }
}
