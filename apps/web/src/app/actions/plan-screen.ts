import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, inject, Injector, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type ActionFilter, actionRoutes, type BulkEdit, bulkEditRoutes, MOST_IN_BULK } from '@followthrough/contracts';
import { Button, Card, Changed, Empty, Failed, Skeleton, SortHeader, type Sorting, Toasts } from '@followthrough/ui';
import { addressOf, asked } from '../api/address';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { BulkEditPanel, type Selected } from '../bulk-edits/public';
import { AsAtChooser } from '../past/public';
import { PlanFacts, PlanViews } from '../plans/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { Near } from './near';
import { type Column, columnNames, columns, columnsOf, filterKeys, groupingNames, isGrouping, nameless, queryOf, sortOf, usualColumns } from './plan-address';
import { chipsOf } from './plan-chips';
import { PlanFilters } from './plan-filters';
import { PlanPage } from './plan-page';
import { PlanSelection } from './plan-selection';
import { PlanStore } from './plan-store';

/** Some eighty sheets. Who needs more of a plan takes the workbook. */
const MOST_ON_PAPER = 2_000;

type State = Readonly<Record<string, string | readonly string[] | null>>;

/** The plan: one table that filters, sorts, groups and scrolls through twenty thousand actions, all of it in the address. */
@Component({
  selector: 'ft-plan',
  imports: [RouterLink, AsAtChooser, Button, Card, Empty, Failed, Skeleton, SortHeader, BulkEditPanel, Near, PlanFacts, PlanFilters, PlanPage, PlanViews, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  providers: [PlanSelection],
  templateUrl: './plan-screen.html',
})
export class PlanScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(PlanStore);
  protected readonly selection = inject(PlanSelection);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

  protected readonly query = computed(() => queryOf(this.params()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly filter = computed<ActionFilter>(() => this.query());
  protected readonly shown = computed(() => columnsOf(this.params()));
  protected readonly chips = computed(() => chipsOf(this.filter(), this.store.choices.value()));
  protected readonly isFiltered = computed(() => filterKeys.some((key) => key !== 'plan' && this.filter()[key] !== undefined));
  protected readonly sorting = computed<Sorting>(() => ({ by: this.query().sort ?? 'ref', order: this.query().direction === 'down' ? 'descending' : 'ascending' }));
  protected readonly filtersOpen = signal(false);
  protected readonly columns = columns;
  protected readonly names = columnNames;
  protected readonly sortOf = sortOf;
  protected readonly groupings = Object.entries(groupingNames).map(([value, label]) => ({ value, label }));
  protected readonly none = computed(() => nameless[this.query().group ?? 'status']);
  protected readonly plans = computed(() => this.store.choices.value()?.plans ?? []);
  /** The plan on screen: the one chosen, or the only one. */
  protected readonly planId = computed(() => this.filter().plan ?? (this.plans().length === 1 ? this.plans()[0]?.id : undefined));
  protected readonly title = computed(() => this.plans().find((one) => one.id === this.planId())?.name ?? 'Plan');
  protected readonly says = computed(() => {
    const total = this.store.total();
    return total === null ? '' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'action' : 'actions'}`;
  });

  /** The same rows as a workbook, whatever their order and grouping here. */
  protected readonly exported = computed(() => {
    const filter = Object.fromEntries(filterKeys.map((key) => [key, this.filter()[key]]));
    const said = new URLSearchParams(Object.entries(asked(filter)).flatMap(([key, value]) => [value].flat().map((one) => [key, one])));
    return `${addressOf(actionRoutes.export, { locality: this.here.slug() })}?${said.toString()}`;
  });

  /** The same selection to report on, many at once. */
  protected readonly onSheet = computed(() => ({ which: 'open', ...Object.fromEntries(filterKeys.map((key) => [key, this.filter()[key]])) }));

  /** All rows are drawn, for paper. */
  protected readonly onPaper = signal(false);
  protected readonly mayPrint = computed(() => (this.store.total() ?? 0) > 0 && (this.store.total() ?? 0) <= MOST_ON_PAPER);

  /** What is ticked is being changed: it takes the table's place. */
  protected readonly changing = signal<Selected | undefined>(undefined);
  protected readonly mayTakeAll = computed(() => (this.store.total() ?? 0) <= MOST_IN_BULK);
  protected readonly most = MOST_IN_BULK;

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        // Other rows match by now.
        this.selection.isAll.set(false);
        void this.store.show(query);
      });
    });
  }

  protected show(state: State, replaceUrl = false): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl });
  }

  protected sort({ by, order }: Sorting): void {
    this.show({ sort: by, direction: order === 'descending' ? 'down' : null });
  }

  protected group(by: string): void {
    this.show({ group: isGrouping(by) ? by : null });
  }

  protected turnColumn(column: Column): void {
    const next = columns.filter((one) => (one === column) !== this.shown().includes(one));
    this.show({ columns: next.length === usualColumns.length && next.every((one) => usualColumns.includes(one)) ? null : next.join(' ') }, true);
  }

  protected clear(): void {
    this.show(Object.fromEntries(filterKeys.filter((key) => key !== 'plan').map((key) => [key, null])));
  }

  /** Reads and draws what nobody has scrolled to yet, and then opens the browser's own dialog. */
  protected async print(): Promise<void> {
    this.onPaper.set(true);
    await this.store.all();
    await this.drawn();
    window.print();
    this.onPaper.set(false);
  }

  private drawn(): Promise<void> {
    return new Promise((resolve) => afterNextRender({ read: () => resolve() }, { injector: this.injector }));
  }

  protected change(): void {
    const filter = Object.fromEntries(filterKeys.flatMap((key) => (this.filter()[key] === undefined ? [] : [[key, this.filter()[key]]])));
    this.changing.set({ ids: [...this.selection.ids()], filter: this.selection.isAll() ? filter : null, count: this.selection.count() });
  }

  protected changed({ id, actions, along }: BulkEdit): void {
    this.changing.set(undefined);
    this.selection.turn();
    void this.store.again();
    this.toasts.say(`${actions === 1 ? '1 action' : `${actions} actions`} changed${along > 0 ? `, and ${along} moved along` : ''}.`, () => void this.undo(id));
  }

  private async undo(id: string): Promise<void> {
    try {
      await this.api.ask(bulkEditRoutes.undo, { params: { id } });
      this.toasts.say('Undone: all of it is as before.');
    } catch (thrown) {
      this.toasts.say(refusedBy(thrown).message);
    }
    await this.store.again();
  }

  protected near(isNear: boolean): void {
    if (isNear) void this.store.more();
  }
}
