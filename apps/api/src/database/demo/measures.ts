import { randomUUID } from 'node:crypto';
import { dayAfter, monthsAfter, verdictOf } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import { MEASURES } from './measures-words';
import { put } from './put';
import { COUNTED_AFTER } from './register-days';
import type { Theme } from './themes';

interface Around {
  readonly owner: ClientBase;
  readonly findings: readonly { readonly id: string; readonly theme: Theme }[];
  readonly today: string;
}

/** The last day of the month that ended so many months ago; 0 is the last one that is over. */
const monthEnd = (today: string, ago: number): string => dayAfter(monthsAfter(`${today.slice(0, 7)}-01`, -ago), -1);

/** A figure is known some days after what it is for. */
const counted = (onDay: string, today: string): string => (dayAfter(onDay, COUNTED_AFTER) < today ? dayAfter(onDay, COUNTED_AFTER) : today);

/** Writes what the figures until then say. */
async function judged(owner: ClientBase, verdicts: readonly object[]): Promise<void> {
  await owner.query(
    `update measure m set variation = t."variation", assurance = t."assurance", latest_value = t."latestValue", latest_on = t."latestOn", baseline_value = t."baselineValue"
     from jsonb_to_recordset($1) as t(id uuid, "variation" text, "assurance" text, "latestValue" numeric, "latestOn" date, "baselineValue" numeric) where m.locality_id = current_locality() and m.id = t.id`,
    [JSON.stringify(verdicts)],
  );
}

/**
 * Measures of every kind of verdict, each with a theme’s finding and with a few of its actions that are reported on track: so a
 * measure of concern stands beside an action that is green. One figure was mistyped and corrected, and one measure has ended.
 */
export async function demoMeasures(actions: readonly DemoAction[], { owner, findings, today }: Around): Promise<void> {
  const made = MEASURES.map((one) => {
    const ago = one.retired?.monthsAgo ?? 0;
    const points = one.figures.map((value, at) => ({ onDay: monthEnd(today, ago + one.figures.length - 1 - at), value, note: one.notes?.[one.figures.length - 1 - at] ?? null }));
    return { ...one, id: randomUUID(), points, ...verdictOf(points, one.direction, one.target ?? null) };
  });
  const idOf = (key: string | undefined): string | null => made.find((one) => one.key === key)?.id ?? null;
  await put(owner, 'measure', made.map((one) => ({
    id: one.id, version: 1, title: one.title, unit: one.unit, direction: one.direction, target: one.target ?? null, target_on: one.target === undefined ? null : monthEnd(today, -5), source: one.source,
  })));
  const points = made.flatMap(({ id, points: figures }) => figures.map(({ onDay, value, note }) => ({ id: randomUUID(), measure_id: id, on_day: onDay, value, note, corrects_id: null, added_on: counted(onDay, today) })));
  // The first figure of all was typed with a nought too many.
  const [slip, ...rest] = points;
  const wrong = slip && { ...slip, id: randomUUID(), value: slip.value * 10, note: null };
  await put(owner, 'measure_point', [...(wrong ? [wrong] : []), ...rest]);
  if (wrong) await put(owner, 'measure_point', [{ ...slip, corrects_id: wrong.id, note: 'A nought too many' }]);
  // Each was judged as its figures came: so that it has a past.
  const days = [...new Set(points.map((one) => one.on_day))].sort();
  for (const day of days) await judged(owner, made.filter((one) => one.points.some(({ onDay }) => onDay === day)).map(({ id, points: all, direction, target }) => ({ id, ...verdictOf(all.filter(({ onDay }) => onDay <= day), direction, target ?? null) })));
  for (const one of made) if (one.retired) await owner.query('update measure set retired_on = $2, replaced_by_id = $3 where id = $1', [one.id, one.latestOn, idOf(one.retired.by)]);
  const isOnTrack = ({ life }: DemoAction): boolean => life.told.at(-1)?.status === 'on_track';
  await put(owner, 'action_measure', made.flatMap(({ id, theme }) => actions.filter((one) => one.theme.name === theme && isOnTrack(one)).slice(0, 3).map((one) => ({ id: randomUUID(), action_id: one.id, measure_id: id }))));
  await put(owner, 'finding_measure', made.flatMap(({ id, theme }) => findings.filter((one) => one.theme.name === theme).slice(0, 1).map((one) => ({ id: randomUUID(), finding_id: one.id, measure_id: id }))));
  // What a diagnosis rests on points at the measure, where it is kept.
  await owner.query(`update why_evidence e set measure_id = m.id from measure m where e.locality_id = current_locality() and m.locality_id = e.locality_id and e.kind = 'measure' and starts_with(m.title, e.label)`);
}
