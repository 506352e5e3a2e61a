import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LadderAction, ShownWord } from '@followthrough/contracts';
import type { Ladder } from '@followthrough/domain';
import { Button, Card, UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { LadderPicture } from './ladder-picture';
import { RungMark } from './rung-mark';

/** One ladder: the picture, and beside it the same in words, in the order in which it is climbed. */
@Component({
  selector: 'ft-ladder-card',
  imports: [RouterLink, Button, Card, UkDate, SaidStatus, LadderPicture, RungMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="ladder().top.ref + ' ' + ladder().top.title" [sub]="says()" [tone]="ladder().late.length > 0 ? 'red' : ''">
      <span deeds class="ft-row">
        @if (!alone()) { <button type="button" ftButton="quiet" (click)="only.emit()">Only this one<span class="nhsuk-u-visually-hidden">: {{ ladder().top.ref }}</span></button> }
        @if (me.may('action.keep') && !moment.isPast()) { <a ftButton="quiet" [routerLink]="['/', here.slug(), 'actions', ladder().top.id]" [queryParams]="{ edit: 'dependencies' }">Add a rung<span class="nhsuk-u-visually-hidden"> to {{ ladder().top.ref }}</span></a> }
      </span>
      <div class="ft-ladder-beside">
        <ft-ladder-picture [ladder]="ladder()" [today]="today()" />
        <div class="ft-ladder-said">
          <ol class="ft-rungs">
            @for (rung of ladder().rungs; track rung.action.id) {
              <li [class]="'ft-rungs--' + rung.state">
                <a [routerLink]="moment.pageOf(rung.action)" [queryParams]="moment.query()"><b>{{ rung.action.ref }}</b> {{ rung.action.title }}</a>
                <div class="ft-row"><ft-rung-mark [state]="rung.state" [action]="rung.action" [today]="today()" /><ft-said-status [status]="rung.action.status" [words]="words()" /></div>
                <div class="ft-muted">{{ said.horizon[rung.action.horizon] }}@if (rung.action.ownerName) { · {{ rung.action.ownerName }}} · opens the way to {{ refs(rung.opens) }}</div>
              </li>
            }
          </ol>
          <div class="ft-rungs__top">
            <a [routerLink]="moment.pageOf(ladder().top)" [queryParams]="moment.query()"><b>{{ ladder().top.ref }}</b> {{ ladder().top.title }}</a>
            <div class="ft-row"><ft-said-status [status]="ladder().top.status" [words]="words()" /><span class="ft-muted">{{ said.horizon[ladder().top.horizon] }}@if (ladder().top.dueOn; as due) {, due {{ due | ukDate }}}</span></div>
          </div>
        </div>
      </div>
    </ft-card>
  `,
})
export class LadderCard {
  readonly ladder = input.required<Ladder<LadderAction>>();
  readonly today = input.required<string>();
  readonly words = input.required<readonly ShownWord[]>();
  /** It is the only one on screen already. */
  readonly alone = input(false);
  readonly only = output();
  protected readonly moment = inject(Moment);
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly said = words;
  protected readonly says = computed(() => {
    const { rungs, done, late } = this.ladder();
    const climbed = `${done} of ${rungs.length} ${rungs.length === 1 ? 'rung' : 'rungs'} done`;
    return late.length === 0 ? climbed : `${climbed} · ${late.map((one) => one.action.ref).join(' and ')} ${late.length === 1 ? 'is' : 'are'} late and ${late.length === 1 ? 'holds' : 'hold'} it up`;
  });
  protected readonly refs = (all: readonly LadderAction[]): string => all.map((one) => one.ref).join(', ');
}
