import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PromisedMonthItem, promiseRoutes } from '@followthrough/contracts';
import { calibrationSays, daysOf, FEW_SAYS } from '@followthrough/domain';
import { Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { PromisesCard } from './promises-card';
import { VerdictTag } from './verdict-tag';

/** One organisation: what it promised, each sign with its sentence, month by month, what it owes, and what its work takes. */
@Component({
  selector: 'ft-organisation-promises',
  imports: [RouterLink, Card, Failed, Skeleton, UkDate, PromisesCard, VerdictTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './organisation-promises-screen.html',
})
export class OrganisationPromisesScreen {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly page = screen(promiseRoutes.organisation, () => ({ params: { id: this.id() } }));
  protected readonly owes = computed(() => {
    const owes = this.page.value()?.owes;
    if (!owes) return [];
    const many = (count: number, one: string, several: string): string[] => (count > 0 ? [`${count} ${count === 1 ? one : several}`] : []);
    return [
      ...many(owes.promises, 'promise that is asked for waits for an answer', 'promises that are asked for wait for an answer'),
      ...many(owes.releases, 'request for its people’s time waits for an answer', 'requests for its people’s time wait for an answer'),
      ...many(owes.assignments, 'request for days on an action waits for an answer', 'requests for days on actions wait for an answer'),
      ...many(owes.updates, 'update of its actions is due', 'updates of its actions are due'),
    ];
  });
  protected readonly says = computed(() => {
    const calibration = this.page.value()?.calibration;
    return calibration ? calibrationSays(calibration) : null;
  });
  protected readonly isByMonth = computed(() => (this.page.value()?.months ?? []).some((one) => one.promised > 0));
  /** What one or two people make up is left out of a month for who may not see theirs. */
  protected readonly isHidden = computed(() => {
    const { signs = [], months = [] } = this.page.value() ?? {};
    const isGivenLeftOut = signs.some(({ sign, figure }) => sign === 'days_given' && figure !== null) && months.every(({ given }) => given === null);
    return isGivenLeftOut || signs.some(({ sign, says, isIdle }) => (sign === 'days_confirmed' || sign === 'days_given') && !isIdle && says === FEW_SAYS);
  });

  protected readonly hasUnsaid = computed(() => (this.page.value()?.months ?? []).some((one) => this.isUnsaid(one)));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const one = this.page.value();
      if (one) title.say(`Promises of ${one.name}`);
    });
  }

  /** A month that is over, for which days were promised and no update says what was given: not known, which is not nothing. */
  protected isUnsaid({ month, promised, given }: PromisedMonthItem): boolean {
    return month < (this.page.value()?.today ?? '').slice(0, 7) && promised > 0 && given === null && !this.isHidden();
  }

  protected days(minutes: number | null): string {
    return minutes === null ? '' : daysOf(minutes).toFixed(1);
  }

  protected times(percent: number): string {
    return (Math.floor((percent + 5) / 10) / 10).toFixed(1);
  }
}
