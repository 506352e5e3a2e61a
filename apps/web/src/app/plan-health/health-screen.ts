import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HealthItem, type HealthKey, type PlanHealth, planHealthRoutes } from '@followthrough/contracts';
import { balanceSays, healthRules, type Severity } from '@followthrough/domain';
import { Card, Failed, Mark, type MarkShape, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
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

/** What a plan lacks, item by item, each one click from its mending. It asks for nothing that cannot be mended here. */
@Component({
  selector: 'ft-plan-health',
  imports: [RouterLink, Card, Failed, Mark, Skeleton, PlanHead],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './health-screen.html',
})
export class HealthScreen {
  /** From the address. */
  readonly plan = input<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  protected readonly health = screen(planHealthRoutes.show, () => {
    const id = this.plan();
    return id ? { params: { id } } : undefined;
  }, { keep: true });
  protected readonly missing = computed(() => (this.health.value()?.items ?? []).filter((one) => one.count > 0));
  protected readonly groups = computed((): readonly Group[] => [
    { severity: 'must', mark: 'square', heading: 'Cannot do without', sub: 'Nobody can be held to a plan that lacks these', items: this.missing().filter((one) => healthRules[one.key].severity === 'must') },
    { severity: 'should', mark: 'triangle', heading: 'Makes it likelier to work', sub: 'What reviews of plans found missing where plans failed', items: this.missing().filter((one) => healthRules[one.key].severity === 'should') },
  ]);
  /** What there is nothing of cannot be in order: no aim, nothing to sign. */
  private readonly asked = computed(() => (this.health.value()?.items ?? []).filter((one) => one.of > 0));
  protected readonly inOrder = computed(() => this.asked().filter((one) => one.count === 0));
  protected readonly says = computed(() => {
    if (!this.health.value()) return '';
    return this.missing().length === 0 ? 'Nothing is missing' : `${this.inOrder().length} of ${this.asked().length} in order`;
  });
  protected readonly rules = healthRules;
  protected readonly mendCase = mendCase;
  protected readonly mendItem = mendItem;
  protected readonly mayMend = computed(() => this.me.may('plan.keep'));

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
