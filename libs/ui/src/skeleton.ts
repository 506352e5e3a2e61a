import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Where text will be, while it comes. */
@Component({
  selector: 'ft-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-skeleton', role: 'status' },
  template: `<b class="nhsuk-u-visually-hidden">Loading</b>@for (line of many(); track line) { <span aria-hidden="true"></span> }`,
})
export class Skeleton {
  readonly lines = input(5);
  protected readonly many = computed(() => Array.from({ length: this.lines() }, (_, line) => line));
}
