import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewPage } from '@followthrough/contracts';
import { gridOf } from '@followthrough/domain';
import { Card } from '@followthrough/ui';
import { Here } from '../session/here';
import { CellCount } from './cell-count';

/** Where the findings fall, drawn as the framework is: domains that ask the same are rows of a grid, the others stand beside it. */
@Component({
  selector: 'ft-grid-card',
  imports: [RouterLink, Card, CellCount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Where the findings fall" sub="Choose a number to read the findings behind it. Strengths and good practice need no action.">
      @if (grid().rows.length > 0) {
        <table class="ft-table ft-lines">
          <caption class="nhsuk-u-visually-hidden">Findings by area and question</caption>
          <thead><tr><th scope="col">Area</th>@for (column of grid().columns; track column) { <th scope="col">{{ column }}</th> }</tr></thead>
          <tbody>
            @for (row of grid().rows; track row.domain) {
              <tr><th scope="row">{{ row.domain }}</th>@for (cell of row.cells; track cell.id) { <td [attr.data-label]="cell.title" [class.ft-lines__open]="cell.unanswered > 0"><ft-cell-count [review]="review().id" [criterion]="cell" /></td> }</tr>
            }
          </tbody>
        </table>
      }
      @for (other of grid().others; track other.domain) {
        <table class="ft-table ft-lines ft-lines--list">
          <caption>{{ other.domain }}</caption>
          <tbody>@for (one of other.criteria; track one.id) { <tr><th scope="row">{{ one.title }}</th><td data-label="Findings" [class.ft-lines__open]="one.unanswered > 0"><ft-cell-count [review]="review().id" [criterion]="one" /></td></tr> }</tbody>
        </table>
      }
      @if (review().outside > 0) { <p class="ft-muted">{{ review().outside }} of {{ review().findings }} findings speak to no criterion. <a [routerLink]="['/', here.slug(), 'findings']" [queryParams]="{ review: review().id }">All findings of this review</a></p> }
    </ft-card>
  `,
})
export class GridCard {
  readonly review = input.required<ReviewPage>();
  protected readonly here = inject(Here);
  protected readonly grid = computed(() => gridOf(this.review().criteria));
}
