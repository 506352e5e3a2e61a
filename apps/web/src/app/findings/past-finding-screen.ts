import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pastFindingRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { DiagnosisBrief } from '../diagnoses/public';
import { MeasuresCard } from '../measures/public';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { FindingTags } from './finding-tags';
import { JointStateTag } from './joint-state';
import { QuotationCard } from './quotation-card';

/** One finding as it was at a moment: its words, its diagnosis, and what answered it then. Nothing is edited here. */
@Component({
  selector: 'ft-past-finding',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Card, DiagnosisBrief, Failed, FindingTags, JointStateTag, MeasuresCard, QuotationCard, SaidStatus, Skeleton, UkDate],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './past-finding-screen.html',
})
export class PastFindingScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: a day, or a published report. */
  readonly at = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  protected readonly words = words;
  protected readonly page = screen(pastFindingRoutes.finding, () => ({ params: { id: this.id() }, query: { at: this.at() } }));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const then = this.page.value();
      this.moment.of.set(then?.asAt);
      if (then) title.say(`Finding ${then.ref}, as at ${then.asAt.cycleName ?? then.asAt.on}`);
    });
  }
}
