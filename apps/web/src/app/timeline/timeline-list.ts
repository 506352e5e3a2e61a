import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Mark, UkDate } from '@followthrough/ui';
import { Near } from '../actions/public';
import { Moment } from '../past/public';
import { type Axis, dayAt, xOf } from './axis';
import { factsOf } from './facts';
import type { Line } from './lines';
import { drawnOf } from './picture';
import { TimelineStore } from './timeline-store';

const AT_ONCE = 40;

/** The timeline where there is no room for one: a small bar for each action on one common scale, with its dates in words. */
@Component({
  selector: 'ft-timeline-list',
  imports: [RouterLink, Button, Mark, Near, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="ft-time-list__span ft-muted" aria-hidden="true"><span>{{ from() | ukDate }}</span><span>{{ to() | ukDate }}</span></p>
    <ol class="ft-time-list">
      @for (line of shown(); track line.key) {
        @if (line.kind === 'heading') {
          <li class="ft-time-list__heading">{{ line.label }} <span class="ft-muted">{{ line.count }} {{ line.count === 1 ? 'action' : 'actions' }}</span></li>
        } @else {
          <li>
            <a [routerLink]="moment.pageOf(line.one.row.action)" [queryParams]="moment.query()"><b>{{ line.one.row.action.ref }}</b> {{ line.one.row.action.title }}</a>
            <svg class="ft-time-list__bar" aria-hidden="true" focusable="false" [class]="'ft-colour--' + (line.word?.colour ?? 'grey')" width="100%" height="22">
              <line class="ft-time-list__rail" x1="0" x2="100%" y1="11" y2="11" />
              @if (line.one.ghost; as ghost) { <line class="ft-time__ghost" [attr.x1]="share(ghost.x)" [attr.x2]="share(ghost.x + ghost.width)" y1="19" y2="19" /> }
              @if (line.one.late; as late) { <line class="ft-time__late" [attr.x1]="share(late.x)" [attr.x2]="share(late.x + late.width)" y1="11" y2="11" /> }
              @if (line.one.bar; as bar) { <rect class="ft-time__bar" [class.ft-time__bar--done]="bar.look === 'done'" [class.ft-time__bar--ended]="bar.look === 'ended'" rx="3" y="5" height="12" [attr.x]="share(bar.x)" [attr.width]="share(bar.width)" /> }
              @for (milestone of line.one.milestones; track milestone.id) { <svg overflow="visible" [attr.x]="share(milestone.x)" y="11"><path [class]="'ft-time__milestone ft-time__milestone--' + milestone.look" d="M0-6 6 0 0 6-6 0z" /></svg> }
              <line class="ft-time__today" [attr.x1]="share(now())" [attr.x2]="share(now())" y1="0" y2="22" />
            </svg>
            <div [class]="'ft-time-list__status ft-colour--' + (line.word?.colour ?? 'grey')">@if (line.word; as word) { <ft-mark [shape]="word.mark" />{{ word.word }} }@if (critical().has(line.one.row.action.id)) { <span class="ft-tag ft-tag--strong">critical chain</span> }</div>
            <div [class.ft-late]="line.one.row.action.overdue">{{ line.facts.dates }}</div>
            @for (fact of line.more; track fact) { <div class="ft-muted">{{ fact }}</div> }
          </li>
        }
      }
    </ol>
    @if (many() < lines().length) { <p class="ft-plan__more" (ftNear)="more($event)"><button type="button" ftButton (click)="more(true)">Show more</button></p> }
  `,
})
export class TimelineList {
  readonly lines = input.required<readonly Line[]>();
  readonly axis = input.required<Axis>();
  readonly today = input.required<string>();
  readonly ends = output();
  protected readonly store = inject(TimelineStore);
  protected readonly moment = inject(Moment);
  protected readonly many = linkedSignal({ source: () => this.axis().from, computation: () => AT_ONCE });
  protected readonly critical = computed(() => new Set(this.store.chain().map((one) => one.id)));
  protected readonly from = computed(() => dayAt(this.axis(), 0));
  protected readonly to = computed(() => dayAt(this.axis(), this.width() - 1));
  /** Without the room that the picture keeps beside its last bar. */
  private readonly width = computed(() => this.axis().width - 200);
  protected readonly now = computed(() => xOf(this.axis(), this.today()));
  protected readonly shown = computed(() => {
    const words = this.store.first()?.words ?? [];
    const around = { words, today: this.today(), waitsFor: this.store.waitsFor(), opens: this.store.opens() };
    return this.lines().slice(0, this.many()).map((line) => {
      if (line.kind === 'heading') return line;
      const facts = factsOf(line.action, around);
      return { kind: line.kind, key: line.key, one: drawnOf(line, this.axis(), this.today()), facts, more: [facts.milestones, facts.waitsFor, facts.opens].filter((one) => one !== ''), word: words.find((one) => one.status === line.action.status) };
    });
  });

  protected readonly share = (x: number): string => `${Math.round((x / this.width()) * 1_000) / 10}%`;

  protected more(isNear: boolean): void {
    if (!isNear) return;
    this.many.update((many) => many + AT_ONCE);
    if (this.many() > this.lines().length - 100) this.ends.emit();
  }
}
