import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dashboard, OrganisationStanding, Status } from '@followthrough/contracts';
import { Card } from '@followthrough/ui';
import { Lists } from './lists';

/** Who is accountable for what, and how it goes with them, worst first. */
@Component({
  selector: 'ft-organisations-card',
  imports: [RouterLink, Card],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="By accountable organisation" sub="Those with most off track first.">
      <table class="ft-table ft-table--cards">
        <caption class="nhsuk-u-visually-hidden">Actions by accountable organisation and status</caption>
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col" class="ft-number">Overdue</th>
            @for (word of seen().words; track word.status) { <th scope="col" class="ft-number">{{ word.word }}</th> }
            <th scope="col" class="ft-number">Actions</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.one.organisationId) {
            <tr>
              <th scope="row">{{ row.one.name ?? 'Nobody yet' }}</th>
              <td class="ft-number" [class.ft-none]="row.one.overdue === 0" data-label="Overdue">@if (row.one.overdue > 0) { <a class="ft-late" [routerLink]="lists.actions()" [queryParams]="to(row.one, { overdue: true })">{{ row.one.overdue }}</a> } @else { <span class="ft-muted">0</span> }</td>
              @for (cell of row.cells; track cell.status) {
                <td class="ft-number" [class.ft-none]="cell.actions === 0" [attr.data-label]="cell.word">@if (cell.actions > 0) { <a [routerLink]="lists.actions()" [queryParams]="to(row.one, { status: [cell.status] })">{{ cell.actions }}</a> } @else { <span class="ft-muted">0</span> }</td>
              }
              <td class="ft-number" data-label="Actions"><a [routerLink]="lists.actions()" [queryParams]="to(row.one, {})">{{ row.one.actions }}</a></td>
            </tr>
          }
        </tbody>
      </table>
    </ft-card>
  `,
})
export class OrganisationsCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
  protected readonly rows = computed(() =>
    this.seen().organisations.map((one) => ({ one, cells: this.seen().words.map(({ status, word }) => ({ status, word, actions: one.statuses.find((each) => each.status === status)?.actions ?? 0 })) })),
  );

  protected to(one: OrganisationStanding, more: { readonly status?: Status[]; readonly overdue?: boolean }): Record<string, unknown> {
    return this.lists.to({ ...(one.organisationId ? { accountable: one.organisationId } : { unaccountable: true }), ...more });
  }
}
