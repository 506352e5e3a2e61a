import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PastMeasuredAction, pastRegisterRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Notice, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { AsAtBanner, AsAtChooser } from '../past/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { ChartCard } from './chart-card';
import { Figure } from './figures';
import { told } from './points';
import { Verdicts } from './verdicts';

const SHOWN = 24;

/** One measure as it was at a moment: what was counted, towards what, and the chart of the figures that were known. */
@Component({
  selector: 'ft-past-measure',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Failed, Notice, Skeleton, UkDate, ChartCard, Figure, SaidStatus, Verdicts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './past-measure-screen.html',
})
export class PastMeasureScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: a day, or a published report. */
  readonly at = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly measure = screen(pastRegisterRoutes.measure, () => ({ params: { id: this.id() }, query: { at: this.at() } }));
  private readonly told = computed(() => told(this.measure.value()?.points ?? []));
  protected readonly figures = computed(() => this.told().filter(({ point }) => point.value !== null));
  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.figures() : this.figures().slice(0, SHOWN)));
  protected readonly takenOut = computed(() => this.told().filter(({ point }) => point.value === null));
  protected readonly hasOthers = computed(() => this.measure.value()?.actions.some((one) => !this.isKept(one)) ?? false);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const then = this.measure.value();
      if (then) title.say(`${then.title}, as at ${then.asAt.cycleName ?? then.asAt.on}`);
    });
  }

  /** A report has kept the actions of its own plan, and no others. */
  protected isKept({ planId }: PastMeasuredAction): boolean {
    const asAt = this.measure.value()?.asAt;
    return !asAt?.cycleId || asAt.planId === planId;
  }
}
