import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CapacityPage, type CapacityRow, capacityRoutes, pastRegisterRoutes } from '@followthrough/contracts';
import { openStatuses } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { CapacityViews } from './capacity-views';
import { DaysEditor } from './days-editor';
import { days, HeatCell } from './heat-cell';
import { MonthActions } from './month-actions';

/** The address of the row for work that no organisation is accountable for. */
const NOBODY = 'nobody';

/** Demand over supply, as it is or was at a moment: months by organisations, and what is not known named beside it. */
@Component({
  selector: 'ft-capacity',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Skeleton, UkDate, CapacityViews, DaysEditor, HeatCell, MonthActions],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './capacity-screen.html',
})
export class CapacityScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly days = days;
  protected readonly open = openStatuses;

  /** From the address: the cell whose actions are shown. */
  readonly organisation = input<string>();
  readonly month = input<string>();
  private readonly now = screen(capacityRoutes.page, () => (this.moment.isPast() ? undefined : {}));
  private readonly then = screen(pastRegisterRoutes.capacity, () => {
    const at = this.moment.at();
    return at === null ? undefined : { query: { at } };
  });
  protected readonly page = computed(() => (this.moment.isPast() ? this.then : this.now));
  protected readonly past = computed(() => (this.moment.isPast() ? this.then.value() : undefined));
  protected readonly editing = signal(false);
  protected readonly mayKeep = computed(() => !this.moment.isPast() && this.me.may('capacity.keep'));
  /** The plan table as at a report is of one plan, and these figures are of all. */
  protected readonly mayOpen = computed(() => !this.past()?.asAt.cycleId);
  protected readonly needed = computed(() => this.sum((cell) => cell.needed));
  protected readonly confirmed = computed(() => this.sum((cell) => cell.confirmed ?? 0));
  protected readonly unknowns = computed(() => (this.page().value()?.rows ?? []).filter((row) => row.organisationId !== null && row.months.some((cell) => cell.needed > 0 && cell.confirmed === null)).length);
  protected readonly chosen = computed(() => {
    const row = this.page().value()?.rows.find((one) => keyOf(one) === this.organisation());
    const cell = row?.months.find((one) => one.month === this.month());
    return row && cell ? { row, cell } : null;
  });
  /** A year is said once where it begins, so that the months stay narrow. */
  protected readonly headings = computed(() => (this.page().value()?.months ?? []).map((month, index) => ({ month, name: monthName(month), year: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '' })));

  constructor() {
    effect(() => this.moment.of.set(this.past()?.asAt));
  }

  protected isChosen(row: CapacityRow, month: string): boolean {
    return keyOf(row) === this.organisation() && month === this.month();
  }

  protected choose(row: CapacityRow | null, month: string): void {
    const shut = row === null || this.isChosen(row, month);
    void this.router.navigate([], { queryParams: shut ? { organisation: null, month: null } : { organisation: keyOf(row), month }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected confirmedDays(fresh: CapacityPage | null): void {
    this.editing.set(false);
    if (fresh) {
      this.now.set(fresh);
      this.toasts.say('The days are confirmed.');
    }
    setTimeout(() => document.getElementById('confirm-days')?.focus());
  }

  private sum(of: (cell: CapacityPage['rows'][number]['months'][number]) => number): number {
    return (this.page().value()?.rows ?? []).flatMap((row) => row.months).reduce((total, cell) => total + of(cell), 0);
  }
}

const keyOf = (row: CapacityRow): string => row.organisationId ?? NOBODY;
const monthName = (month: string): string => new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
