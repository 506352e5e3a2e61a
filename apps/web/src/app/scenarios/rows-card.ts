import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { changedRows, type ScenarioRow, type ScenarioVerdict } from '@followthrough/domain';
import { Card, UkDate, ukDate } from '@followthrough/ui';
import { HeatCell, type HeatFigure } from '../capacity/public';
import { inDays } from '../demand/public';

const SHOWN = 12;

/** The rows that a scenario changes, month by month before and after, and what is proven of them. */
@Component({
  selector: 'ft-scenario-rows',
  imports: [Card, UkDate, HeatCell],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="heading()" sub="Days needed over days that can be given, by month, as on the heat map; beside each name what fits nowhere within its dates.">
      @if (rows().length > 0) {
        <table class="ft-heat ft-scenario__rows">
          <caption class="nhsuk-u-visually-hidden">People and organisations by month, before and after</caption>
          <thead><tr><th scope="col">Who</th>@for (month of months(); track month) { <th scope="col"><span aria-hidden="true">{{ short(month) }}</span><span class="nhsuk-u-visually-hidden">{{ month | ukDate }}</span></th> }</tr></thead>
          @for (row of rows(); track row.key) {
            <tbody>
              @for (side of row.sides; track side.when) {
                <tr>
                  <th scope="row">@if (side.when === 'Before') { {{ row.name }}<span class="ft-muted">Before: {{ side.says }}</span> } @else { <span class="nhsuk-u-visually-hidden">{{ row.name }}, </span><span class="ft-muted">{{ side.when }}: {{ side.says }}</span> }</th>
                  @for (one of side.cells; track one.month) { <td [attr.data-label]="one.month | ukDate"><ft-heat-cell [cell]="one.figure" [say]="days" unit="days" [hasFigures]="true" [opens]="false" /></td> }
                </tr>
              }
            </tbody>
          }
        </table>
        @if (more() > 0) { <p class="ft-muted">And {{ more() }} more rows that change, with less that fits nowhere.</p> }
      } @else { <p class="ft-muted">Nobody’s work changes.</p> }
    </ft-card>
  `,
})
export class ScenarioRows {
  readonly heading = input('Who it changes');
  readonly before = input.required<ScenarioVerdict>();
  readonly after = input.required<ScenarioVerdict>();
  protected readonly days = (minutes: number): string => inDays(minutes).replace(/ days?$/, '').replace('less than', '<');
  private readonly changed = computed(() => changedRows(this.before(), this.after()));
  protected readonly more = computed(() => Math.max(0, this.changed().length - SHOWN));
  protected readonly months = computed(() => [...this.before().rows, ...this.after().rows][0]?.months.map((one) => one.month) ?? []);
  protected readonly rows = computed(() =>
    this.changed().slice(0, SHOWN).map(({ before, after }) => {
      const row = after ?? before;
      return { key: `${row?.kind} ${row?.id}`, name: row?.name ?? '', sides: [this.side('Before', before, row), this.side('After', after, row)] };
    }),
  );

  protected short(month: string): string {
    return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  }

  private side(when: 'Before' | 'After', row: ScenarioRow | null, other: ScenarioRow | null) {
    const months = row?.months ?? (other?.months ?? []).map((one) => ({ ...one, needed: 0, percent: one.given ? 0 : null, band: one.given === null ? ('unknown' as const) : ('spare' as const) }));
    const first = row?.overloads[0];
    const says = !row ? 'no work' : row.excess > 0 ? `${inDays(row.excess)} over${first ? `, ${ukDate(first.from)} to ${ukDate(first.to)}` : ''}` : row.isUnknown ? 'not all days are known' : 'all of it fits';
    return { when, says, cells: months.map(({ month, needed, given, percent, band }) => ({ month, figure: { needed, confirmed: given, percent, band } satisfies HeatFigure })) };
  }
}
