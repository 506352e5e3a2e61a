import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScenarioVerdict } from '@followthrough/domain';
import { Card } from '@followthrough/ui';
import { inDays } from '../demand/public';
import { Here } from '../session/here';

interface Line {
  readonly label: string;
  readonly hint: string;
  readonly of: (verdict: ScenarioVerdict) => number;
  readonly say?: (value: number) => string;
}

const LINES: readonly Line[] = [
  { label: 'Days over', hint: 'Work that fits nowhere within its dates', of: (one) => one.excess, say: (minutes) => inDays(minutes).replace(/ days?$/, '') },
  { label: 'People and organisations over', hint: 'With work that fits nowhere', of: (one) => one.over },
  { label: 'Actions late', hint: 'That cannot be done before they are due', of: (one) => one.late.length },
  { label: 'Months over', hint: 'On the heat map', of: (one) => one.monthsOver },
  { label: 'Not known', hint: 'With work, and days that nobody has said', of: (one) => one.unknown },
];

/** Before, after, and after another scenario: what it comes to, side by side. */
@Component({
  selector: 'ft-scenario-figures',
  imports: [RouterLink, Card],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What it comes to" [sub]="sub()">
      <table class="ft-table ft-scenario__figures">
        <caption class="nhsuk-u-visually-hidden">The plan before, and after the changes</caption>
        <thead><tr><td></td><th scope="col" class="ft-number">Before</th><th scope="col" class="ft-number">After</th>@if (other(); as other) { <th scope="col" class="ft-number">{{ otherName() }}</th> }</tr></thead>
        <tbody>
          @for (line of lines(); track line.label) {
            <tr>
              <th scope="row">{{ line.label }}<span class="ft-muted">{{ line.hint }}</span></th>
              <td class="ft-number">{{ line.before }}</td>
              <td class="ft-number"><b>{{ line.after.value }}</b> <span [class]="'ft-scenario__' + line.after.how">{{ line.after.says }}</span></td>
              @if (line.other; as other) { <td class="ft-number"><b>{{ other.value }}</b> <span [class]="'ft-scenario__' + other.how">{{ other.says }}</span></td> }
            </tr>
          }
        </tbody>
      </table>
      @if (late().length > 0) {
        <details class="ft-above">
          <summary>Which actions are late</summary>
          <ul>
            @for (one of late(); track one.id) { <li><a [routerLink]="['/', here.slug(), 'actions', one.id]">{{ one.says }}</a> <span class="ft-muted">{{ one.when }}</span></li> }
          </ul>
        </details>
      }
    </ft-card>
  `,
})
export class ScenarioFigures {
  readonly before = input.required<ScenarioVerdict>();
  readonly after = input.required<ScenarioVerdict>();
  readonly other = input<ScenarioVerdict | null>(null);
  readonly otherName = input('');
  readonly sub = input('');
  /** What actions are called; of those that are not known here nothing is listed. */
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  protected readonly here = inject(Here);
  protected readonly lines = computed(() => {
    const [before, after, other] = [this.before(), this.after(), this.other()];
    return LINES.map(({ label, hint, of, say = String }) => {
      const beside = (verdict: ScenarioVerdict) => {
        const less = of(before) - of(verdict);
        return { value: say(of(verdict)), how: less > 0 ? 'better' : less < 0 ? 'worse' : 'same', says: less > 0 ? `▼ ${say(less)} fewer` : less < 0 ? `▲ ${say(-less)} more` : 'the same' };
      };
      return { label, hint, before: say(of(before)), after: beside(after), other: other && beside(other) };
    });
  });
  protected readonly late = computed(() => {
    const [was, is] = [new Set(this.before().late), new Set(this.after().late)];
    return [...new Set([...is, ...was])].flatMap((id) => {
      const says = this.names().get(id);
      return says ? [{ id, says, when: is.has(id) ? (was.has(id) ? 'before and after' : 'only after') : 'only before' }] : [];
    });
  });
}
