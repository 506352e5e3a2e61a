import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** Leads from the page of a thing to its history, with all its parts; for whoever may read the history. */
@Component({
  selector: 'ft-history-link',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (me.may('audit.read')) { <p><a [routerLink]="['/', here.slug(), 'history']" [queryParams]="{ thing: thing() }">History of this {{ called() }}</a></p> }`,
})
export class HistoryLink {
  readonly thing = input.required<string>();
  /** What it is called in a sentence: `action`. */
  readonly called = input.required<string>();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
}
