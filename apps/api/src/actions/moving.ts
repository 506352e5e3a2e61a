import type { Following, KnockOn, Reached, SlipReason } from '@followthrough/contracts';
import { type Dated, type Knocked, knockOn, type Leads, whyMoved } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { because } from '../kernel/because';
import { refuseField } from '../kernel/refusal';
import { statement } from '../kernel/statement';
import { DueMoveRow } from './due-move.row';

/** Moves of dates, each recorded, and what they make of the dates of others. */

interface Waiting extends Dated {
  readonly planId: string;
  readonly planTitle: string;
  readonly ref: string;
  readonly title: string;
}

interface To {
  readonly toOn: string | null;
  /** The day of a milestone: it moves its own action only where it lies beyond its end. */
  readonly isOnTheWay?: boolean;
}

/** An action and everything that comes after it, in whatever plan, with the links between them. */
const AHEAD = (from: string): string => `
  with recursive ahead (id) as (
    ${from}
    union select d.then_id from ahead h join dependency d on d.first_id = h.id join action a on a.id = d.then_id and a.withdrawn_at is null and (a.disposition is null or a.disposition = 'done'))
  select json_build_object(
    'id', (select f.id from (${from}) f),
    'actions', (select json_agg(json_build_object('id', a.id, 'planId', a.plan_id, 'planTitle', p.title, 'ref', a.ref, 'title', a.title, 'status', a.status, 'dueOn', a.due_on)) from ahead h join action a on a.id = h.id join plan p on p.id = a.plan_id),
    'links', (select coalesce(json_agg(json_build_object('firstId', d.first_id, 'thenId', d.then_id, 'kind', d.kind)), '[]') from dependency d where d.first_id in (select id from ahead) and d.then_id in (select id from ahead))
  )::text as answer where exists (${from})`;

export const ofAction = statement('actions.ahead', AHEAD('select a.id from action a where a.id = $1 and a.withdrawn_at is null'));
export const ofMilestone = statement('milestones.ahead', AHEAD('select a.id from milestone m join action a on a.id = m.action_id and a.withdrawn_at is null where m.id = $1 and m.withdrawn_at is null'));

/** What a move would make of the dates of others, from what one of these statements answered. */
export function aheadOf(answer: string, to: To): KnockOn {
  const { id, actions, links } = JSON.parse(answer) as { readonly id: string; readonly actions: readonly Waiting[]; readonly links: readonly Leads[] };
  const { moves, softly } = knockOn(actions, links, { id, ...to });
  return { moves: moves.map(reached), softly: softly.map(reached) };
}

const reached = ({ action: { id, planId, planTitle, ref, title }, fromOn, toOn, days, waitsFor }: Knocked<Waiting>): Reached => ({ id, planId, planTitle, ref, title, fromOn, toOn, days, waitsFor: waitsFor.ref });

interface Recorded {
  readonly actionId: string;
  readonly milestoneId?: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly reason: SlipReason;
  readonly agreedBy: string;
  readonly note?: string | null | undefined;
}

/** Records a move, before the date itself is written. */
export async function recordMove(db: EntityManager, { note = null, milestoneId, ...move }: Recorded): Promise<void> {
  await because(db, whyMoved({ ...move, note }));
  await db.insert(DueMoveRow, { ...move, note, milestoneId: milestoneId ?? null });
}

/** A move that others go along with: what was said of them, who agreed to the first, and what they wait for. */
interface Along extends To {
  readonly follow: readonly Following[] | undefined;
  readonly agreedBy: string;
  readonly because: string;
}

/**
 * Moves along what waits for an action, each by a move of its own for the reason "dependency". Asked for before the action's
 * own date is written. All that cannot keep its date moves, to the day that was shown, or nothing does: what has changed
 * since somebody looked is refused and looked at again.
 */
export async function takeAlong(db: EntityManager, id: string, { follow = [], agreedBy, because: why, ...to }: Along): Promise<void> {
  if (follow.length === 0) return;
  await db.query('select id from action where id = any ($1::uuid[]) order by id for update', [follow.map((one) => one.id)]);
  const [row] = await db.query<{ answer: string }[]>(ofAction.text, [id]);
  const { moves } = aheadOf(row?.answer ?? '', to);
  const said = new Map(follow.map((one) => [one.id, one.dueOn]));
  if (moves.length !== said.size || moves.some((one) => said.get(one.id) !== one.toOn)) throw refuseField('follow', 'What waits for it has changed since you looked: look at it again');
  for (const { id: actionId, fromOn, toOn, waitsFor } of moves) {
    await recordMove(db, { actionId, fromOn, toOn, reason: 'dependency', agreedBy, note: `Waits for ${actionId === id ? why : waitsFor}` });
    await db.query('update action set due_on = $2 where id = $1', [actionId, toOn]);
  }
}
