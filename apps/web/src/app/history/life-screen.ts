import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { historyRoutes, type LifeKind, lifeWords } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { Here } from '../session/here';
import { byDay } from './by-day';
import { HistoryEntry } from './history-entry';

const LABELS: Readonly<Record<LifeKind, string>> = { reports: 'Reports', dates: 'Moved dates', milestones: 'Milestones', closing: 'Evidence and closing', talk: 'Comments and challenges', decisions: 'Decisions', agreed: 'What was agreed' };

/** The whole life of an action in one line of time, newest first, by what it is told in. All of it is in the address. */
@Component({
  selector: 'ft-life',
  imports: [RouterLink, Button, Card, Empty, Failed, HistoryEntry, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'actions', id()]">{{ name() || 'The action' }}</a></p>
        <h1>Its whole life</h1>
        <p>Everything that was reported, moved, shown, said, decided and agreed, newest first. Nobody can alter it.</p>
      </div>
    </div>
    <ft-card>
      <fieldset class="ft-life__kinds">
        <legend>Show</legend>
        @for (one of kinds; track one.kind) { <label><input type="checkbox" [checked]="shown().includes(one.kind)" (change)="turn(one.kind)" />{{ one.label }}</label> }
      </fieldset>
      @if (list.first.refused(); as refused) {
        <ft-failed [title]="refused.sentence" [reference]="refused.problem.requestId" [mayRetry]="refused.code !== 'not_found'" (retry)="list.first.reload()" />
      } @else if (list.items()) {
        @for (day of days(); track day.day) {
          <section class="ft-changes" [attr.aria-labelledby]="'day-' + day.day">
            <h2 class="ft-changes__of" [id]="'day-' + day.day">{{ day.day | ukDate }}</h2>
            <ul>@for (item of day.items; track item.position) { <li><ft-history-entry [item]="item" [own]="true" /></li> }</ul>
          </section>
        } @empty { <ft-empty heading="Nothing of that kind">Nothing has happened in what is chosen. Turn on another kind above.</ft-empty> }
        @if (list.mayGoOn()) { <p class="ft-above"><button type="button" ftButton [disabled]="list.fetching()" (click)="list.more()">Show earlier</button></p> }
      } @else { <ft-skeleton [lines]="10" /> }
    </ft-card>
  `,
})
export class LifeScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: kinds with a space between; none for all. */
  readonly of = input<string>();
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly kinds = lifeWords.map((kind) => ({ kind, label: LABELS[kind] }));
  protected readonly shown = computed<readonly LifeKind[]>(() => {
    const wanted = lifeWords.filter((one) => this.of()?.split(' ').includes(one));
    return wanted.length > 0 ? wanted : lifeWords;
  });
  protected readonly list = listing(historyRoutes.life, () => (this.shown().length === lifeWords.length ? {} : { of: [...this.shown()] }), () => ({ id: this.id() }));
  protected readonly name = computed(() => this.list.first.value()?.thing?.name ?? '');
  protected readonly days = computed(() => byDay(this.list.items() ?? []));

  /** The last one stays on: a life of nothing is asked by nobody. */
  protected turn(kind: LifeKind): void {
    const next = lifeWords.filter((one) => (one === kind) !== this.shown().includes(one));
    void this.router.navigate([], { queryParams: { of: next.length === 0 || next.length === lifeWords.length ? null : next.join(' ') }, queryParamsHandling: 'merge' });
  }
}
