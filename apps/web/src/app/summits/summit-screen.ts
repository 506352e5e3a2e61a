import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Notice, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { OutcomeCard } from './outcome-card';
import { OutcomeForm } from './outcome-form';
import { SummitForm } from './summit-form';

/** One summit and everything agreed at it; each outcome becomes an action here. */
@Component({
  selector: 'ft-summit-screen',
  imports: [RouterLink, Button, Card, Empty, Failed, Notice, Skeleton, UkDate, OutcomeCard, OutcomeForm, SummitForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <p class="ft-back"><a [routerLink]="['/', here.slug(), 'summits']">All summits</a></p>
    @if (summit.refused(); as refused) {
      <h1 class="nhsuk-u-visually-hidden">Summit</h1>
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="summit.reload()" />
    } @else if (summit.value(); as one) {
      <div class="ft-head">
        <div>
          <h1>{{ one.title }}</h1>
          <p>{{ one.heldOn | ukDate }}@if (one.place) {, {{ one.place }}}. {{ says() }}</p>
        </div>
        @if (mayKeep()) {
          <div class="ft-row">
            <button type="button" id="edit-summit" ftButton (click)="editing.set(!editing())" [attr.aria-expanded]="editing()">Edit the summit</button>
            @if (!recording()) { <button type="button" id="record-outcome" ftButton="primary" (click)="recording.set(true)">Record an outcome</button> }
          </div>
        }
      </div>
      @if (editing()) { <ft-card class="ft-below" heading="Edit the summit" tone="accent"><ft-summit-form [summit]="one" (done)="edited($event)" /></ft-card> }
      @if (recording()) { <ft-card class="ft-below" heading="Record an outcome" tone="accent"><ft-outcome-form [summit]="one" (done)="recorded($event)" /></ft-card> }
      @if (mayKeep() && one.plans.length === 0 && one.outcomes.length > 0) { <ft-notice kind="known">There is no plan yet. Add or import one, and outcomes can become its actions.</ft-notice> }
      <div class="ft-stack">
        @for (outcome of one.outcomes; track outcome.id) {
          <ft-outcome [summit]="one" [outcome]="outcome" (changed)="summit.set($event)" />
        } @empty {
          @if (!recording()) {
            <ft-card><ft-empty heading="Nothing recorded yet">@if (mayKeep()) { Record each decision, commitment, quick win and deep-rooted priority, and who agreed to it. } @else { A locality lead records what was agreed. }</ft-empty></ft-card>
          }
        }
      </div>
    } @else {
      <h1 class="nhsuk-u-visually-hidden">Summit</h1>
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class SummitScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  readonly id = input.required<string>();
  protected readonly summit = screen(summitRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly mayKeep = computed(() => this.me.may('summit.keep'));
  protected readonly editing = signal(false);
  protected readonly recording = signal(false);
  protected readonly says = computed(() => {
    const outcomes = this.summit.value()?.outcomes ?? [];
    const without = outcomes.filter((one) => one.actions.length === 0).length;
    return outcomes.length === 0 ? '' : `${outcomes.length} ${outcomes.length === 1 ? 'outcome' : 'outcomes'}, ${without === 0 ? 'all with an action' : `${without} with no action`}.`;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const summit = this.summit.value();
      if (summit) title.say(summit.title);
    });
  }

  protected edited(fresh: SummitPage | null): void {
    this.editing.set(false);
    if (fresh) this.summit.set(fresh);
    setTimeout(() => document.getElementById('edit-summit')?.focus());
  }

  protected recorded(fresh: SummitPage | null): void {
    this.recording.set(false);
    if (fresh) this.summit.set(fresh);
    setTimeout(() => document.getElementById('record-outcome')?.focus());
  }
}
