import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Criterion } from '@followthrough/contracts';
import { Changed } from '@followthrough/ui';

/** What findings are about, chosen in passing: criteria of the framework, and themes in the locality's own words. */
export interface About {
  readonly criterionIds: readonly string[];
  readonly themes: readonly string[];
}

/** The criteria and themes of one pasted finding, or those that all of them share. */
@Component({
  selector: 'ft-pasted-about',
  imports: [Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-pasted-about' },
  template: `
    @if (chips().length > 0) {
      <ul class="ft-chips" [attr.aria-label]="'Criteria and themes of ' + whose()">
        @for (chip of chips(); track chip.says) { <li>{{ chip.says }}<button type="button" [attr.aria-label]="'Take ' + chip.says + ' off ' + whose()" (click)="changed.emit(chip.without)">×</button></li> }
      </ul>
    }
    @if (criteria().length > 0) {
      <select #criterion class="ft-input" [attr.aria-label]="'Add a criterion to ' + whose()" (change)="addCriterion(criterion)">
        <option value="">Add a criterion</option>
        @for (domain of left(); track domain.title) { <optgroup [label]="domain.title">@for (one of domain.criteria; track one.id) { <option [value]="one.id">{{ one.title }}</option> }</optgroup> }
      </select>
    }
    <input #theme class="ft-input" autocomplete="off" maxlength="100" placeholder="Add a theme" [attr.aria-label]="'Add a theme to ' + whose()" (keydown.enter)="$event.preventDefault(); addTheme(theme)" (ftChange)="addTheme(theme)" />
  `,
})
export class PastedAbout {
  readonly about = input.required<About>();
  readonly criteria = input.required<readonly Criterion[]>();
  /** What they belong to, in words: “finding 3”, “all rows”. */
  readonly whose = input.required<string>();
  readonly changed = output<About>();
  protected readonly chips = computed(() => {
    const { criterionIds, themes } = this.about();
    const criteria = criterionIds.map((id) => ({ says: this.criteria().find((one) => one.id === id)?.title ?? 'A criterion', without: { themes, criterionIds: criterionIds.filter((one) => one !== id) } }));
    return [...criteria, ...themes.map((theme) => ({ says: theme, without: { criterionIds, themes: themes.filter((one) => one !== theme) } }))];
  });
  protected readonly left = computed(() => {
    const free = this.criteria().filter((one) => !this.about().criterionIds.includes(one.id));
    return [...Map.groupBy(free, (one) => one.domain)].map(([title, criteria]) => ({ title, criteria }));
  });

  protected addCriterion(box: HTMLSelectElement): void {
    const { criterionIds, themes } = this.about();
    if (box.value) this.changed.emit({ themes, criterionIds: [...criterionIds, box.value] });
    box.value = '';
  }

  protected addTheme(box: HTMLInputElement): void {
    const { criterionIds, themes } = this.about();
    const theme = box.value.trim();
    if (theme && !themes.some((one) => one.toLowerCase() === theme.toLowerCase())) this.changed.emit({ criterionIds, themes: [...themes, theme] });
    box.value = '';
  }
}
