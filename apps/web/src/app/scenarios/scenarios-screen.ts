import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { NewScenario, scenarioRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, ProseField, Skeleton, TextField, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';

/** What somebody thought of doing about the plan: sets of changes, drafted, proposed, agreed, applied. */
@Component({
  selector: 'ft-scenarios',
  imports: [FormField, RouterLink, Button, Card, Empty, Failed, ProseField, Skeleton, TextField, UkDate, CapacityViews, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>Scenarios</h1>
        <p>Try changes of dates, work and people over the live plan before anything is written. What all whom it touches agree to is then made as moves and assignments, with the scenario’s name as the reason.</p>
      </div>
      @if (mayKeep() && !adding()) { <button type="button" id="add-scenario" ftButton="primary" (click)="begin()">New scenario</button> }
    </div>
    <ft-capacity-views />
    @if (adding()) {
      <ft-card class="ft-below" heading="New scenario" tone="accent">
        <ft-form [form]="form" says="Begin" (send)="add()" (leave)="leave()">
          <ft-text-field #first [formField]="form.tree.name" />
          <ft-prose-field [formField]="form.tree.why" [rows]="2" />
        </ft-form>
      </ft-card>
    }
    @if (list.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="list.reload()" />
    } @else if (list.value(); as seen) {
      @if (seen.items.length > 0) {
        <ft-card>
          <table class="ft-table ft-table--cards">
            <caption class="nhsuk-u-visually-hidden">Scenarios, the last first</caption>
            <thead><tr><th scope="col">Scenario</th><th scope="col">State</th><th scope="col" class="ft-number">Changes</th><th scope="col">Made by</th><th scope="col">Waits for</th></tr></thead>
            <tbody>
              @for (one of seen.items; track one.id) {
                <tr>
                  <th scope="row"><a [routerLink]="['/', here.slug(), 'capacity', 'scenarios', one.id]">{{ one.name }}</a>@if (one.why) { <span class="ft-muted ft-scenario__why">{{ one.why }}</span> }</th>
                  <td data-label="State"><span class="ft-tag">{{ words.scenarioState[one.state] }}</span></td>
                  <td data-label="Changes" class="ft-number">{{ one.changes }}</td>
                  <td data-label="Made by">{{ one.madeByName ?? 'Nobody known' }}, {{ one.madeAt | ukDate }}</td>
                  <td data-label="Waits for">@if (one.declinedBy.length > 0) { <span class="ft-late">Declined by {{ one.declinedBy.join(', ') }}</span> } @else { {{ one.waitsFor.join(', ') || '–' }} }</td>
                </tr>
              }
            </tbody>
          </table>
        </ft-card>
      } @else if (!adding()) {
        <ft-card><ft-empty heading="No scenarios yet">Begin one with what is over on the <a [routerLink]="['/', here.slug(), 'capacity', 'heat-map']">heat map</a>: move an action, split it, give it to somebody else, and see at once what it does.</ft-empty></ft-card>
      }
    } @else {
      <ft-card><ft-skeleton [lines]="6" /></ft-card>
    }
  `,
})
export class ScenariosScreen {
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly words = words;
  protected readonly list = screen(scenarioRoutes.list);
  protected readonly adding = signal(false);
  protected readonly mayKeep = computed(() => this.me.may('capacity.keep'));
  protected readonly form = new ContractForm(NewScenario);

  protected begin(): void {
    this.adding.set(true);
    setTimeout(() => this.form.tree.name().focusBoundControl());
  }

  protected leave(): void {
    this.adding.set(false);
    this.form.reset();
    setTimeout(() => document.getElementById('add-scenario')?.focus());
  }

  protected async add(): Promise<void> {
    await this.form.submit(async (body) => {
      const { id } = await this.api.ask(scenarioRoutes.add, { body });
      await this.router.navigate(['/', this.here.slug(), 'capacity', 'scenarios', id]);
    });
  }
}
