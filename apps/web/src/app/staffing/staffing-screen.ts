import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { demandRoutes, type StaffingItem, staffingRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { inDays } from '../demand/public';
import { Here } from '../session/here';
import { levelName } from '../skills/public';
import { WhoFits } from './who-fits';

/** Work that nobody is down for, and for each line who could do it. */
@Component({
  selector: 'ft-staffing',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, CapacityViews, WhoFits],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './staffing-screen.html',
})
export class StaffingScreen {
  /** From the address: what is asked for, and the line that is open. */
  readonly organisation = input<string>();
  readonly skill = input<string>();
  readonly line = input<string>();
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly days = inDays;
  protected readonly choices = screen(demandRoutes.choices);
  protected readonly work = listing(staffingRoutes.list, () => {
    const [organisation, skill] = [this.organisation(), this.skill()];
    return { ...(organisation ? { organisation } : {}), ...(skill ? { skill } : {}) };
  });
  protected readonly says = computed(() => {
    const first = this.work.first.value();
    return first?.total && first.minutes !== null ? `${first.total.toLocaleString('en-GB')} ${first.total === 1 ? 'piece' : 'pieces'} of work, ${inDays(first.minutes)}` : 'Work with nobody';
  });

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected skillOf({ skillName, level }: StaffingItem): string {
    return skillName === null ? 'Any' : level === null ? skillName : `${skillName}, ${levelName(level).toLowerCase()}`;
  }

  protected close(id: string): void {
    this.show({ line: null });
    setTimeout(() => document.getElementById(`fits-${id}`)?.focus());
  }

  /** The queue is shorter, or the line in it is. */
  protected assigned(id: string): void {
    this.work.first.reload();
    this.close(id);
  }
}
