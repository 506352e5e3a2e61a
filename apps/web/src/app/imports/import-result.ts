import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportScreen } from '@followthrough/contracts';
import { Button, Card, Notice, Toasts, UkTime } from '@followthrough/ui';
import { Here } from '../session/here';
import { ImportStore } from './import-store';

/** What an import did, with the way to it, and the way back. */
@Component({
  selector: 'ft-import-result',
  imports: [Button, Card, Notice, RouterLink, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (one().state === 'undone') { <ft-notice><p><b>Undone</b> {{ one().undoneAt | ukTime }}. What it made is withdrawn, what it changed is as it was. <a [routerLink]="['/', here.slug(), 'imports']">Import again</a></p></ft-notice> }
    @if (one().state === 'discarded') { <ft-notice><p>This import was given up. Nothing was changed.</p></ft-notice> }
    @if (one().result; as result) {
      <ft-card class="ft-below" [heading]="one().state !== 'applied' ? 'What it did' : result.plan ? 'Imported into ' + result.plan : 'Findings imported'">
        @if (one().state === 'applied') { <button deeds type="button" ftButton="warning" [disabled]="store.waiting() > 0" (click)="undo()">Undo this import</button> }
        <dl class="ft-result">
          <div><dt>New actions</dt><dd>{{ result.create }}</dd></div>
          <div><dt>Changed</dt><dd>{{ result.change }}</dd></div>
          <div><dt>Unchanged</dt><dd>{{ result.unchanged }}</dd></div>
          <div><dt>Linked rows</dt><dd>{{ result.link }}</dd></div>
          <div><dt>Findings</dt><dd>{{ result.findings }}</dd></div>
          <div><dt>Updates</dt><dd>{{ result.updates }}</dd></div>
          <div><dt>People</dt><dd>{{ result.people }}</dd></div>
          <div><dt>Organisations</dt><dd>{{ result.organisations }}</dd></div>
          @if (result.left_out) { <div><dt>Left out</dt><dd>{{ result.left_out }}</dd></div> }
          @if (result.missing) { <div><dt>Not in the file, left as they were</dt><dd>{{ result.missing }}</dd></div> }
        </dl>
        @if (one().state === 'applied') {
          <p class="ft-row">
            @if (result.planId) { <a [ftButton]="'primary'" [routerLink]="['/', here.slug(), 'plan']" [queryParams]="{ plan: result.planId }">See the plan</a> }
            @if (result.findings) { <a ftButton [routerLink]="['/', here.slug(), 'findings']" [queryParams]="{ unconfirmed: true }">Compare the findings with the report</a> }
            @if (result.datesToResolve) { <a ftButton [routerLink]="['/', here.slug(), 'plan']" [queryParams]="{ plan: result.planId, dateUnresolved: true }">{{ result.datesToResolve }} dates to resolve</a> }
          </p>
        }
      </ft-card>
      @if (result.actions.length > 0) {
        <ft-card heading="Actions it made or changed">
          <ul class="ft-import-list">@for (action of result.actions; track action.id) { <li><a [routerLink]="['/', here.slug(), 'actions', action.id]">{{ action.ref }} {{ action.title }}</a></li> }</ul>
          @if (result.create + result.change > result.actions.length) { <p class="ft-muted">The first {{ result.actions.length }} are shown; the plan has them all.</p> }
        </ft-card>
      }
    }
  `,
})
export class ImportResultView {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);
  protected readonly here = inject(Here);
  private readonly toasts = inject(Toasts);

  protected async undo(): Promise<void> {
    if (await this.store.undo()) this.toasts.say('The import was undone.');
  }
}
