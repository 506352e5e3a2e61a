import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Nothing here yet: says so, and what to do next. */
@Component({
  selector: 'ft-empty',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-empty' },
  template: `<h2>{{ heading() }}</h2><p><ng-content /></p><ng-content select="[deeds]" />`,
})
export class Empty {
  readonly heading = input.required<string>();
}
