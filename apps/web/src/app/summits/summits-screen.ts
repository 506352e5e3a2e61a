import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { SummitForm } from './summit-form';

/** Where leaders met, and how much of what they agreed has become action. */
@Component({
  selector: 'ft-summits',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, SummitForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>Summits</h1>
        <p>Where leaders agreed what is wrong and what they will do.</p>
      </div>
      @if (mayKeep() && open() !== 'new') { <button type="button" id="add-summit" ftButton="primary" (click)="show('new')">Add a summit</button> }
    </div>
    @if (mayKeep() && open() === 'new') {
      <ft-card class="ft-below" heading="Add a summit" tone="accent"><ft-summit-form (done)="added($event)" /></ft-card>
    }
    @if (list.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="list.reload()" />
    } @else if (list.value(); as summits) {
      <ft-card>
        @if (summits.items.length === 0) {
          <ft-empty heading="No summits yet">@if (mayKeep()) { Add the meeting at which leaders agreed what to do, then what they agreed. Each outcome becomes an action in one step. } @else { A locality lead adds them. }</ft-empty>
        } @else {
          <table class="ft-table ft-table--cards">
            <caption class="nhsuk-u-visually-hidden">Summits, latest first</caption>
            <thead><tr><th scope="col">Summit</th><th scope="col">Held on</th><th scope="col">Place</th><th scope="col">State</th><th scope="col" class="ft-number">Outcomes</th><th scope="col" class="ft-number">With no action</th></tr></thead>
            <tbody>
              @for (one of summits.items; track one.id) {
                <tr>
                  <th scope="row"><a [routerLink]="['/', here.slug(), 'summits', one.id]">{{ one.title }}</a></th>
                  <td data-label="Held on">{{ one.heldOn | ukDate }}</td>
                  <td data-label="Place">{{ one.place }}</td>
                  <td data-label="State"><span class="ft-tag" [class.ft-tag--strong]="one.state === 'open'">{{ words.summitState[one.state] }}</span></td>
                  <td data-label="Outcomes" class="ft-number">{{ one.outcomes }}</td>
                  <td data-label="With no action" class="ft-number" [class.ft-late]="one.withoutAction > 0">{{ one.withoutAction }}</td>
                </tr>
              }
            </tbody>
          </table>
        }
      </ft-card>
    } @else {
      <ft-card><ft-skeleton [lines]="5" /></ft-card>
    }
  `,
})
export class SummitsScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly words = words;
  private readonly router = inject(Router);
  readonly open = input<string>();
  protected readonly mayKeep = computed(() => this.me.may('summit.keep'));
  protected readonly list = screen(summitRoutes.list);

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
    if (open === null) setTimeout(() => document.getElementById('add-summit')?.focus());
  }

  protected added(summit: SummitPage | null): void {
    if (summit) void this.router.navigate(['/', this.here.slug(), 'summits', summit.id]);
    else this.show(null);
  }
}
