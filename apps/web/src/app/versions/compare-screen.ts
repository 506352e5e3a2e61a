import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Change, type ComparedPoint, type Comparison, versionRoutes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { Button, Card, DateField, Empty, Failed, Notice, SelectField, Skeleton, ukDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { ChangeList } from './change-list';
import { More } from './more';

/** Any two versions, days, or now, side by side: what came, what went, what changed, and who, when and why. */
@Component({
  selector: 'ft-compare',
  imports: [RouterLink, Button, Card, DateField, Empty, Failed, Notice, SelectField, Skeleton, ChangeList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './compare-screen.html',
})
export class CompareScreen {
  /** From the address: the plan and the two points. */
  readonly plan = input.required<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly sides = [{ key: 'from', label: 'From' }, { key: 'to', label: 'To' }] as const;
  private readonly versions = screen(versionRoutes.list, () => ({ params: { id: this.plan() } }));
  protected readonly title = computed(() => this.versions.value()?.planTitle ?? '');
  /** Where the address says nothing: from the last version, or from four weeks ago, to now. */
  protected readonly points = computed(() => {
    const last = this.versions.value()?.items[0];
    return { from: this.from() ?? (last ? `v${last.number}` : dayAfter(londonDay(new Date()), -28)), to: this.to() ?? 'now' };
  });
  protected readonly choices = computed(() => [
    { value: 'now', label: 'Now' },
    ...(this.versions.value()?.items ?? []).map((one) => ({ value: `v${one.number}`, label: `Version ${one.number}, approved ${ukDate(one.approvedOn)}` })),
    { value: 'day', label: 'A day' },
  ]);
  protected readonly compared = screen(versionRoutes.compare, () => (this.versions.value() ? { params: { id: this.plan() }, query: this.points() } : undefined), { keep: true });
  protected readonly more = new More<Change, Comparison>(this.compared, (after) => this.api.ask(versionRoutes.compare, { params: { id: this.plan() }, query: { ...this.points(), after } }));
  protected readonly countSays = computed(() => {
    const total = this.compared.value()?.total ?? 0;
    return total === 0 ? 'No change' : total === 1 ? 'One change' : `${total.toLocaleString('en-GB')} changes`;
  });

  protected readonly kindOf = (point: string): string => (/^\d/.test(point) ? 'day' : point);
  protected readonly pointSays = ({ said, on }: ComparedPoint): string => (said === 'now' ? 'now' : said.startsWith('v') ? `version ${said.slice(1)} (${ukDate(on)})` : `the end of ${ukDate(on)}`);

  protected choose(side: 'from' | 'to', kind: string): void {
    this.show(side, kind === 'day' ? londonDay(new Date()) : kind);
  }

  protected show(side: 'from' | 'to', point: string): void {
    void this.router.navigate([], { queryParams: { [side]: point }, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    window.print();
  }
}
