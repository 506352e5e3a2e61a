import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export interface Series {
  readonly label: string;
  readonly colour: string;
  /** One value a point; null where nothing is known, which breaks the line and is never drawn as zero. */
  readonly values: readonly (number | null)[];
}

const WIDTH = 600;
const HEIGHT = 180;
const EDGE = { left: 34, right: 8, top: 10, bottom: 24 };
const DASHES = ['', '7 4', '2 4', '10 3 2 3'];

/** A few lines over time, told apart by dashes as well as colour, with the same figures in a table behind them. */
@Component({
  selector: 'ft-line-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <figure class="ft-chart">
      <svg [attr.viewBox]="'0 0 ' + width + ' ' + height" role="img" [attr.aria-label]="label()">
        @for (tick of ticks(); track tick) {
          <line [attr.x1]="edge.left" [attr.x2]="width - edge.right" [attr.y1]="y(tick)" [attr.y2]="y(tick)" stroke="var(--line)" />
          <text [attr.x]="edge.left - 6" [attr.y]="y(tick) + 5" text-anchor="end">{{ tick }}</text>
        }
        @for (point of points(); track $index; let index = $index; let last = $last) {
          @if (index % every() === 0 || last) { <text [attr.x]="x(index)" [attr.y]="height - 6" [attr.text-anchor]="index === 0 ? 'start' : last ? 'end' : 'middle'">{{ point }}</text> }
        }
        @for (path of paths(); track path.label) {
          <path [attr.d]="path.d" fill="none" stroke-width="2.4" [attr.stroke]="'var(--' + path.colour + ')'" [attr.stroke-dasharray]="path.dash || null" />
        }
      </svg>
      <ul class="ft-legend">
        @for (path of paths(); track path.label) {
          <li><svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true"><path d="M0 4h28" stroke-width="2.4" [attr.stroke]="'var(--' + path.colour + ')'" [attr.stroke-dasharray]="path.dash || null" /></svg> {{ path.label }}</li>
        }
      </ul>
      <details>
        <summary>The figures as a table</summary>
        <div class="ft-table__scroll" tabindex="0" role="region" [attr.aria-label]="label()">
          <table class="ft-table">
            <thead><tr><th scope="col">When</th>@for (one of series(); track one.label) { <th scope="col" class="ft-number">{{ one.label }}</th> }</tr></thead>
            <tbody>
              @for (point of points(); track $index; let index = $index) {
                <tr><th scope="row">{{ point }}</th>@for (one of series(); track one.label) { <td class="ft-number">{{ one.values[index] ?? 'not known' }}</td> }</tr>
              }
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  `,
})
export class LineChart {
  readonly label = input.required<string>();
  readonly points = input.required<readonly string[]>();
  readonly series = input.required<readonly Series[]>();
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  private readonly highest = computed(() => niceAbove(Math.max(1, ...this.series().flatMap((one) => one.values.map((value) => value ?? 0)))));
  protected readonly ticks = computed(() => [0, this.highest() / 2, this.highest()]);
  protected readonly every = computed(() => Math.max(1, Math.ceil(this.points().length / 6)));
  protected readonly paths = computed(() => this.series().map(({ label, colour, values }, index) => ({ label, colour, dash: DASHES[index % DASHES.length] ?? '', d: this.path(values) })));

  protected x(index: number): number {
    return EDGE.left + ((WIDTH - EDGE.left - EDGE.right) * index) / Math.max(1, this.points().length - 1);
  }

  protected y(value: number): number {
    return HEIGHT - EDGE.bottom - ((HEIGHT - EDGE.top - EDGE.bottom) * value) / this.highest();
  }

  private path(values: readonly (number | null)[]): string {
    return values.map((value, index) => (value === null ? '' : `${index === 0 || values[index - 1] === null ? 'M' : 'L'}${this.x(index).toFixed(1)} ${this.y(value).toFixed(1)}`)).join('');
  }
}

/** The next of 2, 4, 10, 20, 40, 100 … so that half of it is whole too. */
function niceAbove(value: number): number {
  for (let scale = 1; ; scale *= 10) for (const step of [2, 4, 10]) if (step * scale >= value) return step * scale;
}
