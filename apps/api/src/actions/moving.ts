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

/** The day that an action moves to. */
interface To {
  readonly toOn: string | null;
  /** The day of a milestone: it moves its own action only where it lies beyond its end. */
  readonly isOnTheWay?: boolean;
}

/** Actions and everything that comes after them, in whatever plan, with the links between them. */
const AHEAD = (from: string): string => `
  with recursive ahead (id) as (
    ${from}
    union select d.then_id from ahead h join dependency d on d.first_id = h.id join action a on a.id = d.then_id and a.withdrawn_at is null and (a.disposition is null or a.disposition = 'done'))
  select json_build_object(
    'ids', array(select f.id from (${from}) f),
    'actions', (select json_agg(json_build_object('id', a.id, 'planId', a.plan_id, 'planTitle', p.title, 'ref', a.ref, 'title', a.title, 'status', a.status, 'dueOn', a.due_on)) from ahead h join action a on a.id = h.id join plan p on p.id = a.plan_id),
    'links', (select coalesce(json_agg(json_build_object('firstId', d.first_id, 'thenId', d.then_id, 'kind', d.kind)), '[]') from dependency d where d.first_id in (select id from ahead) and d.then_id in (select id from ahead))
  )::text as answer where exists (${from})`;

export const ofActions = statement('actions.ahead', AHEAD('select a.id from action a where a.id = any ($1::uuid[]) and a.withdrawn_at is null'));
export const ofMilestone = statement('milestones.ahead', AHEAD('select a.id from milestone m join action a on a.id = m.action_id and a.withdrawn_at is null where m.id = $1 and m.withdrawn_at is null'));

/** What moves would make of the dates of others, from what one of these statements answered. `to`: where each moves. */
export function aheadOf(answer: string, to: (id: string) => To): KnockOn {
  const { ids, actions, links } = JSON.parse(answer) as { readonly ids: readonly string[]; readonly actions: readonly Waiting[]; readonly links: readonly Leads[] };
  const { moves, softly } = knockOn(actions, links, ids.map((id) => ({ id, ...to(id) })));
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

/** Moves that others go along with: where each goes, what was said of the others, and who agreed. */
interface Along {
  readonly to: (id: string) => To;
  readonly follow: readonly Following[] | undefined;
  readonly agreedBy: string;
  /** What one of the actions themselves waits for, where what moves is on its way. */
  readonly onTheWay?: string;
}

/**
 * Moves along what waits for actions that move, each by a move of its own for the reason "dependency"; answers which. Asked
 * for before the dates of the actions themselves are written. All that cannot keep its date moves, to the day that was shown,
 * or nothing does: what has changed since somebody looked is refused and looked at again.
 */
export async function takeAlong(db: EntityManager, ids: readonly string[], { follow = [], agreedBy, onTheWay, to }: Along): Promise<readonly Reached[]> {
  if (follow.length === 0) return [];
  await db.query('select id from action where id = any ($1::uuid[]) order by id for update', [follow.map((one) => one.id)]);
  const [row] = await db.query<{ answer: string }[]>(ofActions.text, [ids]);
  const moves = row ? aheadOf(row.answer, to).moves : [];
  const said = new Map(follow.map((one) => [one.id, one.dueOn]));
  if (moves.length !== said.size || moves.some((one) => said.get(one.id) !== one.toOn)) throw refuseField('follow', 'What waits for it has changed since you looked: look at it again');
  for (const { id: actionId, fromOn, toOn, waitsFor } of moves) {
    await recordMove(db, { actionId, fromOn, toOn, reason: 'dependency', agreedBy, note: `Waits for ${onTheWay && ids.includes(actionId) ? onTheWay : waitsFor}` });
    await db.query('update action set due_on = $2 where id = $1', [actionId, toOn]);
  }
  return moves;
}
