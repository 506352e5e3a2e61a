import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { actionRoutes, slippageRoutes, type SlippageQuery, slipReasons } from '@followthrough/contracts';
import { Bars, Button, Card, DateField, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { words } from '../words';

/** Which due dates moved, why, and how many days that came to: of a plan, an organisation and a period. */
@Component({
  selector: 'ft-slippage',
  imports: [RouterLink, Bars, Button, Card, DateField, Empty, Failed, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './slippage-screen.html',
})
export class SlippageScreen {
  /** From the address. */
  readonly plan = input<string>();
  readonly organisation = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly reason = input<string>();
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly words = words;
  protected readonly choices = screen(actionRoutes.choices);
  protected readonly moves = listing(slippageRoutes.list, () => this.asked());
  protected readonly reasons = slipReasons;
  protected readonly says = computed(() => {
    const seen = this.moves.first.value();
    if (!seen?.reasons) return '';
    const days = seen.reasons.reduce((sum, one) => sum + one.days, 0);
    return `${(seen.total ?? 0).toLocaleString('en-GB')} ${seen.total === 1 ? 'move' : 'moves'}, ${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'} later in all`;
  });
  protected readonly bars = computed(() => (this.moves.first.value()?.reasons ?? []).map(({ reason, days }) => ({ key: reason, label: words.slipReason[reason], value: days, colour: '' })));

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected days(days: number | null): string {
    if (days === null) return 'no date any more';
    const many = `${Math.abs(days).toLocaleString('en-GB')} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
    return days < 0 ? `${many} earlier` : `${many} later`;
  }

  private asked(): SlippageQuery {
    const day = (said: string | undefined) => (said && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined);
    const [plan, organisation, from, until, reason] = [this.plan(), this.organisation(), day(this.from()), day(this.until()), slipReasons.find((one) => one === this.reason())];
    return { ...(plan ? { plan } : {}), ...(organisation ? { organisation } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}), ...(reason ? { reason } : {}) };
  }
}
