import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type Status, type StatusWord, statusWordRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, StatusTag, Toasts } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { colourNames, markNames, WordForm } from './word-form';

const meanings: Readonly<Record<Status, string>> = { not_started: 'Not begun', on_track: 'Going to plan', at_risk: 'An issue with a way back', off_track: 'Needs a decision above the owner', complete: 'Done, evidence awaited', embedded: 'Proven and verified' };

/** The scale of this locality: what it calls and colours each state. Two places mean different things by amber, so nothing is assumed. */
@Component({
  selector: 'ft-status-words',
  imports: [Button, Card, Failed, Skeleton, StatusTag, WordForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head"><div><h1>Status words</h1><p>What this locality calls each state of an action. Colour never stands alone: each has its word and its shape.</p></div></div>
    @if (scale.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="scale.reload()" />
    } @else if (scale.value(); as list) {
      <ft-card>
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Status words</caption>
          <thead><tr><th scope="col">Word</th><th scope="col">State</th><th scope="col">When it is true</th><th scope="col">Colour and shape</th>@if (mayKeep()) { <th scope="col"><span class="nhsuk-u-visually-hidden">Deeds</span></th> }</tr></thead>
          <tbody>
            @for (one of list.items; track one.id) {
              <tr>
                <th scope="row"><ft-status [word]="one.word" [colour]="one.colour" [mark]="one.mark" /></th>
                <td data-label="State">{{ meanings[one.status] }}</td>
                <td data-label="When it is true">{{ one.definition }}</td>
                <td data-label="Colour and shape">{{ colours[one.colour] }}, {{ marks[one.mark].toLowerCase() }}</td>
                @if (mayKeep()) { <td class="ft-number"><button type="button" ftButton="quiet" [id]="'edit-' + one.id" [attr.aria-expanded]="open() === one.id" (click)="show(open() === one.id ? null : one.id)">Edit<span class="nhsuk-u-visually-hidden"> {{ one.word }}</span></button></td> }
              </tr>
              @if (mayKeep() && open() === one.id) { <tr class="ft-table__open"><td colspan="5"><ft-word-form [word]="one" [scale]="list.items" (done)="done(one, $event)" /></td></tr> }
            }
          </tbody>
        </table>
      </ft-card>
    } @else {
      <ft-card><ft-skeleton [lines]="7" /></ft-card>
    }
  `,
})
export class StatusWordsScreen {
  /** From the address: the word being edited. */
  readonly open = input<string>();
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly scale = screen(statusWordRoutes.list);
  protected readonly mayKeep = computed(() => this.me.may('locality.keep'));
  protected readonly meanings = meanings;
  protected readonly colours = colourNames;
  protected readonly marks = markNames;

  protected show(id: string | null): void {
    void this.router.navigate([], { queryParams: { open: id }, queryParamsHandling: 'merge' });
  }

  protected done(was: StatusWord, fresh: StatusWord | null): void {
    this.show(null);
    if (fresh) {
      this.scale.update(({ items }) => ({ items: items.map((one) => (one.id === was.id ? fresh : one)) }));
      this.toasts.say(`${fresh.word} saved.`);
    }
    setTimeout(() => document.getElementById(`edit-${was.id}`)?.focus());
  }
}
