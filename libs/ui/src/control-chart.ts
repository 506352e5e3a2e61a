import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { ukDate } from './uk-date';

/** What a point looks like; the words that go with it are the caller's. */
export type PointLook = 'usual' | 'better' | 'worse' | 'unusual';

export interface PlottedPoint {
  readonly id: string;
  /** `2026-09-30`; points come in the order of their days. */
  readonly day: string;
  readonly value: number;
  readonly look: PointLook;
  /** Shown when somebody points at it. */
  readonly says: string;
}

/** A level line across the chart: the mean, a limit, a target. */
export interface Level {
  readonly kind: 'mean' | 'limit' | 'target';
  readonly value: number;
  readonly label: string;
}

const HEIGHT = 300;
const EDGE = { left: 56, right: 16, top: 14, bottom: 34 } as const;
const SHAPES: Readonly<Record<PointLook, string>> = { usual: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', better: 'M0-8l8 8-8 8-8-8z', worse: 'M0-8 8 7H-8z', unusual: 'M-6.5-6.5h13v13h-13z' };

/** Single figures over time between their limits. A special point has a shape of its own beside its colour. The figures are in a table of the caller's. */
@Component({
  selector: 'ft-control-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <figure class="ft-chart ft-control" #box>
      <svg role="img" [attr.aria-label]="label() + '. The figures are in the table.'" [attr.viewBox]="'0 0 ' + width() + ' ' + height" [attr.height]="height">
        @for (tick of drawn().ticks; track tick.y) {
          <path class="ft-control__grid" [attr.d]="'M' + edge.left + ' ' + tick.y + 'H' + right()" />
          <text text-anchor="end" [attr.x]="edge.left - 8" [attr.y]="tick.y + 5">{{ tick.says }}</text>
        }
        @for (day of drawn().days; track day.x) { <text [attr.text-anchor]="day.anchor" [attr.x]="day.x" [attr.y]="height - 10">{{ day.says }}</text> }
        @for (level of drawn().levels; track $index) { <path [attr.class]="'ft-control__level ft-control__level--' + level.kind" [attr.d]="'M' + edge.left + ' ' + level.y + 'H' + right()" /> }
        <path class="ft-control__line" [attr.d]="drawn().line" />
        @for (point of drawn().points; track point.id) { <path [attr.class]="'ft-control__point ft-control__point--' + point.look" [attr.d]="shapes[point.look]" [attr.transform]="'translate(' + point.x + ' ' + point.y + ')'"><title>{{ point.says }}</title></path> }
      </svg>
      <ul class="ft-legend">
        @for (level of named(); track level.label) { <li><svg class="ft-control__sample" viewBox="0 0 34 12" width="34" height="12" aria-hidden="true"><path [attr.class]="'ft-control__level ft-control__level--' + level.kind" d="M0 6h34" /></svg>{{ level.label }}</li> }
        @for (look of looks(); track look.look) { <li><svg class="ft-control__sample" viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true"><path [attr.class]="'ft-control__point ft-control__point--' + look.look" [attr.d]="shapes[look.look]" /></svg>{{ look.says }}</li> }
      </ul>
    </figure>
  `,
})
export class ControlChart {
  readonly label = input.required<string>();
  readonly points = input.required<readonly PlottedPoint[]>();
  readonly levels = input<readonly Level[]>([]);
  /** What each look means, in the order of the legend; those that no point has are left out. */
  readonly meaning = input.required<Readonly<Record<PointLook, string>>>();
  protected readonly shapes = SHAPES;
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  /** In CSS pixels: the drawing is made for the room there is, so that its text keeps its size on a phone. */
  protected readonly width = signal(640);
  protected readonly right = computed(() => this.width() - EDGE.right);
  protected readonly named = computed(() => this.levels().filter(({ label }, at, all) => label !== '' && all.findIndex((one) => one.label === label) === at));
  protected readonly looks = computed(() => (Object.keys(SHAPES) as PointLook[]).filter((look) => this.points().some((point) => point.look === look)).map((look) => ({ look, says: this.meaning()[look] })));

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const box = this.box().nativeElement;
      const watch = new ResizeObserver(() => this.width.set(Math.max(240, Math.round(box.clientWidth))));
      watch.observe(box);
      destroyed.onDestroy(() => watch.disconnect());
    });
  }

  protected readonly drawn = computed(() => {
    const [points, levels, right] = [this.points(), this.levels(), this.right()];
    const ticks = ticksOf([...points, ...levels].map(({ value }) => value));
    const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
    const y = (value: number): number => round(EDGE.top + ((high - value) / (high - low || 1)) * (HEIGHT - EDGE.top - EDGE.bottom));
    const days = points.map(({ day }) => Date.parse(day));
    const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
    const x = (day: number): number => round(first === last ? (EDGE.left + right) / 2 : EDGE.left + 8 + ((day - first) / (last - first)) * (right - EDGE.left - 16));
    const placed = points.map((point, at) => ({ ...point, x: x(days[at] ?? 0), y: y(point.value) }));
    return {
      ticks: ticks.map((value) => ({ y: y(value), says: value.toLocaleString('en-GB', { maximumFractionDigits: 4 }) })),
      levels: levels.map(({ kind, value }) => ({ kind, y: y(value) })),
      points: placed,
      line: placed.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
      days: namedDays(placed, right),
    };
  });
}

const round = (pixel: number): number => Math.round(pixel * 10) / 10;

/** Round numbers, about five steps, that hold all values. */
function ticksOf(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rough = (high - low || Math.abs(high) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10);
  const from = Math.floor(low / step - 1e-9);
  const to = Math.max(from + 1, Math.ceil(high / step + 1e-9));
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
}

/** The first and the last day, and as many between as have room. */
function namedDays(points: readonly { readonly day: string; readonly x: number }[], right: number): readonly { readonly x: number; readonly says: string; readonly anchor: string }[] {
  const room = Math.max(1, Math.floor((right - EDGE.left) / 140));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const between = Array.from({ length: Math.max(0, room - 1) }, (_, at) => first.x + ((at + 1) * (last.x - first.x)) / room).flatMap((wanted) => points.reduce((best, one) => (Math.abs(one.x - wanted) < Math.abs(best.x - wanted) ? one : best), first));
  const kept = [first, ...between, last].filter((one, at, all) => all.indexOf(one) === at);
  return kept.filter((one, at) => at === 0 || one === last || (one.x - (kept[at - 1]?.x ?? 0) > (kept[at - 1] === first ? 130 : 90) && last.x - one.x > 130)).map((one) => ({ x: one.x, says: ukDate(one.day), anchor: one === first && one !== last ? 'start' : one === last && one !== first ? 'end' : 'middle' }));
}
