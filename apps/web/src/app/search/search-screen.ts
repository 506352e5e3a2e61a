import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Found, searchRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';
import { foundAddress } from './found';

/** What a ref or a few words find, best first. The words are in the address. */
@Component({
  selector: 'ft-search',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>Search</h1>
        <p role="status">@if (wanted()) { @if (found.value(); as answer) { {{ answer.items.length === 0 ? 'Nothing found' : answer.items.length === 20 ? 'The best 20' : answer.items.length + ' found' }} for “{{ wanted() }}” } @else { Looking for “{{ wanted() }}” } } @else { By ref, such as 2.10, or by words }</p>
      </div>
    </div>
    <ft-card>
      <form role="search" aria-label="On this page" class="ft-row ft-finding" (submit)="$event.preventDefault(); look(box.value)">
        <label for="ft-search-page">Ref or words</label>
        <input #box id="ft-search-page" class="ft-input" type="search" maxlength="200" autocomplete="off" [value]="wanted()" />
        <button type="submit" ftButton="primary">Search</button>
      </form>
      @if (wanted()) {
        @if (found.refused(); as refused) {
          <ft-failed [title]="refused.sentence" (retry)="found.reload()" />
        } @else if (found.value(); as answer) {
          @if (answer.items.length === 0) {
            <ft-empty heading="Nothing found">Try fewer words, part of a word, or a ref. Texts that are kept from the public are not searched.</ft-empty>
          } @else {
            <ol class="ft-found" [attr.aria-busy]="found.loading()">
              @for (one of answer.items; track one.id) {
                <li>
                  <a [routerLink]="to(one)">@if (one.ref) { <b>{{ one.ref }}</b>&ngsp;}{{ one.title }}</a>
                  <div class="ft-row">
                    <span class="ft-muted">{{ where(one) }}</span>
                    @if (one.status; as status) { <ft-said-status [status]="status" [words]="answer.words" /> }
                  </div>
                </li>
              }
            </ol>
          }
        } @else { <ft-skeleton [lines]="6" /> }
      }
    </ft-card>
  `,
})
export class SearchScreen {
  private readonly router = inject(Router);
  readonly text = input<string>();
  protected readonly wanted = computed(() => (this.text() ?? '').trim());
  protected readonly found = screen(searchRoutes.find, () => (this.wanted() ? { query: { text: this.wanted() } } : undefined), { keep: true });

  protected look(text: string): void {
    void this.router.navigate([], { queryParams: { text: text.trim() || null } });
  }

  protected readonly to = foundAddress();

  protected where({ kind, within }: Found): string {
    switch (kind) {
      case 'action':
        return `Action · ${within ?? ''}`;
      case 'finding':
        return `Finding · ${within ?? ''}`;
      case 'cause':
        return within ? `Cause · behind ${within}` : 'Cause · behind no finding yet';
    }
  }
}
