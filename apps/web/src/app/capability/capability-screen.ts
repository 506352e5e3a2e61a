import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import { capabilityRoutes, type SkillLine, type SkillMonthItem } from '@followthrough/contracts';
import { Card, Empty, Failed, Skeleton, UkDate, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { inDays } from '../demand/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { levelName, LEVELS } from '../skills/public';
import { SkillPartsCard } from './skill-parts';

const shut: Params = { skill: null, level: null, month: null };

/** Are the skills there? What work asks for beside what people can do, and what hangs on one person, one post or one profession. */
@Component({
  selector: 'ft-capability',
  imports: [RouterLink, Card, Empty, Failed, Skeleton, UkDate, CapacityViews, SkillPartsCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './capability-screen.html',
})
export class CapabilityScreen {
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  private readonly router = inject(Router);
  /** From the address: the skill, level and month whose list is open. */
  readonly skill = input<string>();
  readonly level = input<string>();
  readonly month = input<string>();
  protected readonly page = screen(capabilityRoutes.page);
  protected readonly levelName = (level: number): string => levelName(level).toLowerCase();
  protected readonly rows = computed(() => (this.page.value()?.skills ?? []).map((line) => ({ line, key: `${line.skillId} ${line.level}`, short: line.months.filter((one) => one.gap), hidden: line.months.filter((one) => one.isFew).length, unknown: line.months.filter((one) => !one.isFew && one.gap === null).length })));
  protected readonly chosen = computed(() => {
    const level = Number(this.level());
    const lines = (this.page.value()?.skills ?? []).filter((one) => one.skillId === this.skill());
    // What hangs on one person is asked for at least at the level of who is able, which may be no line's.
    const line = lines.find((one) => one.level === level) ?? (lines[0] && LEVELS.some((one) => one.level === level) ? { ...lines[0], level, months: [] } : undefined);
    return line ? { line, month: line.months.find((one) => one.month === this.month()) ?? null } : null;
  });

  protected isOpen({ skillId, level }: { readonly skillId: string; readonly level: number }, month: string | null): boolean {
    return this.skill() === skillId && this.level() === String(level) && (this.month() ?? null) === month;
  }

  /** The address with a list open, or shut again where it is. */
  protected list(line: { readonly skillId: string; readonly level: number }, month: string | null): Params {
    return this.isOpen(line, month) ? shut : { skill: line.skillId, level: line.level, month };
  }

  protected close(): void {
    void this.router.navigate([], { queryParams: shut, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected short({ month, gap }: SkillMonthItem): string {
    return `${ukDate(month)}: ${inDays(gap ?? 0)}`;
  }

  /** Why no gap is shown, where none can be. */
  protected note({ people, months }: SkillLine, hidden: number, unknown: number): string {
    if (people === 0) return 'Nobody has it';
    if (months.length === 0) return 'The work has no date or no estimate';
    const some = [...(hidden > 0 ? [hidden === months.length ? 'Hidden: fewer than three people' : `${hidden} ${hidden === 1 ? 'month' : 'months'} hidden: fewer than three people`] : []), ...(unknown > 0 ? ['What they can give is not known'] : [])];
    return some.join('. ');
  }
}
