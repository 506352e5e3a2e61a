import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pastRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { UpdateHistory } from '../actions/public';
import { FrozenRatings } from '../cycles/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { AsAtBanner } from './as-at-banner';
import { AsAtChooser } from './as-at-chooser';

/** One action as it was at a moment: a published report, or the end of a day. Nothing is edited here. */
@Component({
  selector: 'ft-past-action',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Card, Failed, FrozenRatings, SaidStatus, Skeleton, UkDate, UpdateHistory],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './past-action-screen.html',
})
export class PastActionScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: a day, or a published report. */
  readonly at = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly said = words;
  protected readonly page = screen(pastRoutes.action, () => ({ params: { id: this.id() }, query: { at: this.at() } }));
  protected readonly texts = computed(() => {
    const then = this.page.value();
    if (!then) return [];
    const all = { Description: then.description, 'Success measure': then.successMeasure, Resources: then.resources, Risks: then.risks, 'Next steps': then.nextSteps };
    const some = Object.entries(all).flatMap(([label, text]) => (text ? [{ label, text }] : []));
    return some.length > 0 ? some : [{ label: 'Description', text: 'None was given.' }];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const then = this.page.value();
      if (then) title.say(`${then.ref} ${then.title}, as at ${then.asAt.cycleName ?? then.asAt.on}`);
    });
  }
}
