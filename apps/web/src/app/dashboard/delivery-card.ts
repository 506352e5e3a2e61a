import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Dashboard, horizons, type Standing, type Status } from '@followthrough/contracts';
import { Card, type Part, StackedBar, StatusTag } from '@followthrough/ui';
import { words } from '../words';
import { Lists } from './lists';

const counted = (standings: readonly Standing[], status: Status): number => standings.reduce((sum, one) => (one.status === status ? sum + one.actions : sum), 0);

/** Every action by its reported status, now and when the last month ended, in this locality's own words. */
@Component({
  selector: 'ft-delivery-card',
  imports: [RouterLink, Card, StackedBar, StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="'Delivery of ' + seen().actions + (seen().actions === 1 ? ' action' : ' actions')" sub="As reported. The thin bar is the end of last month.">
      <ft-stacked-bar label="Actions by status now" [parts]="now()" />
      <ft-stacked-bar label="Actions by status at the end of last month" [thin]="true" [parts]="before()" />
      <ul class="ft-legend">
        <li><a [routerLink]="lists.actions()" [queryParams]="lists.to({})">All {{ seen().actions }}</a></li>
        @for (one of legend(); track one.status) {
          <li><a [routerLink]="lists.actions()" [queryParams]="lists.to({ status: [one.status] })"><ft-status [word]="one.word" [colour]="one.colour" [mark]="one.mark" [title]="one.definition"><span>&nbsp;{{ one.actions }}</span></ft-status></a>@if (one.change) { <span class="ft-muted">&nbsp;{{ one.change }}<span class="nhsuk-u-visually-hidden"> since last month</span></span> }</li>
        }
      </ul>
      <table class="ft-table ft-table--cards">
        <caption class="nhsuk-u-visually-hidden">Actions by horizon and status</caption>
        <thead><tr><th scope="col">Horizon</th>@for (one of legend(); track one.status) { <th scope="col" class="ft-number">{{ one.word }}</th> }</tr></thead>
        <tbody>
          @for (row of rows(); track row.horizon) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              @for (cell of row.cells; track cell.status) {
                <td class="ft-number" [class.ft-none]="cell.actions === 0" [attr.data-label]="cell.word">@if (cell.actions > 0) { <a [routerLink]="lists.actions()" [queryParams]="lists.to({ horizon: [row.horizon], status: [cell.status] })">{{ cell.actions }}</a> } @else { <span class="ft-muted">0</span> }</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </ft-card>
  `,
})
export class DeliveryCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
  private readonly last = computed(() => this.seen().months.at(-2)?.standings ?? []);
  protected readonly now = computed(() => this.parts(this.seen().now));
  protected readonly before = computed(() => this.parts(this.last()));
  protected readonly legend = computed(() =>
    this.seen().words.map((word) => {
      const actions = counted(this.seen().now, word.status);
      const by = actions - counted(this.last(), word.status);
      return { ...word, actions, change: by === 0 ? '' : by > 0 ? `+${by}` : `−${-by}` };
    }),
  );
  protected readonly rows = computed(() =>
    horizons.map((horizon) => ({
      horizon,
      label: words.horizon[horizon],
      cells: this.seen().words.map(({ status, word }) => ({ status, word, actions: this.seen().now.find((one) => one.horizon === horizon && one.status === status)?.actions ?? 0 })),
    })),
  );

  private parts(standings: readonly Standing[]): readonly Part[] {
    return this.seen().words.map(({ status, word, colour }) => ({ key: status, label: word, colour, value: counted(standings, status), link: this.lists.actions(), query: this.lists.to({ status: [status] }) as Record<string, string> }));
  }
}
