import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ActionItem, type FindingPage, findingRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { Why } from '../api/why';
import { DiagnosisBrief } from '../diagnoses/public';
import { HistoryLink } from '../history/public';
import { MeasuresCard } from '../measures/public';
import { AsAtChooser, Moment } from '../past/public';
import { RoundBriefCard } from '../rounds/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { ThreadPanel } from '../threads/public';
import { TracePanel } from '../traces/public';
import { words } from '../words';
import { FindingEditForm } from './finding-edit-form';
import { FindingTags } from './finding-tags';
import { JointStateTag } from './joint-state';
import { QuotationCard } from './quotation-card';

/** One thing that a review said: its words, what was agreed about it, what answers it and how that stands. */
@Component({
  selector: 'ft-finding-screen',
  imports: [RouterLink, Button, Card, Failed, Skeleton, UkDate, ActionPicker, AsAtChooser, DiagnosisBrief, HistoryLink, RoundBriefCard, SaidStatus, ThreadPanel, TracePanel, FindingEditForm, FindingTags, JointStateTag, MeasuresCard, QuotationCard],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './finding-screen.html',
})
export class FindingScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly why = inject(Why);
  protected readonly words = words;

  readonly id = input.required<string>();
  protected readonly finding = screen(findingRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly editing = signal(false);
  protected readonly linking = signal(false);
  protected readonly measuring = signal(false);
  protected readonly linked = computed(() => this.finding.value()?.actions.map((one) => one.id) ?? []);
  protected readonly isUsed = computed(() => {
    const finding = this.finding.value();
    return !finding || finding.diagnosis !== null || finding.round !== null || finding.actions.length + finding.outcomes.length + finding.threads > 0;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const ref = this.finding.value()?.ref;
      if (ref) title.say(`Finding ${ref}`);
    });
  }

  protected edited(fresh: FindingPage | null): void {
    this.editing.set(false);
    if (fresh) this.finding.set(fresh);
    setTimeout(() => document.getElementById('edit-finding')?.focus());
  }

  protected async link(action: ActionItem): Promise<void> {
    await this.deed(async () => {
      if (!(await this.answers(action.id, true))) return;
      this.linking.set(false);
      this.toasts.say(`${action.ref} answers this finding.`);
      setTimeout(() => document.getElementById('link-action')?.focus());
    });
  }

  protected async unlink(action: string, ref: string): Promise<void> {
    await this.deed(async () => {
      if (!(await this.answers(action, false))) return;
      this.toasts.say(`${ref} no longer answers this finding.`, () => void this.deed(async () => void (await this.answers(action, true))));
    });
  }

  /** Links an action or takes it off; false where a reason was asked for and nobody gave one. */
  private async answers(actionId: string, does: boolean): Promise<boolean> {
    const id = this.id();
    const fresh = await this.why.with((reason) => {
      const because = reason ? { reason } : {};
      return does ? this.api.ask(findingRoutes.link, { params: { id }, body: { actionId, ...because } }) : this.api.ask(findingRoutes.unlink, { params: { id, action: actionId }, body: because });
    });
    if (fresh) this.finding.set(fresh);
    return fresh !== undefined;
  }

  protected async withdraw(): Promise<void> {
    await this.deed(async () => {
      await this.api.ask(findingRoutes.withdraw, { params: { id: this.id() } });
      this.toasts.say('The finding is withdrawn.');
      await this.router.navigate(['/', this.here.slug(), 'findings']);
    });
  }
}
