import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type OrganisationPromise, type OrganisationPromises, promiseRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Me } from '../session/me';
import { words } from '../words';
import { AnswerPromise } from './answer-promise';
import { KeepPromise } from './keep-promise';
import { PromiseForm } from './promise-form';
import { inPounds, promiseSays } from './promise-says';

/** What an organisation promised and to what, and what it is asked for. */
@Component({
  selector: 'ft-promises-card',
  imports: [Button, Card, UkDate, AnswerPromise, KeepPromise, PromiseForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Its promises" [sub]="sub()">
      @if (mayAsk() && !asking()) { <button deeds type="button" id="ask-promise" ftButton="quiet" (click)="asking.set(true)">{{ of().isOurs ? 'Make a promise' : 'Ask for a promise' }}</button> }
      @if (asking()) { <ft-promise-form [of]="of()" (done)="asked($event)" /> }
      <ul class="ft-supply__list">
        @for (one of of().promises; track one.id) {
          <li>
            <div>
              <b>{{ says(one) }}</b> to {{ one.planTitle ?? 'all work' }} <span class="ft-tag" [class.ft-tag--strong]="one.state === 'requested'">{{ one.state === 'requested' ? words.askedState.requested : 'Promised' }}</span>
              <div>from {{ one.fromOn | ukDate }} until {{ one.toOn ? (one.toOn | ukDate) : 'further notice' }}@if (one.money !== null && one.state === 'confirmed') { · {{ pounds(one.moneyConfirmed ?? 0) }} of the money confirmed }</div>
              <div class="ft-muted">@if (one.sponsorName) { Sponsor {{ one.sponsorName }}@if (!one.sponsorIsHere) {, <b>who is not with the organisation any more</b>} · } @else { No sponsor named · }@if (one.state === 'requested') { asked for by {{ one.requestedByName ?? 'somebody who has left' }} on {{ one.requestedOn | ukDate }} } @else { promised by {{ one.confirmedByName ?? 'the organisation' }} }</div>
            </div>
            @if (one.state === 'requested' && of().isOurs) { <ft-answer-promise [id]="one.id" [says]="says(one)" (answered)="changed.emit($event)" /> }
            @if (one.state === 'requested' && !of().isOurs && one.isMine && mayAsk()) { <button type="button" ftButton [small]="true" (click)="takeBack(one)">Take back<span class="nhsuk-u-visually-hidden"> the request of {{ says(one) }}</span></button> }
            @if (one.state === 'confirmed' && of().isOurs && (!one.toOn || one.toOn >= of().today)) { <ft-keep-promise [of]="of()" [promise]="one" (changed)="changed.emit($event)" /> }
          </li>
        } @empty { @if (!asking()) { <li class="ft-muted">Nothing is promised and nothing is asked for yet.</li> } }
      </ul>
    </ft-card>
  `,
})
export class PromisesCard {
  readonly of = input.required<OrganisationPromises>();
  readonly changed = output<OrganisationPromises>();
  protected readonly words = words;
  protected readonly says = promiseSays;
  protected readonly pounds = inPounds;
  protected readonly asking = signal(false);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  private readonly me = inject(Me);
  protected readonly mayAsk = computed(() => this.me.may('capacity.keep'));
  protected readonly sub = computed(() => (this.of().isOurs ? 'What you enter is your organisation’s word, and holds at once.' : `A lead of ${this.of().name} makes them. A request is no promise yet.`));

  protected asked(fresh: OrganisationPromises | null): void {
    this.asking.set(false);
    if (fresh) {
      this.changed.emit(fresh);
      this.toasts.say(fresh.isOurs ? 'It is promised.' : `${fresh.name} is asked.`);
    }
    setTimeout(() => document.getElementById('ask-promise')?.focus());
  }

  protected takeBack({ id, planId, minutes, money, sponsorPersonId, fromOn, toOn }: OrganisationPromise): Promise<void> {
    const { organisationId, today } = this.of();
    return this.does(async () => {
      this.changed.emit(await this.api.ask(promiseRoutes.end, { params: { id }, body: { lastOn: today } }));
      this.toasts.say('The request is taken back.', () => void this.does(async () => this.changed.emit(await this.api.ask(promiseRoutes.ask, { params: { id: organisationId }, body: { planId, minutes, money, sponsorPersonId, fromOn, toOn } }))));
    });
  }
}
