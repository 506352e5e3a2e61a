import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActionFilter, type CapacityBand, type CapacityCell, capacityRoutes, pastRegisterRoutes } from '@followthrough/contracts';
import { openStatuses } from '@followthrough/domain';
import { Card, Failed, Skeleton, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Lists } from './lists';

/** As many months as a board looks ahead. */
const MONTHS = 6;
const bandNames: Readonly<Record<CapacityBand, string>> = { unknown: 'not known', unresourced: 'no days confirmed for it', spare: 'room to spare', healthy: 'healthy', tight: 'tight', over: 'too much' };
/** The worst band first decides where an organisation stands. */
const worstFirst: readonly CapacityBand[] = ['over', 'unresourced', 'tight', 'unknown', 'healthy', 'spare'];

/** Can we deliver it? Person-days needed over person-days confirmed. Asked apart: it is not everybody's to read. */
@Component({
  selector: 'ft-capacity-card',
  imports: [RouterLink, Card, Failed, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Can we deliver it?" sub="Person-days needed over person-days confirmed. Unknown stays unknown.">
      @if (page().refused(); as refused) {
        <ft-failed [title]="refused.message" (retry)="page().reload()" />
      } @else if (page().value(); as seen) {
        <p>
          Of <a [routerLink]="actions()" [queryParams]="{ status: open, at: lists.at() }">{{ seen.openActions }}</a> open actions,
          <a [routerLink]="actions()" [queryParams]="{ unestimated: true, status: open, at: lists.at() }">{{ seen.notEstimated }}</a> have no estimate and
          <a [routerLink]="actions()" [queryParams]="{ undated: true, status: open, at: lists.at() }">{{ seen.undated }}</a> have one but no date; neither is in these figures.
          @if (then.value()?.asAt?.cycleId) { Counted are the actions of all plans together, as they were when the report was frozen. }
        </p>
        @if (rows().length > 0) {
          <table class="ft-table ft-table--cards ft-loads">
            <caption class="nhsuk-u-visually-hidden">Days needed over days confirmed</caption>
            <thead><tr><th scope="col">Organisation</th>@for (month of months(); track month.key) { <th scope="col" class="ft-number">{{ month.short }}</th> }<th scope="col" class="ft-number">Not estimated</th></tr></thead>
            <tbody>
              @for (row of rows(); track row.organisationId) {
                <tr>
                  <th scope="row">{{ row.name }}</th>
                  @for (cell of row.cells; track cell.month) {
                    <td class="ft-number" [class]="'ft-load ft-load--' + cell.band" [attr.data-label]="cell.label" [title]="cell.says"><b>{{ cell.figure }}</b><span class="nhsuk-u-visually-hidden"> {{ cell.says }}</span></td>
                  }
                  <td class="ft-number" data-label="Not estimated">@if (row.notEstimated > 0) { <a [routerLink]="actions()" [queryParams]="unestimated(row.organisationId)">{{ row.notEstimated }}</a> } @else { <span class="ft-muted">0</span> }</td>
                </tr>
              }
            </tbody>
          </table>
          <p class="ft-muted">▲ more is needed than is confirmed · “none” no days confirmed where some are needed · “?” nobody has said how many days there are</p>
        }
        <p class="ft-no-print"><a [routerLink]="['/', here.slug(), 'capacity']" [queryParams]="lists.moment()">Capacity in full</a></p>
      } @else { <ft-skeleton [lines]="5" /> }
    </ft-card>
  `,
})
export class CapacityCard {
  protected readonly here = inject(Here);
  protected readonly lists = inject(Lists);
  protected readonly open = openStatuses;
  private readonly now = screen(capacityRoutes.page, () => (this.lists.at() ? undefined : {}));
  protected readonly then = screen(pastRegisterRoutes.capacity, () => {
    const at = this.lists.at();
    return at ? { query: { at } } : undefined;
  });
  protected readonly page = computed(() => (this.lists.at() ? this.then : this.now));
  /** Without a link where the list would be of one plan: as at a report. */
  protected readonly actions = computed(() => (this.then.value()?.asAt.cycleId ? null : this.lists.actions()));
  protected readonly months = computed(() => (this.page().value()?.months ?? []).slice(0, MONTHS).map((key) => ({ key, short: ukDate(key).slice(0, 3) })));
  protected readonly rows = computed(() =>
    (this.page().value()?.rows ?? [])
      .map((row) => ({ ...row, cells: row.months.slice(0, MONTHS).map(shown) }))
      .filter((row) => row.notEstimated > 0 || row.cells.some((cell) => cell.needed > 0 || cell.band !== 'unknown'))
      .toSorted((a, b) => rank(a.cells) - rank(b.cells)),
  );

  protected unestimated(organisation: string | null): ActionFilter & { readonly at: string | null } {
    return { at: this.lists.at(), unestimated: true, status: openStatuses, ...(organisation ? { accountable: organisation } : { unaccountable: true }) };
  }
}

const shown = (cell: CapacityCell) => ({
  ...cell,
  label: ukDate(cell.month),
  figure: cell.band === 'unknown' ? '?' : cell.band === 'unresourced' ? 'none' : `${cell.percent ?? 0}%${cell.band === 'over' ? ' ▲' : ''}`,
  says: `${cell.needed} days needed, ${cell.confirmed ?? 'not known how many'} confirmed: ${bandNames[cell.band]}`,
});

const rank = (cells: readonly CapacityCell[]): number => Math.min(...cells.map((cell) => worstFirst.indexOf(cell.band)), worstFirst.length);
