import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamItem } from '@followthrough/contracts';
import { missingProfessions } from '@followthrough/domain';
import { Button, Card, UkDate, ukDate } from '@followthrough/ui';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { MemberEnd } from './member-end';
import { MemberForm } from './member-form';
import { TeamForm } from './team-form';

/** One team: who is in it today, who is to come and who was. */
@Component({
  selector: 'ft-team-card',
  imports: [RouterLink, Button, Card, UkDate, MemberEnd, MemberForm, TeamForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './team-card.html',
})
export class TeamCard {
  readonly team = input.required<TeamItem>();
  readonly today = input.required<string>();
  readonly changed = output<TeamItem>();
  readonly withdrawn = output();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('people.keep'));
  protected readonly mayAsk = computed(() => this.me.may('supply.keep'));
  protected readonly opened = signal<'edit' | 'join' | null>(null);
  protected readonly about = computed(() => [words.teamKind[this.team().kind], this.team().organisationName, `${this.team().now} in it today`, this.team().professions.join(', ')].filter(Boolean).join(' · '));
  /** Wanted professions that nobody in it has today, with the day on which somebody comes. */
  protected readonly missing = computed(() => {
    const members = this.team().members.map(({ profession, fromOn, expectedOn, toOn }) => ({ profession, from: expectedOn !== null && expectedOn > fromOn ? expectedOn : fromOn, to: toOn }));
    return missingProfessions(this.team().wanted, members, this.today()).map(({ profession, comesOn }) => (comesOn ? `${profession} (from ${ukDate(comesOn)})` : profession)).join(', ');
  });
  protected readonly members = computed(() => this.team().members.filter(({ toOn }) => toOn === null || toOn >= this.today()));
  protected readonly past = computed(() => this.team().members.filter(({ toOn }) => toOn !== null && toOn < this.today()));

  protected done(fresh: TeamItem | null): void {
    const from = this.opened();
    this.opened.set(null);
    if (fresh) this.changed.emit(fresh);
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById(`${from}-${this.team().id}`)?.focus());
  }
}
