import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** One of the status colours. */
  readonly colour: string;
  /** Where the list behind the number is, with its query. */
  readonly link?: readonly (string | number)[];
  readonly query?: Readonly<Record<string, string>>;
}

/** Parts of a whole side by side, each with its number; read out as a list, and each part leads to what it counts. */
@Component({
  selector: 'ft-stacked-bar',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-stacked" [class.ft-stacked--thin]="thin()" [attr.aria-label]="label()">
      @for (part of shown(); track part.key) {
        <li [class]="'ft-fill--' + part.colour" [style.flex]="part.value + ' 1 0'">
          @if (part.link && !thin()) {
            <a [routerLink]="part.link" [queryParams]="part.query ?? {}" [title]="part.label"><span class="nhsuk-u-visually-hidden">{{ part.label }}: </span>{{ part.value }}</a>
          } @else {
            <span [title]="part.label + ' ' + part.value"><span class="nhsuk-u-visually-hidden">{{ part.label }}: {{ part.value }}</span>@if (!thin()) { <b aria-hidden="true">{{ part.value }}</b> }</span>
          }
        </li>
      }
    </ul>
  `,
})
export class StackedBar {
  readonly label = input.required<string>();
  readonly parts = input.required<readonly Part[]>();
  readonly thin = input(false);
  protected readonly shown = computed(() => this.parts().filter((part) => part.value > 0));
}
