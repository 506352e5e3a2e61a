import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { actionRoutes, fieldsOf, PastFilter, pastRoutes, pastSorts } from '@followthrough/contracts';
import { momentOf } from '@followthrough/domain';
import { Button, Card, Changed, Empty, Failed, Skeleton, SortHeader, type Sorting, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { screen } from '../api/screen';
import { chipsOf, queryOf } from '../actions/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { words } from '../words';
import { AsAtBanner } from './as-at-banner';
import { AsAtChooser } from './as-at-chooser';
import { narrowed } from './narrowed';

const KNOWN = fieldsOf(PastFilter);
/** Filters that the assessment answers: a report has kept it, a day has not. */
const ASSESSED: readonly string[] = ['doubtful', 'flag'];

/** The plan table as it was at a moment, with the filters of the address that the moment can answer. Nothing is edited here. */
@Component({
  selector: 'ft-past-plan',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, SaidStatus, Skeleton, SortHeader, UkDate, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './past-plan-screen.html',
})
export class PastPlanScreen {
  /** From the address: a day, or a published report. */
  readonly at = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly said = words;
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  private readonly choices = screen(actionRoutes.choices);
  private readonly asked = computed(() => queryOf(this.params()));
  private readonly answers = (name: string): boolean => KNOWN.has(name) && (momentOf(this.at()).report !== null || !ASSESSED.includes(name));
  private readonly narrowing = computed(() => narrowed(this.asked(), this.answers));
  protected readonly filter = computed(() => this.narrowing().filter);
  protected readonly unknown = computed(() => this.narrowing().leftOut);
  protected readonly chips = computed(() => chipsOf(this.filter(), this.choices.value()));
  private readonly sorted = computed(() => pastSorts.find((one) => one === this.asked().sort) ?? 'ref');
  protected readonly sorting = computed<Sorting>(() => ({ by: this.sorted(), order: this.asked().direction === 'down' ? 'descending' : 'ascending' }));
  protected readonly list = listing(pastRoutes.actions, () => ({ ...(this.filter() as PastFilter), at: this.at(), sort: this.sorted(), ...(this.asked().direction === 'down' ? { direction: 'down' as const } : {}) }));
  protected readonly title = computed(() => this.choices.value()?.plans.find((one) => one.id === (this.filter().plan ?? this.list.first.value()?.asAt.planId))?.name ?? 'Plan');

  protected show(state: Readonly<Record<string, string | readonly string[] | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected sort({ by, order }: Sorting): void {
    this.show({ sort: by, direction: order === 'descending' ? 'down' : null });
  }
}
