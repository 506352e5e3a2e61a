import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ImportPreview, importRoutes, type ImportScreen, type PreviewFilter, previewFilters, type PreviewRow, rowOutcomes } from '@followthrough/contracts';
import { Button, Card, Notice, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';
import { Here } from '../session/here';
import { ImportStore } from './import-store';
import { fieldWords, outcomeWords } from './import-words';

/** The dry run: every row with what would happen to it and every problem, and then the deed itself. */
@Component({
  selector: 'ft-check-step',
  imports: [Button, Card, Notice, Skeleton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-step.html',
})
export class CheckStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly words = fieldWords;
  protected readonly outcomes = outcomeWords;
  protected readonly show = signal<PreviewFilter>('problems');
  protected readonly page = signal<ImportPreview | undefined>(undefined);
  protected readonly rows = signal<readonly PreviewRow[]>([]);
  protected readonly refused = signal<Refused | undefined>(undefined);
  protected readonly applying = signal(false);
  protected readonly total = computed(() => Object.values(this.one().counts).reduce((sum, many) => sum + many, 0));
  protected readonly filters = computed(() => [
    { show: 'all' as PreviewFilter, label: 'All rows', many: this.total() },
    { show: 'problems' as PreviewFilter, label: 'To look at', many: this.page()?.withProblems ?? 0 },
    ...rowOutcomes.map((outcome) => ({ show: outcome as PreviewFilter, label: outcomeWords[outcome], many: this.one().counts[outcome] })).filter((one) => one.many > 0),
  ]);
  protected readonly percent = signal<number | null>(null);
  protected readonly ready = computed(() => {
    const { create, change, unchanged, link, missing, left_out } = this.one().counts;
    const parts = [`${create} new`, `${change} changed`, `${unchanged} unchanged`, ...(link ? [`${link} linked`] : []), ...(left_out ? [`${left_out} left out`] : []), ...(missing ? [`${missing} here but not in the file, which stay`] : [])];
    return `${parts.join(', ')}. No mail is sent.`;
  });
  private asked = 0;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.watch));
    // Somebody may have begun to import these rows and left: the way is watched from here on.
    void Promise.resolve().then(() => this.look());
    effect(() => {
      const show = this.show();
      void this.one().version;
      untracked(() => void this.read(show, 0));
    });
  }

  protected pick(show: string): void {
    this.show.set(previewFilters.find((one) => one === show) ?? 'all');
  }

  protected async read(show: PreviewFilter, after: number): Promise<void> {
    const asked = (this.asked += 1);
    try {
      const page = await this.api.ask(importRoutes.preview, { params: { id: this.one().id }, query: { show, after } });
      if (asked !== this.asked) return;
      this.page.set(page);
      this.refused.set(undefined);
      this.rows.update((rows) => (after === 0 ? page.items : [...rows, ...page.items]));
      if (show === 'problems' && page.withProblems === 0) this.show.set('all');
    } catch (thrown) {
      this.refused.set(refusedBy(thrown));
    }
  }

  protected leaveOut({ row, part }: PreviewRow, answer: 'yes' | undefined): void {
    if (row !== null) void this.store.settle({ row, part, what: 'leave_out', field: null }, answer);
  }

  protected async apply(): Promise<void> {
    this.applying.set(true);
    this.watch = setInterval(() => void this.look(), 1_500);
    const done = await this.store.apply();
    clearInterval(this.watch);
    this.applying.set(false);
    this.percent.set(null);
    if (!done) return;
    this.toasts.say('The plan was imported.');
    await this.router.navigate(['/', this.here.slug(), 'imports', this.one().id, 'result']);
  }

  /** How far the import has come, asked again while it is on its way. */
  private async look(): Promise<void> {
    try {
      const { state, percent } = await this.api.ask(importRoutes.progress, { params: { id: this.one().id } });
      this.percent.set(percent);
      if (percent !== null && !this.applying()) setTimeout(() => void this.look(), 1_500);
      if (state === 'applied' && !this.applying()) this.store.one.reload();
    } catch {
      // Only the number is missing: the import itself says how it ended.
    }
  }
}
