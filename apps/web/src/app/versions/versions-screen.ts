import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type VersionList, versionRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { ApproveForm } from './approve-form';
import { SinceVersion } from './since-version';

/** What boards have approved of one plan, latest first, and where the next approval is recorded. */
@Component({
  selector: 'ft-versions',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, ApproveForm, SinceVersion],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'plan']" [queryParams]="{ plan: plan() }">{{ list.value()?.planTitle ?? 'Plan' }}</a></p>
        <h1>Versions of the plan</h1>
      </div>
      <div class="ft-row">
        @if (list.value()?.items?.length) { <a ftButton [routerLink]="['/', here.slug(), 'plans', plan(), 'compare']">Compare</a> }
        @if (mayApprove() && !approving()) { <button type="button" ftButton="primary" (click)="approving.set(true)">Record an approval</button> }
      </div>
    </div>
    @if (list.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" [mayRetry]="refused.code !== 'not_found'" (retry)="list.reload()" />
    } @else if (list.value(); as versions) {
      @if (approving()) {
        <ft-card class="ft-below" [heading]="'Record that a board approved version ' + (versions.items.length + 1)" tone="accent">
          <ft-approve-form [planId]="plan()" [boards]="versions.boards" [boardId]="versions.boardId" [number]="versions.items.length + 1" [amendments]="amendments()" (done)="done($event)" />
        </ft-card>
      }
      @if (versions.items.length === 0) {
        @if (!approving()) { <ft-card><ft-empty heading="No board has approved this plan yet">When one does, record it here: the plan is frozen as it was approved, and everything that changes afterwards can be compared with it.</ft-empty></ft-card> }
      } @else {
        <ft-card class="ft-below" [heading]="'Since version ' + versions.items[0]?.number"><ft-since-version [versions]="versions" /></ft-card>
        <ft-card heading="Approved">
          <ol class="ft-versions">
            @for (one of versions.items; track one.id; let at = $index) {
              <li>
                <b class="ft-versions__number" aria-hidden="true">{{ one.number }}</b>
                <div>
                  <h3><a [routerLink]="['/', here.slug(), 'plans', plan(), 'versions', one.id]">Version {{ one.number }}</a></h3>
                  <p>Approved by <a [routerLink]="['/', here.slug(), 'boards', one.boardId]">{{ one.board }}</a> on {{ one.approvedOn | ukDate }} · {{ one.actions }} {{ one.actions === 1 ? 'action' : 'actions' }}</p>
                  @if (one.note) { <p class="ft-said">{{ one.note }}</p> }
                  <p class="ft-muted">@if (one.recordedByName) { Recorded by {{ one.recordedByName }}. } @if (versions.items[at + 1]; as before) { <a [routerLink]="['/', here.slug(), 'plans', plan(), 'compare']" [queryParams]="{ from: 'v' + before.number, to: 'v' + one.number }">What it changed of version {{ before.number }}</a> }</p>
                </div>
              </li>
            }
          </ol>
        </ft-card>
      }
    } @else {
      <ft-card><ft-skeleton [lines]="6" /></ft-card>
    }
  `,
})
export class VersionsScreen {
  /** From the address. */
  readonly plan = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  protected readonly list = screen(versionRoutes.list, () => ({ params: { id: this.plan() } }));
  protected readonly approving = signal(false);
  protected readonly amendments = computed(() => {
    const said = this.list.value();
    return said ? said.waiting + said.approved + said.declined : 0;
  });
  /** There is something to approve: a first version, or changes since the last. */
  protected readonly mayApprove = computed(() => this.me.may('plan.approve') && !!this.list.value() && (this.list.value()?.items.length === 0 || this.amendments() > 0));

  protected done(fresh: VersionList | null): void {
    this.approving.set(false);
    if (!fresh) return;
    this.list.set(fresh);
    this.toasts.say(`Version ${fresh.items[0]?.number ?? ''} is recorded.`);
  }
}
