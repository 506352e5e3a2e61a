import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LoadActionCell, type LoadActionRow, type LoadCell, loadRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { HeatCell, type HeatFigure, HeatKeys } from '../capacity/public';
import { Here } from '../session/here';
import { LoadParts } from './load-parts';
import { headingsOf, inUnit, type LoadUnit, unitWords } from './load-units';

/** What each open action asks by month, soonest due first, and how much of it has nobody. */
@Component({
  selector: 'ft-load-actions',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, HeatCell, HeatKeys, LoadParts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './load-actions.html',
})
export class LoadActions {
  readonly months = input.required<number>();
  readonly unit = input.required<LoadUnit>();
  /** What lies at an organisation, or what somebody is down for; neither is all. */
  readonly organisation = input<string>();
  readonly person = input<string>();
  /** The cell that is open. */
  readonly row = input<string>();
  readonly month = input<string>();
  readonly opened = output<{ readonly row: string | null; readonly month: string }>();

  protected readonly here = inject(Here);
  protected readonly list = listing(loadRoutes.actions, () => ({ months: this.months(), ...(this.organisation() ? { organisation: this.organisation() ?? '' } : this.person() ? { person: this.person() ?? '' } : {}) }));
  protected readonly said = computed(() => unitWords[this.unit()]);
  protected readonly headings = computed(() => headingsOf(this.list.first.value()?.months ?? []));
  protected readonly shown = computed(() => {
    const unit = this.unit();
    const fullTime = new Map(this.list.first.value()?.months.map((one) => [one.month, one.fullTime]));
    return (this.list.items() ?? []).map((item) => ({
      item,
      cells: item.months.map((cell) => ({ cell, figure: figureOf(cell), say: (minutes: number) => inUnit(minutes, unit, DAY, fullTime.get(cell.month) ?? 0) })),
    }));
  });
  protected readonly chosen = computed(() => {
    const row = this.shown().find(({ item }) => item.id === this.row());
    const one = row?.cells.find(({ cell }) => cell.month === this.month());
    return row && one ? { row: { id: row.item.id, name: titleOf(row.item) }, cell: cellOf(one.cell), say: one.say } : null;
  });
}

/** A day of nobody in particular. */
const DAY = 450;

const titleOf = ({ ref, title }: LoadActionRow): string => `${ref} ${title}`;

function figureOf({ needed, nobody }: LoadActionCell): HeatFigure {
  const band = nobody === null ? 'unknown' : needed === 0 ? 'spare' : nobody > 0 ? 'unresourced' : 'healthy';
  return { needed: needed ?? 0, confirmed: null, percent: null, band, isFew: needed === null, nobody };
}

const cellOf = ({ month, needed }: LoadActionCell): LoadCell => ({ month, needed, given: null, difference: null, percent: null, band: 'unknown', unknown: 0, promised: null, isFew: needed === null });
