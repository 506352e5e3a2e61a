import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type PersonSupply, type Release, supplyRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Me } from '../session/me';
import { words } from '../words';
import { AnswerRelease } from './answer-release';
import { EndRelease } from './end-release';
import { ReleaseForm } from './release-form';

/** The share of somebody's time that their organisation gives to these plans: asked for by any lead, confirmed by its own. */
@Component({
  selector: 'ft-releases-card',
  imports: [Button, Card, UkDate, AnswerRelease, EndRelease, ReleaseForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Released to these plans" [sub]="sub()">
      @if (mayAsk() && !asking()) { <button deeds type="button" id="ask-release" ftButton="quiet" (click)="asking.set(true)">{{ person().isOurs ? 'Release a share' : 'Ask for a share' }}</button> }
      @if (asking()) { <ft-release-form [person]="person()" (done)="asked($event)" /> }
      <ul class="ft-supply__list">
        @for (one of person().releases; track one.id) {
          <li>
            <div>
              <b>{{ one.percent }} per cent</b> from {{ one.fromOn | ukDate }} until {{ one.toOn ? (one.toOn | ukDate) : 'further notice' }} <span class="ft-tag" [class.ft-tag--strong]="one.state === 'requested'">{{ words.askedState[one.state] }}</span>
              <div class="ft-muted">@if (one.state === 'requested') { asked for by {{ one.requestedByName ?? 'somebody who has left' }} } @else { confirmed by {{ one.confirmedByName ?? 'their organisation' }} }@if (one.fundedUntil) { · funded until {{ one.fundedUntil | ukDate }} }</div>
            </div>
            @if (one.state === 'requested' && person().isOurs) { <ft-answer-release [personId]="person().id" [releaseId]="one.id" [name]="person().name" [percent]="one.percent" (answered)="changed.emit($event)" /> }
            @if (one.state === 'requested' && !person().isOurs && one.isMine && mayAsk()) { <button type="button" ftButton [small]="true" (click)="takeBack(one)">Take back<span class="nhsuk-u-visually-hidden"> the request of {{ one.percent }} per cent</span></button> }
            @if (one.state === 'confirmed' && person().isOurs && (!one.toOn || one.toOn >= person().today)) { <ft-end-release [person]="person()" [release]="one" (changed)="changed.emit($event)" /> }
          </li>
        } @empty { @if (!asking()) { <li class="ft-muted">{{ person().isShown ? 'Nothing is released, so nothing is given yet.' : 'You have not asked for any of their time.' }}</li> } }
      </ul>
    </ft-card>
  `,
})
export class ReleasesCard {
  readonly person = input.required<PersonSupply>();
  readonly changed = output<PersonSupply>();
  protected readonly words = words;
  protected readonly asking = signal(false);
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly mayAsk = computed(() => this.me.may('supply.keep'));
  protected readonly sub = computed(() => {
    const { isOurs, organisationName } = this.person();
    return isOurs ? 'What you enter is your organisation’s word, and holds at once.' : organisationName ? `A lead of ${organisationName} confirms it.` : 'Without an organisation nobody can confirm it: say under People where they work.';
  });

  protected asked(fresh: PersonSupply | null): void {
    this.asking.set(false);
    if (fresh) {
      this.changed.emit(fresh);
      this.toasts.say(fresh.isOurs ? 'The release is confirmed.' : `${fresh.organisationName ?? 'Their organisation'} is asked.`);
    }
    setTimeout(() => document.getElementById('ask-release')?.focus());
  }

  protected takeBack({ id: release, fromOn, toOn, percent, fundedUntil }: Release): Promise<void> {
    const { id, today } = this.person();
    return this.does(async () => {
      this.changed.emit(await this.api.ask(supplyRoutes.end, { params: { id, release }, body: { lastOn: today } }));
      this.toasts.say('The request is taken back.', () => void this.does(async () => this.changed.emit(await this.api.ask(supplyRoutes.release, { params: { id }, body: { fromOn, toOn, percent, fundedUntil } }))));
    });
  }
}
