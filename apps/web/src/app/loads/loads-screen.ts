import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type LoadCell, type LoadCellsBy, loadCellsBy, loadRoutes, type LoadRowItem } from '@followthrough/contracts';
import { coverageSays } from '@followthrough/domain';
import { Card, Empty, Failed, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews, HeatCell, type HeatFigure, HeatKeys } from '../capacity/public';
import { Here } from '../session/here';
import { LoadActions } from './load-actions';
import { LoadParts } from './load-parts';
import { headingsOf, inUnit, type LoadUnit, unitWords } from './load-units';

/** The address of the row of what is nobody's. */
const REST = 'nobody';
const units: readonly LoadUnit[] = ['hours', 'days', 'fte'];

/** What open work asks of people, teams, organisations or skills, or action by action, in each month, beside what they can give. */
@Component({
  selector: 'ft-loads',
  imports: [RouterLink, Card, Empty, Failed, Segments, Skeleton, UkDate, CapacityViews, HeatCell, HeatKeys, LoadActions, LoadParts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './loads-screen.html',
})
export class LoadsScreen {
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** From the address: what the rows are, in what they are counted, and the cell that is open. */
  readonly by = input<string>();
  readonly unit = input<string>();
  readonly row = input<string>();
  readonly month = input<string>();
  /** 12 or 24. */
  readonly months = input<string>();
  /** Whose actions, where the rows are actions. */
  readonly organisation = input<string>();
  readonly person = input<string>();

  protected readonly rows = computed<LoadCellsBy>(() => loadCellsBy.find((one) => one === this.by()) ?? 'organisation');
  protected readonly counted = computed<LoadUnit>(() => units.find((one) => one === this.unit()) ?? 'days');
  protected readonly count = computed(() => (this.months() === '24' ? 24 : 12));
  protected readonly page = screen(loadRoutes.page, () => {
    const by = this.rows();
    return by === 'action' ? undefined : { query: { by, months: this.count() } };
  });
  protected readonly spans = [{ value: '12', label: '12 months' }, { value: '24', label: '24 months' }];
  protected readonly kinds = [{ value: 'person', label: 'People' }, { value: 'team', label: 'Teams' }, { value: 'organisation', label: 'Organisations' }, { value: 'skill', label: 'Skills' }, { value: 'action', label: 'Actions' }];
  protected readonly units = units.map((value) => ({ value, label: value === 'fte' ? 'FTE' : value === 'days' ? 'Days' : 'Hours' }));
  protected readonly heads: Readonly<Record<LoadCellsBy, string>> = { action: 'Action', person: 'Person', team: 'Team', organisation: 'Organisation', skill: 'Skill' };
  protected readonly said = computed(() => unitWords[this.counted()]);
  protected readonly coverage = computed(() => {
    const page = this.page.value();
    return page ? coverageSays(page.coverage) : '';
  });
  protected readonly headings = computed(() => headingsOf(this.page.value()?.months ?? []));
  protected readonly shown = computed(() => {
    const [page, unit] = [this.page.value(), this.counted()];
    const fullTime = new Map(page?.months.map((one) => [one.month, one.fullTime]));
    return (page?.rows ?? []).map((item) => ({
      item,
      key: item.id ?? REST,
      notes: notesOf(item),
      cells: item.months.map((cell) => ({ cell, figure: figureOf(cell), say: (minutes: number) => inUnit(minutes, unit, item.personDay, fullTime.get(cell.month) ?? 0) })),
    }));
  });
  protected readonly counts = computed(() => {
    const cells = this.shown().flatMap(({ item, cells: months }) => months.map(({ cell }) => ({ ...cell, item })));
    const rows = (is: (one: (typeof cells)[number]) => boolean): number => new Set(cells.filter(is).map(({ item }) => item)).size;
    return { over: rows((one) => one.band === 'over'), unresourced: rows((one) => one.band === 'unresourced'), unknown: rows((one) => !one.isFew && one.band === 'unknown' && (one.needed ?? 0) > 0) };
  });
  protected readonly chosen = computed(() => {
    const row = this.shown().find(({ key }) => key === this.row());
    const one = row?.cells.find(({ cell }) => cell.month === this.month());
    return row && one ? { row: row.item, ...one } : null;
  });

  /** Another kind of rows has other cells, and is of everybody: what was open is shut. */
  protected choose(change: { readonly by?: string; readonly unit?: string; readonly months?: string }): void {
    void this.router.navigate([], { queryParams: { ...change, ...(change.by ? { row: null, month: null, organisation: null, person: null } : {}) }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected isOpen(key: string, month: string): boolean {
    return key === this.row() && month === this.month();
  }

  /** What is shut leaves the cell that opened it in focus. */
  protected async open(key: string | null, month: string): Promise<void> {
    const shut = key === null || this.isOpen(key, month);
    const cell = this.host.querySelector<HTMLElement>('.ft-heat button[aria-expanded="true"]');
    await this.router.navigate([], { queryParams: shut ? { row: null, month: null } : { row: key, month }, queryParamsHandling: 'merge', replaceUrl: true });
    if (shut) cell?.focus();
  }
}

const figureOf = ({ needed, given, percent, band, unknown, isFew }: LoadCell): HeatFigure => ({ needed: needed ?? 0, confirmed: given, percent, band, unknown, isFew });

/** Under a row's name: who makes it up, and of how many it is not known what they can give. */
function notesOf({ id, detail, people, months }: LoadRowItem): readonly string[] {
  const unknown = Math.max(0, ...months.map((one) => one.unknown));
  return [...(detail ? [detail] : []), ...(people !== null && people > 1 ? [`${people} people`] : people === 0 && id !== null ? ['nobody'] : []), ...(unknown > 0 ? [people === 1 ? 'days not known' : `${unknown} not known`] : [])];
}
