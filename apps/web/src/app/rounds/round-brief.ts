import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FindingPage, RoundState } from '@followthrough/contracts';
import { Button, Card, Mark, UkDate } from '@followthrough/ui';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** What the finding page says of its round, and the way to it. */
@Component({
  selector: 'ft-round-brief',
  imports: [RouterLink, Button, Card, Mark, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="How partners see it">
      @if (finding().round; as round) { <a deeds ftButton [small]="true" [routerLink]="way()">{{ ways[round.state] }}</a> }
      @if (finding().round; as round) {
        @if (round.state === 'open') {
          <p><ft-mark shape="square" /> {{ round.written }} of {{ round.asked }} partners have written their view. Nobody sees another’s until {{ round.closesOn | ukDate }} is over, or all are revealed by hand.</p>
        } @else if (round.state === 'cancelled') {
          <p>The round was cancelled on {{ round.cancelledOn | ukDate }}: {{ round.cancelledBecause }}</p>
        } @else {
          <p class="ft-row">
            @if (round.agree > 0) { <span class="ft-tag ft-tag--agreed"><ft-mark shape="tick" /> {{ round.agree }} of {{ round.asked }} agree</span> }
            @if (round.partly > 0) { <span class="ft-tag ft-tag--warned"><ft-mark shape="diamond" /> {{ round.partly }} partly</span> }
            @if (round.disagree > 0) { <span class="ft-tag ft-tag--refused"><ft-mark shape="triangle" /> {{ round.disagree }} {{ round.disagree === 1 ? 'disagrees' : 'disagree' }}</span> }
            @if (unsaid() > 0) { <span class="ft-tag"><ft-mark shape="circle" /> {{ unsaid() }} of {{ round.asked }} {{ unsaid() === 1 ? 'has' : 'have' }} not said</span> }
          </p>
        }
      } @else {
        <p class="ft-muted">Partners have not been asked for their own views.</p>
        @if (mayAsk()) { <a ftButton [routerLink]="way()">Ask the partners</a> }
      }
    </ft-card>
  `,
})
export class RoundBriefCard {
  readonly finding = input.required<FindingPage>();
  private readonly me = inject(Me);
  private readonly here = inject(Here);
  protected readonly way = computed(() => ['/', this.here.slug(), 'findings', this.finding().id, 'round']);
  protected readonly ways = { open: 'Open the round', revealed: 'Read the views', cancelled: 'Open the round' } satisfies Record<RoundState, string>;
  protected readonly mayAsk = computed(() => this.me.may('diagnosis.keep') && this.finding().diagnosis?.state !== 'agreed');
  protected readonly unsaid = computed(() => {
    const round = this.finding().round;
    return round ? round.asked - round.agree - round.partly - round.disagree : 0;
  });
}
