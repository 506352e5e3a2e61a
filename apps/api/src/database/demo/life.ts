import { type Horizon, slipReasons, type SlipReason, type Status } from '@followthrough/contracts';
import type { Chance } from './chance';

export interface Told {
  readonly on: string;
  readonly status: Status;
}

export interface Moved {
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly reason: SlipReason;
}

/** What an action has been through: when it was due, how that moved, and what was reported month by month. */
export interface Life {
  readonly createdOn: string;
  readonly startOn: string;
  readonly baseline: string | null;
  readonly due: string | null;
  readonly moves: readonly Moved[];
  readonly told: readonly Told[];
}

const DAY = 86_400_000;
/** Days between the claim and the look that embeds: six months and two weeks. */
const HELD_FOR = 200;
export const later = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Courses that work takes: the states in the order in which they were reported, the last of them now. */
const COURSES: readonly (readonly [weight: number, course: readonly Status[]])[] = [
  [26, ['on_track', 'on_track', 'on_track', 'on_track', 'on_track', 'on_track']],
  [9, ['not_started', 'not_started', 'on_track', 'on_track']],
  [8, ['not_started', 'not_started']],
  [9, ['on_track', 'on_track', 'at_risk', 'at_risk']],
  [7, ['on_track', 'at_risk', 'on_track', 'on_track', 'at_risk']],
  [6, ['on_track', 'at_risk', 'off_track', 'off_track']],
  [3, ['on_track', 'off_track', 'at_risk', 'on_track', 'on_track']],
  [13, ['on_track', 'on_track', 'on_track', 'complete']],
  [6, ['on_track', 'at_risk', 'on_track', 'complete']],
  [5, ['on_track', 'on_track', 'complete', 'embedded']],
  [3, ['on_track', 'complete', 'embedded']],
  [5, []],
];

const LENGTHS: Readonly<Record<Horizon, readonly [number, number]>> = { quick_win: [60, 150], medium: [180, 420], deep_rooted: [400, 900] };

export function life(chance: Chance, horizon: Horizon, today: string): Life {
  const createdOn = later(today, -chance.between(330, 395));
  const startOn = later(createdOn, chance.between(0, 45));
  const course = pick(chance);
  const isOver = course.includes('complete');
  const [low, high] = isOver ? [120, 320] : LENGTHS[horizon];
  const told = tell(chance, course, createdOn, today);
  const last = told.at(-1);
  // Some plans say no date: those are listed for somebody to resolve.
  if (chance.is(4)) return { createdOn, startOn, baseline: null, due: null, moves: [], told };
  const planned = later(startOn, chance.between(low, high));
  // What goes well is seldom overdue.
  const isWell = last?.status === 'on_track' || last?.status === 'not_started';
  const baseline = !isOver && planned <= today && chance.is(isWell ? 90 : 50) ? later(today, chance.between(10, 280)) : planned;
  const moves: Moved[] = [];
  const slips = last && !isOver && (last.status === 'at_risk' || last.status === 'off_track') ? chance.between(0, 2) : chance.is(14) ? 1 : 0;
  let due = baseline;
  for (let at = 0; at < slips; at += 1) {
    const on = later(today, -chance.between(8, 60) - (slips - 1 - at) * 120);
    const to = later(due, chance.between(28, 120));
    if (on > createdOn) moves.push({ on, from: due, to, reason: chance.one(slipReasons) });
    if (on > createdOn) due = to;
  }
  return { createdOn, startOn, baseline, due, moves, told };
}

function pick(chance: Chance): readonly Status[] {
  const all = COURSES.reduce((sum, [weight]) => sum + weight, 0);
  let left = chance.next() * all;
  for (const [weight, course] of COURSES) if ((left -= weight) < 0) return course;
  return [];
}

/** The course spread over the year, the last report some days ago: most are fresh, some are late. */
function tell(chance: Chance, course: readonly Status[], createdOn: string, today: string): Told[] {
  if (course.length === 0) return [];
  // What is over was over some time ago; of the rest most was told lately, and some is late.
  const fresh = later(today, -(chance.is(78) ? chance.between(1, 26) : chance.between(30, 95)));
  // What is embedded was done long before: two looks, at three and six months, lie between.
  const isEmbedded = course.includes('embedded');
  const end = course.includes('complete') ? later(today, -chance.between(2, isEmbedded ? 60 : 260)) : fresh;
  const doneOn = isEmbedded ? later(end, -HELD_FOR) : end;
  const steps = course.filter((status) => status !== 'embedded');
  const start = later(createdOn, chance.between(20, 50));
  const span = Math.max(steps.length, Math.round((Date.parse(doneOn) - Date.parse(start)) / DAY));
  const told = steps.map((status, at) => ({ status, on: at === steps.length - 1 ? doneOn : later(start, Math.floor((span * at) / steps.length)) }));
  return isEmbedded ? [...told, { status: 'embedded', on: end }] : told;
}
