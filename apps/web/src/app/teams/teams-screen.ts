import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type TeamItem, teamRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Me } from '../session/me';
import { TeamCard } from './team-card';
import { TeamForm } from './team-form';

/** The teams and multi-disciplinary groups of the locality, with who is in them. */
@Component({
  selector: 'ft-teams',
  imports: [Button, Card, Empty, Failed, Skeleton, CapacityViews, TeamCard, TeamForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1 #title tabindex="-1">Teams</h1>
        <p>People who work together: in one organisation, or as a multi-disciplinary group of several.</p>
      </div>
      @if (mayKeep() && !adding()) { <button type="button" id="add-team" ftButton="primary" (click)="adding.set(true)">Add a team</button> }
    </div>
    <ft-capacity-views />
    @if (adding()) { <ft-card class="ft-below" heading="Add a team" tone="accent"><ft-team-form (done)="added($event)" /></ft-card> }
    @if (teams.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="teams.reload()" />
    } @else if (teams.value(); as seen) {
      <div class="ft-stack">
        @for (team of seen.items; track team.id) {
          <ft-team-card [team]="team" [today]="seen.today" (changed)="changed($event)" (withdrawn)="withdraw(team, title)" />
        } @empty {
          @if (!adding()) { <ft-card><ft-empty heading="No teams yet">Add the teams that deliver the plan and the multi-disciplinary groups that several partners make up.</ft-empty></ft-card> }
        }
      </div>
    } @else {
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class TeamsScreen {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly teams = screen(teamRoutes.list);
  protected readonly adding = signal(false);
  protected readonly mayKeep = computed(() => this.me.may('people.keep'));

  protected added(fresh: TeamItem | null): void {
    this.adding.set(false);
    if (fresh) {
      this.place(fresh);
      this.toasts.say(`${fresh.name} added.`);
    }
    // A new team wants members next.
    setTimeout(() => document.getElementById(fresh ? `join-${fresh.id}` : 'add-team')?.focus());
  }

  protected changed(fresh: TeamItem): void {
    this.teams.update((list) => ({ ...list, items: list.items.map((one) => (one.id === fresh.id ? fresh : one)) }));
  }

  /** Where its name belongs. */
  private place(team: TeamItem): void {
    this.teams.update((list) => ({ ...list, items: [...list.items, team].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true })) }));
  }

  /** Its card goes with the button, so the focus goes to the heading. */
  protected withdraw({ id, name }: TeamItem, title: HTMLElement): Promise<void> {
    return this.does(async () => {
      await this.teams.take(this.api.ask(teamRoutes.withdraw, { params: { id } }));
      this.toasts.say(`${name} is off the list.`, () => void this.does(async () => this.place(await this.api.ask(teamRoutes.bringBack, { params: { id } }))));
      title.focus();
    });
  }
}
