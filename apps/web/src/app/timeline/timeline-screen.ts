import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, Injector, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { type ActionFilter, actionRoutes, fieldsOf, PastTimelineFilter } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { chipsOf, filterKeys, groupingNames, isGrouping, MoveDue, nameless, PlanFilters, queryOf } from '../actions/public';
import { screen } from '../api/screen';
import { AsAtBanner, AsAtChooser, Moment, narrowed } from '../past/public';
import { PlanHead } from '../plans/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { axisOf, isScale, type Scale } from './axis';
import { linesOf } from './lines';
import { type Proposal, TimelineChart } from './timeline-chart';
import { TimelineKey } from './timeline-key';
import { TimelineList } from './timeline-list';
import { TimelineStore } from './timeline-store';
import { TimelineTable } from './timeline-table';

const KEPT = fieldsOf(PastTimelineFilter);

type State = Readonly<Record<string, string | readonly string[] | null>>;

/** The plan over time: the rows of the plan table with their dates, what was planned, and what waits for what. All of it in the address. Now, or as at a moment that has been. */
@Component({
  selector: 'ft-timeline-screen',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Segments, Skeleton, UkDate, MoveDue, PlanFilters, PlanHead, TimelineChart, TimelineKey, TimelineList, TimelineTable],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './timeline-screen.html',
})
export class TimelineScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(TimelineStore);
  protected readonly moment = inject(Moment);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  private readonly chart = viewChild(TimelineChart);

  protected readonly query = computed(() => queryOf(this.params()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  private readonly narrowing = computed(() => narrowed(this.query(), (name) => !this.moment.isPast() || KEPT.has(name)));
  protected readonly filter = computed<ActionFilter>(() => this.narrowing().filter);
  protected readonly leftOut = computed(() => this.narrowing().leftOut);
  protected readonly isFiltered = computed(() => filterKeys.some((key) => key !== 'plan' && this.filter()[key] !== undefined));
  protected readonly filtersOpen = signal(false);
  /** What filters are called is read when one is on, or when somebody opens them. */
  private readonly choosing = computed(() => this.filtersOpen() || this.isFiltered());
  protected readonly choices = screen(actionRoutes.choices, () => (this.choosing() ? {} : undefined));
  protected readonly chips = computed(() => chipsOf(this.filter(), this.choices.value()));
  protected readonly groupings = Object.entries(groupingNames).map(([value, label]) => ({ value, label }));

  protected readonly scale = computed<Scale>(() => {
    const said: unknown = this.params()['scale'];
    return typeof said === 'string' && isScale(said) ? said : 'months';
  });
  protected readonly scales = [{ value: 'weeks', label: 'Weeks' }, { value: 'months', label: 'Months' }, { value: 'quarters', label: 'Quarters' }];
  protected readonly views = [{ value: 'picture', label: 'Picture' }, { value: 'table', label: 'Table' }];
  protected readonly onPaper = signal(false);
  protected readonly isTable = computed(() => this.onPaper() || this.params()['as'] === 'table');
  private readonly narrow = matchMedia('(width <= 760px)');
  protected readonly isNarrow = signal(this.narrow.matches);

  protected readonly today = computed(() => this.store.first()?.today ?? londonDay(new Date()));
  protected readonly total = computed(() => this.store.first()?.total ?? null);
  protected readonly mayMove = computed(() => this.me.may('action.move_date') && !this.moment.isPast());
  protected readonly says = computed(() => {
    const total = this.total();
    if (total === null) return '';
    return `${total.toLocaleString('en-GB')} ${total === 1 ? 'action' : 'actions'}${this.isFiltered() ? (this.moment.isPast() ? ' that matched' : ' that match') : ''}`;
  });
  private readonly made = computed(() => linesOf(this.store.items(), this.store.first()?.groups ?? null, nameless[this.query().group ?? 'status']));
  protected readonly lines = computed(() => this.made().lines);
  protected readonly height = computed(() => this.made().height);
  protected readonly axis = computed(() => axisOf(this.scale(), { firstOn: this.store.first()?.firstOn ?? null, lastOn: this.store.first()?.lastOn ?? null, today: this.today() }));
  /** The due date that somebody is about to move. */
  protected readonly moving = signal<Proposal | undefined>(undefined);

  constructor() {
    effect(() => {
      const { sort, direction, group } = this.query();
      const query = { ...this.filter(), ...(sort && { sort }), ...(direction && { direction }), ...(group && { group }) };
      const at = this.moment.at();
      untracked(() => void this.store.show(at === null ? query : { ...query, at }));
    });
    effect(() => this.moment.of.set(this.store.first()?.asAt));
    const resized = (): void => this.isNarrow.set(this.narrow.matches);
    this.narrow.addEventListener('change', resized);
    inject(DestroyRef).onDestroy(() => this.narrow.removeEventListener('change', resized));
  }

  protected show(state: State, replaceUrl = false): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl });
  }

  protected group(by: string): void {
    this.show({ group: isGrouping(by) ? by : null });
  }

  protected clear(): void {
    this.show(Object.fromEntries(filterKeys.filter((key) => key !== 'plan').map((key) => [key, null])));
  }

  protected goTo(id: string): void {
    this.chart()?.goTo(id);
  }

  /** The dates of others may have moved along, so all rows are read again. */
  protected async moved(): Promise<void> {
    await this.store.again();
  }

  /** The form is gone: the focus goes back to the row that it came from. */
  protected left(id: string): void {
    this.moving.set(undefined);
    this.goTo(id);
  }

  /** Paper gets the table, with all rows. */
  protected async print(): Promise<void> {
    await this.store.all();
    this.onPaper.set(true);
    await new Promise<void>((resolve) => afterNextRender({ read: () => resolve() }, { injector: this.injector }));
    window.print();
    this.onPaper.set(false);
  }
}
