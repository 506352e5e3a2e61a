import { checkCadence, nextCycles, type Rule } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { refuse } from '../kernel/refusal';
import { today } from '../kernel/today';
import { ReportingCadenceRow } from './reporting-cadence.row';
import { ReportingCycleRow } from './reporting-cycle.row';

/** So many cycles are planned ahead. */
const AHEAD = 4;

interface Kept {
  readonly periodTo: string;
  readonly freezesOn: string;
}

interface Meeting {
  readonly id: string;
  readonly heldOn: string;
}

/**
 * Plans the cycles to come from the cadence: those that nobody adjusted are made again, so that a meeting that moved moves its
 * report. Then opens the next, when its day has come and none is open.
 */
export async function planCycles(db: EntityManager, planId: string): Promise<void> {
  const cadence = await db.findOneBy(ReportingCadenceRow, { planId });
  if (!cadence) return;
  const rule: Rule = cadence;
  refuse(checkCadence(rule));
  await db.query(`delete from reporting_cycle where plan_id = $1 and state = 'planned' and not adjusted`, [planId]);
  const [last] = await db.query<Kept[]>('select period_to::text as "periodTo", freezes_on::text as "freezesOn" from reporting_cycle where plan_id = $1 order by period_to desc limit 1', [planId]);
  const [{ count: planned } = { count: 0 }] = await db.query<{ count: number }[]>(`select count(*)::integer as count from reporting_cycle where plan_id = $1 and state = 'planned'`, [planId]);
  const meetings = rule.every === 'board' ? await db.query<Meeting[]>('select id, held_on::text as "heldOn" from board_meeting where board_id = $1 order by held_on', [rule.boardId]) : [];
  const cycles = nextCycles(rule, meetings.map(({ heldOn }) => heldOn), { today: await today(db), last: last ?? null, count: Math.max(0, AHEAD - planned) });
  const rows = cycles.map((one) => ({ ...one, planId, boardId: one.meetsOn ? rule.boardId : null, boardMeetingId: meetings.find(({ heldOn }) => heldOn === one.meetsOn)?.id ?? null }));
  if (rows.length > 0) await db.insert(ReportingCycleRow, rows);
  await db.query(OPEN, [planId]);
}

/** The next planned cycle whose day has come, unless one is open. $1 plan. */
const OPEN = `
  update reporting_cycle c set state = 'open',
    number = 1 + coalesce((select max(n.number) from reporting_cycle n where n.plan_id = $1), 0),
    counts_from = greatest(c.opens_on::timestamp at time zone 'Europe/London', (select max(f.frozen_at) from reporting_cycle f where f.plan_id = $1))
  where c.id = (select p.id from reporting_cycle p where p.plan_id = $1 and p.state = 'planned' and p.opens_on <= today() order by p.opens_on limit 1)
    and not exists (select from reporting_cycle o where o.plan_id = $1 and o.state = 'open')`;
