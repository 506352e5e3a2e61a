import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type FrameworkItem, frameworkRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { DraftEditor } from './draft-editor';
import { FrameworkDetails } from './framework-details';
import { whose } from './whose';

/** One framework: a draft to change and publish, or a published one to read. */
@Component({
  selector: 'ft-framework-screen',
  imports: [RouterLink, Card, Failed, Skeleton, DraftEditor, FrameworkDetails],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <p class="ft-back"><a [routerLink]="['/', here.slug(), 'findings', 'frameworks']">All frameworks</a></p>
    @if (framework.refused(); as refused) {
      <h1 class="nhsuk-u-visually-hidden">Framework</h1>
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="framework.reload()" />
    } @else if (framework.value(); as one) {
      <div class="ft-head">
        <div>
          <h1>{{ one.title }}, {{ one.edition }}</h1>
          <p class="ft-row">@if (one.state === 'draft') { <span class="ft-tag ft-tag--draft">Draft</span> } <span class="ft-tag">{{ one.shipped ? words.provenance[one.provenance] : words.provenance.own }}</span> @if (one.basedOn) { <span>Made from {{ one.basedOn }}</span> }</p>
        </div>
      </div>
      @if (one.state === 'draft' && mayKeep()) { <ft-draft-editor [framework]="one" (changed)="framework.set($event)" (published)="published($event)" (discard)="discard(one)" /> }
      @else { <ft-card [heading]="whose(one)"><ft-framework-details [framework]="one" [opened]="true" /></ft-card> }
    } @else {
      <h1 class="nhsuk-u-visually-hidden">Framework</h1>
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class FrameworkScreen {
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly whose = whose;
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  readonly id = input.required<string>();
  protected readonly framework = screen(frameworkRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly mayKeep = computed(() => this.me.may('framework.keep'));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const framework = this.framework.value();
      if (framework) title.say(framework.title);
    });
  }

  protected published(fresh: FrameworkItem): void {
    this.framework.set(fresh);
    this.toasts.say(`${fresh.title}, ${fresh.edition} is published. Reviews can use it.`);
  }

  protected async discard({ id, title }: FrameworkItem): Promise<void> {
    await this.deed(async () => {
      await this.api.ask(frameworkRoutes.discard, { params: { id } });
      this.toasts.say(`The draft ${title} is gone.`);
      await this.router.navigate(['/', this.here.slug(), 'findings', 'frameworks']);
    });
  }
}
