import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MeasureBrief, type MeasureLink, measureRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { Figure } from './figures';
import { Verdicts } from './verdicts';

/** The measures of an action or a finding: where each stands and what its figures say. For their pages. */
@Component({
  selector: 'ft-measures-card',
  imports: [RouterLink, Button, Card, UkDate, Figure, Verdicts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Measures">
      @if (mayKeep() && !adding()) { <button deeds type="button" ftButton="quiet" id="add-measure" (click)="add.emit()">Link<span class="nhsuk-u-visually-hidden"> a measure</span></button> }
      @if (measures().length > 0) {
        <ul class="ft-beside">
          @for (one of measures(); track one.id) {
            <li>
              <a [routerLink]="['/', here.slug(), 'measures', one.id]" [queryParams]="{ at: at() }">{{ one.title }}</a>
              <div class="ft-row">@if (one.latestOn) { <b>{{ one.latestValue | figure: one.unit }}</b><span class="ft-muted">{{ one.latestOn | ukDate }}</span> }@if (one.target !== null) { <span class="ft-muted">target {{ one.target | figure: one.unit }}</span> }@if (one.retiredOn) { <span class="ft-tag">retired</span> }</div>
              <div class="ft-row"><ft-verdicts [measure]="one" />@if (mayKeep()) { <button type="button" ftButton="quiet" (click)="unlink(one)">Unlink<span class="nhsuk-u-visually-hidden"> {{ one.title }}</span></button> }</div>
            </li>
          }
        </ul>
      } @else if (!adding()) { <p class="ft-muted">{{ at() ? 'No measure belonged to it then.' : 'No measure shows yet whether it changes anything.' }}</p> }
      @if (mayKeep() && adding()) {
        @if (offered().length > 0) {
          <label class="ft-beside__way">Which measure?
            <select #box class="ft-input" (keydown.escape)="leave()"><option value="">Choose</option>@for (one of offered(); track one.id) { <option [value]="one.id">{{ one.title }}</option> }</select>
          </label>
          <div class="ft-row"><button type="button" ftButton="primary" [small]="true" (click)="box.value && link(box.value)">Link</button><button type="button" ftButton [small]="true" (click)="leave()">Cancel</button></div>
        } @else { <button type="button" ftButton [small]="true" (click)="leave()">Cancel</button> }
        <p><a [routerLink]="['/', here.slug(), 'measures']" [queryParams]="anew()">Add a new measure</a></p>
      }
    </ft-card>
  `,
})
export class MeasuresCard {
  readonly measures = input.required<readonly MeasureBrief[]>();
  /** Whose they are: an action or a finding. */
  readonly of = input.required<MeasureLink>();
  readonly adding = input(false);
  /** The moment that they are seen as at; null for now. */
  readonly at = input<string | null>(null);
  readonly add = output();
  readonly left = output();
  readonly changed = output<MeasureBrief[]>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly mayKeep = computed(() => this.me.may('measure.keep') && this.at() === null);
  private readonly list = screen(measureRoutes.list, () => (this.adding() ? { query: {} } : undefined));
  protected readonly offered = computed(() => (this.list.value()?.items ?? []).filter(({ id }) => !this.measures().some((one) => one.id === id)));
  protected readonly anew = computed(() => ({ open: 'new', action: this.of().actionId, finding: this.of().findingId }));

  protected link(id: string): Promise<void> {
    return this.deed(async () => {
      const fresh = await this.api.ask(measureRoutes.link, { params: { id }, body: this.of() });
      this.changed.emit([...this.measures().filter((one) => one.id !== id), fresh]);
      this.leave();
      this.toasts.say('Linked.');
    });
  }

  protected unlink({ id, title }: MeasureBrief): Promise<void> {
    return this.deed(async () => {
      const { actionId, findingId } = this.of();
      await this.api.ask(measureRoutes.unlink, { params: { id, other: actionId ?? findingId ?? '' } });
      this.changed.emit(this.measures().filter((one) => one.id !== id));
      this.toasts.say(`“${title}” is unlinked.`, () => void this.link(id));
    });
  }

  protected leave(): void {
    this.left.emit();
    setTimeout(() => document.getElementById('add-measure')?.focus());
  }
}
