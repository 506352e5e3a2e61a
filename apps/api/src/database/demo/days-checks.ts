import { randomUUID } from 'node:crypto';
import type { DaysAnswer } from '@followthrough/contracts';
import { dayAfter, lastWeekOf } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import { put } from './put';

/** Half a person-day. */
const HALF = 225;
const ANSWERS: readonly DaysAnswer[] = ['as_planned', 'less', 'as_planned', 'more', 'less', 'as_planned', 'less', 'as_planned'];

/** How eight weeks went for those of one organisation who say when they work. Of the last week nobody has said anything yet. */
export async function demoDaysChecks({ owner, organisationId, leadId, today }: { readonly owner: ClientBase; readonly organisationId: string; readonly leadId: string; readonly today: string }): Promise<void> {
  const { rows: people } = await owner.query<{ id: string }>('select p.id from person p where p.locality_id = current_locality() and p.organisation_id = $1 and p.expected_on is null and exists (select from working_pattern w where w.locality_id = p.locality_id and w.person_id = p.id) order by p.name, p.id', [organisationId]);
  const week = lastWeekOf(today);
  // Each says it of themselves; so nobody in particular is here while all of them are written.
  await owner.query(`select set_config('app.person', '', true)`);
  await put(owner, 'days_check', people.flatMap(({ id }, who) => ANSWERS.map((_, at) => {
    const answer = ANSWERS[(at + 3 * who) % ANSWERS.length] ?? 'as_planned';
    const planned = HALF * (3 + ((at + who) % 4));
    return { id: randomUUID(), version: 1, person_id: id, week: dayAfter(week, -7 * (at + 1)), planned_minutes: planned, answer, minutes: answer === 'as_planned' ? null : answer === 'less' ? planned - HALF * (1 + (at % 2)) : planned + HALF };
  })));
  await owner.query(`select set_config('app.person', $1, true)`, [leadId]);
}
