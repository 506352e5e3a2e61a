import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { type StatusWord, statusWordRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, StatusTag } from '@followthrough/ui';
import { screen } from '../api/screen';
import { StatusWordForm } from './status-word-form';

/** This locality's own words for the states of an action: what each means here, its colour and its shape. */
@Component({
  selector: 'ft-status-words-card',
  imports: [Button, Card, Failed, Skeleton, StatusTag, StatusWordForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Status words" sub="What this locality calls the states of an action. The states behind the words are the same everywhere.">
      @if (scale.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="scale.reload()" />
      } @else if (scale.value(); as words) {
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Status words</caption>
          <thead><tr><th scope="col">Word</th><th scope="col">State</th><th scope="col">Definition</th>@if (mayKeep()) { <th scope="col"><span class="nhsuk-u-visually-hidden">Deeds</span></th> }</tr></thead>
          <tbody>
            @for (one of words.items; track one.id) {
              <tr>
                <th scope="row"><ft-status [word]="one.word" [colour]="one.colour" [mark]="one.mark" /></th>
                <td data-label="State">{{ one.status.replaceAll('_', ' ') }}</td>
                <td data-label="Definition">{{ one.definition }}</td>
                @if (mayKeep()) { <td class="ft-number"><button type="button" ftButton="quiet" [attr.aria-expanded]="open() === one.id" (click)="open.set(open() === one.id ? '' : one.id)">Edit<span class="nhsuk-u-visually-hidden"> {{ one.word }}</span></button></td> }
              </tr>
              @if (open() === one.id) { <tr class="ft-table__open"><td colspan="4"><ft-status-word-form [word]="one" (done)="done($event)" /></td></tr> }
            }
          </tbody>
        </table>
      } @else {
        <ft-skeleton [lines]="6" />
      }
    </ft-card>
  `,
})
export class StatusWordsCard {
  readonly mayKeep = input(false);
  protected readonly scale = screen(statusWordRoutes.list);
  protected readonly open = signal('');

  protected done(word: StatusWord | null): void {
    this.open.set('');
    if (word) this.scale.update(({ items }) => ({ items: items.map((one) => (one.id === word.id ? word : one)) }));
  }
}
