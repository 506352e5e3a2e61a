import { ChangeDetectionStrategy, Component, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonSupply } from '@followthrough/contracts';
import { Card, Notice, UkDate } from '@followthrough/ui';
import { DaysCard } from '../days-checks/public';
import { ProofCard } from '../proof/public';
import { Here } from '../session/here';
import { words } from '../words';
import { FundingForm } from './funding-form';
import { LeaveCard } from './leave-card';
import { MonthsCard } from './months-card';
import { PatternCard } from './pattern-card';
import { ReleasesCard } from './releases-card';

/** What one person can give, and what it is made of. Those who may not see it ask for a share, and see no more than that. */
@Component({
  selector: 'ft-supply-cards',
  imports: [RouterLink, Card, Notice, UkDate, DaysCard, FundingForm, LeaveCard, MonthsCard, PatternCard, ProofCard, ReleasesCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (person().expectedOn; as from) { <ft-notice class="ft-below" kind="warned">This post is being filled. It counts from {{ from | ukDate }} on; when somebody has it, write their name under People and take the date out.</ft-notice> }
    @if (!person().isShown) {
      <ft-notice class="ft-below">When {{ person().name }} works and is away is seen by themselves and by the leads of {{ person().organisationName ?? 'their organisation' }} only.</ft-notice>
    }
    <div class="ft-grid">
      @if (person().isShown) {
        <div class="ft-wide-6 ft-stack">
          <ft-proof of="person" [id]="person().id" />
          <ft-months-card [person]="person()" />
        </div>
        <div class="ft-wide-6 ft-stack">
          <ft-days-card [personId]="person().id" [isMe]="person().isMe" />
          <ft-pattern-card [person]="person()" (changed)="take($event)" />
          <ft-leave-card [person]="person()" (changed)="take($event)" />
          <ft-releases-card [person]="person()" (changed)="take($event)" />
          @if (person().isOurs || person().fundedUntil) { <ft-funding [person]="person()" (changed)="take($event)" /> }
          @if (person().teams.length > 0) {
            <ft-card heading="Teams">
              <ul class="ft-plain">@for (one of person().teams; track one.id + one.fromOn) { <li class="ft-row"><a [routerLink]="['/', here.slug(), 'capacity', 'teams']">{{ one.name }}</a> <span class="ft-muted">{{ words.teamKind[one.kind] }}, from {{ one.fromOn | ukDate }}@if (one.toOn) { until {{ one.toOn | ukDate }} }</span></li> }</ul>
            </ft-card>
          }
        </div>
      } @else {
        <ft-releases-card class="ft-wide-6" [person]="person()" (changed)="take($event)" />
      }
    </div>
  `,
})
export class SupplyCards {
  readonly person = input.required<PersonSupply>();
  readonly changed = output<PersonSupply>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  private readonly proof = viewChild(ProofCard);

  /** What somebody can give decides whether their work fits. */
  protected take(fresh: PersonSupply): void {
    this.changed.emit(fresh);
    this.proof()?.proof.reload();
  }
}
