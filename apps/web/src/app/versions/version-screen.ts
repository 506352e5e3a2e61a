import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FrozenAction, type VersionPage, versionRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { More } from './more';
import { saidValue } from './said-value';

/** One version as it was approved, with the names of its day. */
@Component({
  selector: 'ft-version',
  imports: [RouterLink, Button, Card, Failed, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    @if (version.refused(); as refused) {
      <h1 class="nhsuk-u-visually-hidden">Version</h1>
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" [mayRetry]="refused.code !== 'not_found'" (retry)="version.reload()" />
    } @else if (version.value(); as one) {
      <div class="ft-head">
        <div>
          <p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'plans', plan(), 'versions']">Versions of the plan</a></p>
          <h1>{{ one.planTitle }}, version {{ one.number }}</h1>
          <p>Approved by {{ one.board }} on {{ one.approvedOn | ukDate }}. It stays as it was that day.</p>
        </div>
        <a ftButton [routerLink]="['/', here.slug(), 'plans', plan(), 'compare']" [queryParams]="{ from: 'v' + one.number, to: 'now' }">Compare with now</a>
      </div>
      @if (one.aim) { <p class="ft-prose">{{ one.aim }}</p> }
      <ft-card [heading]="one.actions + (one.actions === 1 ? ' action' : ' actions')">
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Actions of version {{ one.number }}</caption>
          <thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Organisation</th><th scope="col">Due</th></tr></thead>
          <tbody>
            @for (action of more.items(); track action.actionId) {
              <tr><td data-label="Ref">{{ action.ref }}</td><th scope="row">{{ action.title }}</th><td data-label="Owner">{{ action.owner ?? 'Nobody' }}</td><td data-label="Organisation">{{ action.organisation ?? 'None' }}</td><td data-label="Due">{{ action.due ? due(action.due) : 'No date' }}</td></tr>
            }
          </tbody>
        </table>
        @if (more.next()) { <p class="ft-plan__more"><button type="button" ftButton (click)="more.read()">Show more</button></p> }
      </ft-card>
    } @else {
      <h1 class="nhsuk-u-visually-hidden">Version</h1>
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class VersionScreen {
  /** From the address. */
  readonly plan = input.required<string>();
  readonly id = input.required<string>();
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  protected readonly version = screen(versionRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly more = new More<FrozenAction, VersionPage>(this.version, (after) => this.api.ask(versionRoutes.page, { params: { id: this.id() }, query: { after } }));
  protected readonly due = (due: string): string => saidValue('due', due);
}
