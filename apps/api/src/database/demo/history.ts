import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { DemoBoard } from './agreement';
import type { Chance } from './chance';
import { demoDays } from './days';
import { demoConfidence } from './doubts';
import { later } from './life';
import type { Place } from './places';
import { put } from './put';
import { DECIDED, DECISIONS, MOVE_NOTES, NARRATIVES, PUT_OFF, WAYS_BACK } from './words';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly place: Place;
  readonly boards: readonly DemoBoard[];
  readonly leadId: string;
  readonly executiveId: string;
  readonly today: string;
}

/** What was reported, decided and moved over a year, each with its day, and the actions as that left them. */
export async function demoHistory(actions: readonly DemoAction[], { owner, chance, place, boards, leadId, executiveId, today }: Around): Promise<void> {
  const updates: Record<string, unknown>[] = [];
  const decisions: Record<string, unknown>[] = [];
  const now: Record<string, unknown>[] = [];
  const moves = actions.flatMap(({ id, planId, life }) =>
    life.moves.map(({ on, from, to, reason }) => ({ id: randomUUID(), action_id: id, from_on: from, to_on: to, reason, note: chance.is(70) ? chance.one(MOVE_NOTES[reason]) : null, agreed_by: boardOf(place, planId, actions), moved_by: leadId, moved_on: on })),
  );
  for (const [nth, action] of actions.entries()) {
    const days = demoDays(action, nth);
    // Embedded is not reported: closures reach it.
    const told = action.life.told.filter((one) => one.status !== 'embedded');
    told.forEach(({ on, status }, at) => {
      const isLast = at === told.length - 1;
      const decisionId = status === 'off_track' ? randomUUID() : null;
      if (decisionId) decisions.push(decision(decisionId, action.id, on, !isLast));
      const id = randomUUID();
      const isTrouble = status === 'at_risk' || status === 'off_track';
      updates.push({
        id,
        action_id: action.id,
        status,
        as_of: on,
        narrative: chance.one(NARRATIVES[status]),
        path_to_green: isTrouble ? chance.one(WAYS_BACK) : null,
        ...demoConfidence(status, updates.length),
        forecast_on: isLast && status === 'on_track' && action.life.due && updates.length % 19 === 0 ? later(action.life.due, 21) : isTrouble || (isLast && status === 'on_track' && chance.is(60)) ? (action.life.due && action.life.due > on ? action.life.due : later(on, chance.between(30, 120))) : null,
        decision_id: decisionId,
        ...days[at],
        restricted: chance.is(4),
        reported_by: leadId,
        on_behalf_of: action.ownerId,
        reported_at: `${on}T10:${String(chance.between(10, 59))}:00Z`,
      });
      if (isLast) now.push({ id: action.id, status, status_on: on, last_update_id: id });
    });
  }
  await put(owner, 'due_move', moves);
  // Asked first, and settled when they were: so that the register has a past.
  await put(owner, 'decision_request', decisions.map((one) => ({ ...one, state: 'open', note: null, settled_on: null, settled_by: null })));
  await owner.query(
    `update decision_request d set state = t.state, note = t.note, settled_on = t.settled_on, settled_by = t.settled_by
     from jsonb_to_recordset($1) as t(id uuid, state text, note text, settled_on date, settled_by uuid) where d.locality_id = current_locality() and d.id = t.id`,
    [JSON.stringify(decisions.filter((one) => one['state'] !== 'open'))],
  );
  updates.sort((a, b) => String(a['as_of']).localeCompare(String(b['as_of'])));
  await put(owner, 'status_update', updates);
  await owner.query(
    `update action a set status = t.status, status_on = t.status_on, last_update_id = t.last_update_id
     from jsonb_to_recordset($1) as t(id uuid, status text, status_on date, last_update_id uuid) where a.locality_id = current_locality() and a.id = t.id`,
    [JSON.stringify(now)],
  );

  function decision(id: string, actionId: string, on: string, isSettled: boolean): Record<string, unknown> {
    const neededBy = later(on, chance.between(14, 50));
    const state = isSettled ? 'taken' : chance.is(15) ? 'deferred' : 'open';
    const settledOn = state === 'open' ? null : later(on, chance.between(7, 13));
    const what = chance.one(DECISIONS);
    // Most are asked of the board; money is asked of those who hold it.
    const of = what === DECISIONS[0] ? { board_id: null, from_whom: 'The directors of finance' } : { board_id: boards[0]?.id, from_whom: null };
    return { id, version: 1, action_id: actionId, what, ...of, needed_by: neededBy, state, note: state === 'taken' ? chance.one(DECIDED) : state === 'deferred' ? chance.one(PUT_OFF) : null, settled_on: settledOn && settledOn > today ? today : settledOn, settled_by: state === 'open' ? null : executiveId, asked_by: leadId, asked_on: on };
  }
}

function boardOf(place: Place, planId: string, actions: readonly DemoAction[]): string {
  const plans = [...new Set(actions.map((one) => one.planId))];
  return place.plans[plans.indexOf(planId)]?.board ?? 'the board';
}
