import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HealthItem, type HealthKey, pastRoutes, type PlanHealth, planHealthRoutes } from '@followthrough/contracts';
import { balanceSays, healthRules, type Severity } from '@followthrough/domain';
import { Card, Failed, Mark, type MarkShape, Skeleton } from '@followthrough/ui';
import { type Screen, screen } from '../api/screen';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { PlanHead } from '../plans/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { isActionGap, mendCase, mendItem } from './mending';

interface Group {
  readonly severity: Severity;
  readonly mark: MarkShape;
  readonly heading: string;
  readonly sub: string;
  readonly items: readonly HealthItem[];
}

/** What a plan lacks, item by item, each one click from its mending. It asks for nothing that cannot be mended here. Now, or as at a moment that has been. */
@Component({
  selector: 'ft-plan-health',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Card, Failed, Mark, Skeleton, PlanHead],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './health-screen.html',
})
export class HealthScreen {
  /** From the address. */
  readonly plan = input<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  protected readonly moment = inject(Moment);
  private readonly now = screen(planHealthRoutes.show, () => {
    const id = this.plan();
    return id && !this.moment.isPast() ? { params: { id } } : undefined;
  }, { keep: true });
  private readonly then = screen(pastRoutes.health, () => {
    const [id, at] = [this.plan(), this.moment.at()];
    return id && at !== null ? { params: { id }, query: { at } } : undefined;
  });
  protected readonly page = computed<Screen<PlanHealth>>(() => (this.moment.isPast() ? this.then : this.now));
  protected readonly asAt = computed(() => (this.moment.isPast() ? this.then.value()?.asAt : undefined));
  private readonly health = computed(() => this.page().value());
  protected readonly missing = computed(() => (this.health()?.items ?? []).filter((one) => one.count > 0));
  protected readonly groups = computed((): readonly Group[] => [
    { severity: 'must', mark: 'square', heading: 'Cannot do without', sub: 'Nobody can be held to a plan that lacks these', items: this.missing().filter((one) => healthRules[one.key].severity === 'must') },
    { severity: 'should', mark: 'triangle', heading: 'Makes it likelier to work', sub: 'What reviews of plans found missing where plans failed', items: this.missing().filter((one) => healthRules[one.key].severity === 'should') },
  ]);
  /** What there is nothing of cannot be in order: no aim, nothing to sign. */
  private readonly asked = computed(() => (this.health()?.items ?? []).filter((one) => one.of > 0));
  protected readonly inOrder = computed(() => this.asked().filter((one) => one.count === 0));
  protected readonly says = computed(() => {
    if (!this.health()) return '';
    return this.missing().length === 0 ? (this.moment.isPast() ? 'Nothing was missing' : 'Nothing is missing') : `${this.inOrder().length} of ${this.asked().length} in order`;
  });
  protected readonly rules = healthRules;
  protected readonly mendCase = mendCase;
  protected readonly mendItem = mendItem;
  protected readonly mayMend = computed(() => this.me.may('plan.keep') && !this.moment.isPast());
  protected readonly isActionGap = isActionGap;

  constructor() {
    effect(() => this.moment.of.set(this.asAt()));
  }

  protected sentence({ key, count, of }: HealthItem, health: PlanHealth): string {
    return key === 'balance' ? balanceSays(health.quickWins, health.deepRooted) : healthRules[key].missing(count, of);
  }

  protected deed(key: HealthKey, count: number): string {
    if (isActionGap(key)) return count === 1 ? 'See it in the plan' : `See all ${count} in the plan`;
    return { aim: 'Say the aim', sponsor: 'Name a sponsor', board: 'Add a board', unsigned: 'See who signed', meeting: 'See the boards', balance: 'See the horizons', diagnosis: 'See the findings' }[key];
  }

  protected label(key: HealthKey): string {
    return isActionGap(key) ? 'Mend' : key === 'unsigned' ? 'Record a signature of' : key === 'diagnosis' ? 'Diagnose' : 'See';
  }
}
