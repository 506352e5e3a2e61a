import { randomUUID } from 'node:crypto';
import { type Horizon, horizons } from '@followthrough/contracts';
import type { Chance } from './chance';
import { type Life, later, life } from './life';
import type { Place } from './places';
import { GROUPS, TEAMS, type Theme, THEMES } from './themes';
import { NEXT_STEPS, RESOURCES, RISKS } from './words';

export interface DemoAction {
  readonly id: string;
  readonly planId: string;
  readonly ref: string;
  readonly title: string;
  readonly theme: Theme;
  readonly horizon: Horizon;
  readonly ownerId: string | null;
  readonly life: Life;
  readonly row: Readonly<Record<string, unknown>>;
}

interface Around {
  readonly chance: Chance;
  readonly place: Place;
  readonly planIds: readonly string[];
  readonly owners: readonly { readonly id: string; readonly organisationId: string }[];
  readonly today: string;
}

/** The actions of a locality, grouped by theme and numbered within it as plans are. */
export function demoActions({ chance, place, planIds, owners, today }: Around): readonly DemoAction[] {
  const titles = new Set<string>();
  const counts = new Map<string, number>();
  return Array.from({ length: place.actions }, (_, at): DemoAction => {
    const planId = planIds[at % planIds.length] ?? '';
    const theme = chance.one(THEMES);
    const key = `${planId} ${theme.name}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const horizon = chance.one([...horizons, 'medium', 'medium'] as const);
    const owner = chance.is(95) ? chance.one(owners) : undefined;
    const course = life(chance, horizon, today);
    const id = randomUUID();
    const ref = `${THEMES.indexOf(theme) + 1}.${number}`;
    const title = untold(chance, theme, place, titles);
    const row = {
      id,
      version: 1,
      plan_id: planId,
      ref,
      title,
      description: chance.is(70) ? `${title}. ${chance.one(theme.findings).split('.')[0]}: this is our answer to that, and people who use the service said what would help.` : null,
      horizon,
      priority: chance.is(85) ? chance.one(['high', 'medium', 'medium', 'low']) : null,
      theme: theme.name,
      owner_id: owner?.id ?? null,
      accountable_person_id: chance.is(60) ? chance.one(owners).id : null,
      accountable_organisation_id: owner?.organisationId ?? null,
      start_on: course.due && course.startOn > course.due ? null : course.startOn,
      baseline_due_on: course.baseline,
      due_on: course.due,
      due_text: course.due ? null : chance.one(['Ongoing', 'Spring 2027', 'When the contract ends', 'TBC']),
      due_text_kept: false,
      success_measure: chance.is(80) ? chance.one(theme.measures) : null,
      resources: chance.is(60) ? chance.one(RESOURCES) : null,
      risks: chance.is(55) ? chance.one(RISKS) : null,
      next_steps: chance.is(65) ? chance.one(NEXT_STEPS) : null,
      days_needed: chance.is(72) ? estimate(chance.between(3, horizon === 'deep_rooted' ? 60 : 24), course, today) : null,
      restricted: chance.is(7) ? ['risks'] : [],
      status: 'not_started',
      status_on: course.createdOn,
      created_on: course.createdOn,
      owned_since: course.createdOn,
    };
    return { id, planId, ref, title, theme, horizon, ownerId: owner?.id ?? null, life: course, row };
  });
}

/** What nobody has reported on nobody has estimated either; what is due soon and not begun is small, or there would be no way to do it. */
function estimate(days: number, { told, due }: Life, today: string): number | null {
  const last = told.at(-1);
  return last ? (last.status === 'not_started' && due && due < later(today, 60) ? 1 + (days % 4) : days) : null;
}

/** A title that no other action here has. */
function untold(chance: Chance, theme: Theme, place: Place, titles: Set<string>): string {
  for (;;) {
    const title = chance.one(theme.actions).replace('{team}', chance.one(TEAMS)).replace('{group}', chance.one(GROUPS)).replace('{area}', chance.one(place.areas));
    const full = titles.has(title) ? `${title}, ${chance.one(['second stage', 'in the evenings', `beginning in ${chance.one(place.areas)}`, `with ${chance.one(TEAMS)}`, `for ${chance.one(GROUPS)}`])}` : title;
    if (!titles.has(full) && titles.add(full)) return full;
  }
}
