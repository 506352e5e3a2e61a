import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type LadderPage, type LadderQuery, ladderRoutes, pastFindingRoutes } from '@followthrough/contracts';
import { ladders } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Segments, Skeleton } from '@followthrough/ui';
import { type Screen, screen } from '../api/screen';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { PlanHead } from '../plans/public';
import { Here } from '../session/here';
import { LadderCard } from './ladder-card';

const SHOWN = 12;
const OPEN = ['not_started', 'on_track', 'at_risk', 'off_track'];

/** Which quick wins open the way to which deep-rooted actions: a ladder for each, those with late rungs first. Now, or as at a moment that has been. */
@Component({
  selector: 'ft-ladder-screen',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Segments, Skeleton, LadderCard, PlanHead],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './ladder-screen.html',
})
export class LadderScreen {
  /** From the address: what the plan is narrowed to, whether only ladders with late rungs are shown, one ladder alone, and all of many. */
  readonly plan = input<string>();
  readonly owner = input<string>();
  readonly organisation = input<string>();
  readonly theme = input<string>();
  readonly show = input<string>();
  readonly top = input<string>();
  readonly all = input<string>();
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly moment = inject(Moment);
  private readonly now = screen(ladderRoutes.show, () => (this.moment.isPast() ? undefined : { query: this.asked() }), { keep: true });
  private readonly then = screen(pastFindingRoutes.ladder, () => {
    const at = this.moment.at();
    return at === null ? undefined : { query: { ...this.asked(), at } };
  });
  protected readonly page = computed<Screen<LadderPage>>(() => (this.moment.isPast() ? this.then : this.now));
  protected readonly asAt = computed(() => (this.moment.isPast() ? this.then.value()?.asAt : undefined));
  protected readonly ladders = computed(() => ladders(this.page().value()?.actions ?? [], this.page().value()?.links ?? []));
  protected readonly wanted = computed(() => this.ladders().filter((one) => (this.top() ? one.top.id === this.top() : this.show() !== 'late' || one.late.length > 0)));
  protected readonly shown = computed(() => (this.all() ? this.wanted() : this.wanted().slice(0, SHOWN)));
  protected readonly late = computed(() => new Set(this.ladders().flatMap((one) => one.late.map((rung) => rung.action.id))).size);
  protected readonly says = computed(() => {
    const many = this.ladders().length;
    if (many === 0) return '';
    const late = this.late();
    return `${many} ${many === 1 ? 'ladder' : 'ladders'}, ${late === 0 ? 'no rung is late' : late === 1 ? '1 late rung' : `${late} late rungs`}`;
  });
  protected readonly views = [{ value: 'all', label: 'All' }, { value: 'late', label: 'With a late rung' }];
  /** The plan table of those that stand on no ladder. */
  protected readonly alone = (horizon: string) => ({ plan: this.plan() ?? null, owner: this.owner() ?? null, organisation: this.organisation() ?? null, theme: this.theme() ?? null, horizon, onLadder: 'false', status: OPEN });

  constructor() {
    effect(() => this.moment.of.set(this.asAt()));
  }

  protected go(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  private asked(): LadderQuery {
    const [plan, owner, organisation, theme] = [this.plan(), this.owner(), this.organisation(), this.theme()];
    return { ...(plan ? { plan } : {}), ...(owner ? { owner } : {}), ...(organisation ? { organisation } : {}), ...(theme ? { theme } : {}) };
  }
}
