import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { checkQuery, fieldsOf, SheetQuery } from '@followthrough/contracts';
import { refusedAt } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Notice, Skeleton } from '@followthrough/ui';
import { Here } from '../session/here';
import { SheetDetail } from './sheet-detail';
import { SheetForms } from './sheet-forms';
import { type ColumnGroup, columnGroups, groupsOf, usualGroups } from './sheet-columns';
import { SheetGrid } from './sheet-grid';
import { SheetStore } from './sheet-store';

/** Under this there is no room for a grid: a phone, or a window at 400 %. */
const NARROW = '(max-width: 760px)';

/** Many updates at once: a grid as in Excel where there is room for it, and forms where there is none. */
@Component({
  selector: 'ft-update-sheet',
  imports: [RouterLink, Button, Card, Empty, Failed, Notice, Skeleton, SheetDetail, SheetForms, SheetGrid],
  providers: [SheetStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './update-sheet-screen.html',
})
export class UpdateSheetScreen {
  protected readonly here = inject(Here);
  protected readonly store = inject(SheetStore);
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  protected readonly grid = viewChild(SheetGrid);
  private readonly forms = viewChild(SheetForms);
  private readonly saving = viewChild<ElementRef<HTMLElement>>('saving');
  protected readonly kinds = [{ value: 'mine', label: 'Updates that I owe' }, { value: 'owed', label: 'All updates owed' }, { value: 'open', label: 'All open actions' }] as const;
  /** What the address asks for; what it cannot mean is left out, so an old link still opens. */
  protected readonly query = computed<SheetQuery>(() => {
    const each = Object.entries(this.params()).filter(([key, value]) => value && fieldsOf(SheetQuery).has(key) && checkQuery(SheetQuery, { [key]: value as unknown }).value);
    return { ...checkQuery(SheetQuery, Object.fromEntries(each)).value };
  }, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly kind = computed(() => this.query().which ?? 'mine');
  protected readonly plans = computed(() => this.store.sheet.value()?.plans ?? []);
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).some((key) => key !== 'which' && key !== 'plan'));
  protected readonly groups = columnGroups;
  protected readonly isNarrow = signal(matchMedia(NARROW).matches);
  /** What was just done on the grid. */
  protected readonly said = signal('');

  protected readonly says = computed(() => {
    const total = this.store.sheet.value()?.total;
    if (total === undefined) return '';
    const what = { mine: total === 1 ? 'update is due from you' : 'updates are due from you', owed: total === 1 ? 'update is owed' : 'updates are owed', open: total === 1 ? 'open action' : 'open actions' };
    return `${total.toLocaleString('en-GB')} ${what[this.kind()]}`;
  });
  protected readonly lately = computed(() => {
    const [at, wrong] = [this.store.keptAt(), this.store.wrong().length];
    const mend = wrong === 0 ? '' : wrong === 1 ? '1 cell needs mending.' : `${wrong} cells need mending.`;
    const kept = at && this.store.count() > 0 ? `Kept on this device ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}.` : '';
    const back = this.store.restored() && this.store.count() > 0 ? 'What you typed before is back.' : '';
    return [back, this.said(), mend, kept].filter(Boolean).join(' ');
  });
  /** What the API refused that no cell is about, such as somebody else's report that came meanwhile. */
  protected readonly meanwhile = computed(() => {
    const fields = this.store.refused()?.problem.fields ?? [];
    return fields.filter((one) => /^(?:seenId|actionId)$/.test(refusedAt(one)?.field ?? '')).map((one) => `${this.store.sent()[refusedAt(one)?.at ?? -1] ?? ''}: ${one.message}`);
  });

  /** Where no answer came, nobody knows what was done: the same is sent again, and saved once. */
  protected readonly refusal = computed(() => {
    const refused = this.store.refused();
    if (!refused || refused.problem.status === 0) return refused?.message ?? '';
    return `${this.meanwhile().length > 0 ? '' : `${refused.message}. `}Nothing was saved, and all that you typed is still here.`;
  });

  constructor() {
    effect(() => this.store.query.set(this.query()));
    effect(() => this.store.chosen.set(groupsOf(this.params()['cells'])));
    const media = matchMedia(NARROW);
    const turned = (): void => this.isNarrow.set(media.matches);
    media.addEventListener('change', turned);
    inject(DestroyRef).onDestroy(() => media.removeEventListener('change', turned));
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected turn(group: ColumnGroup): void {
    const chosen = this.store.chosen();
    const next = columnGroups.map((one) => one.key).filter((key) => (key === group) !== chosen.includes(key));
    this.show({ cells: next.join() === usualGroups.join() ? null : next.join(' ') });
  }

  protected widen(): void {
    const { which, plan } = this.query();
    void this.router.navigate([], { queryParams: { which, plan, cells: this.params()['cells'] as unknown } });
  }

  /** To the next cell that needs mending after the active one, round to the first. */
  protected mend(): void {
    const wrong = this.store.wrong();
    const grid = this.grid();
    const columns = this.store.grid();
    const { row, column } = grid?.active() ?? { row: -1, column: 0 };
    const next = wrong.find((one) => one.at > row || (one.at === row && columns.indexOf(one.column) > column)) ?? wrong[0];
    if (!next) return;
    if (grid) grid.goTo({ row: next.at, column: columns.indexOf(next.column) });
    else this.forms()?.goTo(next);
  }

  protected leave(): void {
    this.saving()?.nativeElement.focus();
  }
}
