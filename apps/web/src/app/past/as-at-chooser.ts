import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pastRoutes } from '@followthrough/contracts';
import { checkMoment, londonDay, momentOf } from '@followthrough/domain';
import { Button, DateField, Failed, Notice, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';

/** Leads to the same screen as at a past day or a published report. The moment is in the address, so it can be sent to a colleague. */
@Component({
  selector: 'ft-as-at-chooser',
  imports: [RouterLink, Button, DateField, Failed, Notice, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-no-print' },
  template: `
    <details class="ft-as-at" #panel (toggle)="opened.set(panel.open)" (keydown.escape)="close(panel, summary)">
      <summary #summary class="ft-button">As at…</summary>
      <div class="ft-as-at__panel">
        <ft-date-field label="As a day ended" [value]="day()" (valueChange)="day.set($event)" />
        @if (refusal(); as why) { <ft-notice kind="refused">{{ why }}.</ft-notice> }
        <button type="button" ftButton (click)="goTo(panel)">Show that day</button>
        @if (reports.value(); as known) {
          @if (known.recordedFrom) { <p class="ft-muted">The record begins on {{ known.recordedFrom | ukDate }}.</p> }
          <h2>A published report</h2>
          <ul class="ft-plain">
            @for (one of offered(); track one.id) {
              <li><a [routerLink]="[]" [queryParams]="keepsPlan() ? { at: one.id, plan: one.planId } : { at: one.id }" queryParamsHandling="merge" (click)="panel.open = false">The {{ one.name }} report</a>@if (!plan()) { <div class="ft-muted">{{ one.planTitle }}</div> }</li>
            } @empty { <li class="ft-muted">None is published yet.</li> }
          </ul>
        } @else if (reports.refused(); as refused) { <ft-failed [title]="refused.message" (retry)="reports.reload()" />
        } @else { <ft-skeleton [lines]="3" /> }
      </div>
    </details>
  `,
})
export class AsAtChooser {
  /** The plan on screen; null for all together. */
  readonly plan = input.required<string | null>();
  /** The screen has its plan in its address. */
  readonly keepsPlan = input(true);
  private readonly router = inject(Router);
  protected readonly opened = signal(false);
  protected readonly day = signal('');
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly reports = screen(pastRoutes.reports, () => (this.opened() ? {} : undefined), { keep: true });
  protected readonly offered = computed(() => (this.reports.value()?.items ?? []).filter((one) => !this.plan() || one.planId === this.plan()));

  protected close(panel: HTMLDetailsElement, summary: HTMLElement): void {
    panel.open = false;
    summary.focus();
  }

  protected goTo(panel: HTMLDetailsElement): void {
    const why = this.day() ? checkMoment(momentOf(this.day()), londonDay(new Date()))[0]?.message : 'Say which day, such as 03/03/2026';
    this.refusal.set(why);
    if (why) return;
    panel.open = false;
    void this.router.navigate([], { queryParams: { at: this.day() }, queryParamsHandling: 'merge' });
  }
}
