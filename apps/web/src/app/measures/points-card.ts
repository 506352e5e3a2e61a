import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { MeasurePage, MeasurePoint } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Me } from '../session/me';
import { Figure } from './figures';
import { PastePoints } from './paste-points';
import { PointForm } from './point-form';
import { told } from './points';

const SHOWN = 24;

/** Every figure of a measure, the newest first: with what it said before it was corrected. */
@Component({
  selector: 'ft-points',
  imports: [Button, Card, UkDate, Figure, PastePoints, PointForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './points-card.html',
})
export class PointsCard {
  readonly measure = input.required<MeasurePage>();
  readonly changed = output<MeasurePage>();
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  protected readonly mayKeep = computed(() => this.me.may('measure.keep'));
  /** `one`, `paste`, or the id of the figure to correct. */
  protected readonly opened = signal<string | null>(null);
  protected readonly all = signal(false);
  private readonly told = computed(() => told(this.measure().points));
  protected readonly figures = computed(() => this.told().filter(({ point }) => point.value !== null));
  protected readonly shown = computed(() => (this.all() ? this.figures() : this.figures().slice(0, SHOWN)));
  protected readonly takenOut = computed(() => this.told().filter(({ point }) => point.value === null));

  protected open(what: string): void {
    this.opened.set(what);
  }

  protected close(): void {
    const from = this.opened();
    this.opened.set(null);
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => (document.getElementById(`point-${from}`) ?? document.getElementById('point-one'))?.focus());
  }

  protected done(fresh: MeasurePage | null, says: string): void {
    if (fresh) {
      this.changed.emit(fresh);
      this.toasts.say(says);
    }
    this.close();
  }

  protected addedSays({ note, addedByName }: MeasurePoint): string {
    return [note, addedByName].filter(Boolean).join(' · ');
  }
}
