import { type LoadPiece, minutesBetween } from './load-pieces';
import type { LoadMonth } from './loads';

/**
 * Whether the skills are there: what is needed by skill and level beside what people of at least that level can give, month
 * by month; what hangs on one person; posts whose money ends before their work; and the professions of a team. Minutes are
 * whole, months are `2026-11`. Levels: 1 aware, 2 with support, 3 able, 4 can teach.
 */
export const ABLE = 3;

export interface SkillNeed {
  readonly skillId: string;
  readonly level: number;
  readonly month: string;
  readonly minutes: number;
}

/** What pieces of work ask for, by skill, level and month. A line that names no level wants somebody who is able. */
export function skillNeeds(pieces: readonly LoadPiece[], months: readonly LoadMonth[]): readonly SkillNeed[] {
  const found = new Map<string, SkillNeed>();
  for (const piece of pieces) {
    const { skillId, level } = piece;
    if (skillId === null) continue;
    for (const { month, first, last } of months) {
      const minutes = minutesBetween(piece, first, last);
      if (minutes === 0) continue;
      const key = `${skillId} ${level ?? ABLE} ${month}`;
      found.set(key, { skillId, level: level ?? ABLE, month, minutes: minutes + (found.get(key)?.minutes ?? 0) });
    }
  }
  return [...found.values()];
}

export interface SkillHolder {
  readonly personId: string;
  readonly skillId: string;
  readonly level: number;
  /** Minutes that they can give by month; a month that is not there is not known. */
  readonly given: ReadonlyMap<string, number>;
}

export interface SkillMonth {
  readonly skillId: string;
  readonly level: number;
  readonly month: string;
  /** At this level or above: whoever can do the harder work is held against the easier too. */
  readonly needed: number;
  /** Of people at this level or above who are known; null when nobody is. */
  readonly held: number | null;
  readonly people: number;
  /** Of those, whose month is not known. */
  readonly unknown: number;
  /** What is needed beyond what is held; null where somebody is not known and it may be enough. 0 where it is. */
  readonly gap: number | null;
}

/** A line for each skill, level and month that something needs, sorted so. */
export function skillMonths(needs: readonly SkillNeed[], holders: readonly SkillHolder[]): readonly SkillMonth[] {
  const asked = Map.groupBy(needs.filter((one) => one.minutes > 0), (one) => one.skillId);
  const having = Map.groupBy(holders, (one) => one.skillId);
  return [...asked].flatMap(([skillId, all]) =>
    [...new Set(all.map((one) => `${one.level} ${one.month}`))].map((key) => {
      const [level = 0, month = ''] = [Number(key.split(' ')[0]), key.split(' ')[1]];
      const needed = all.reduce((sum, one) => sum + (one.month === month && one.level >= level ? one.minutes : 0), 0);
      const able = (having.get(skillId) ?? []).filter((one) => one.level >= level);
      const known = able.flatMap((one) => one.given.get(month) ?? []);
      const held = able.length > 0 && known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0);
      const unknown = able.length - known.length;
      const short = Math.max(0, needed - (held ?? 0));
      return { skillId, level, month, needed, held, people: able.length, unknown, gap: short > 0 && unknown > 0 ? null : short };
    }),
  ).sort((a, b) => compare(a.skillId, b.skillId) || a.level - b.level || compare(a.month, b.month));
}

export interface SinglePoint {
  readonly skillId: string;
  readonly level: number;
  readonly personId: string;
}

/** Skills that work needs and one person alone has: at the level asked for, but never below able. By skill and level. */
export function singlePoints(needs: readonly Pick<SkillNeed, 'skillId' | 'level'>[], holders: readonly Pick<SkillHolder, 'personId' | 'skillId' | 'level'>[]): readonly SinglePoint[] {
  const asked = new Set(needs.map((one) => `${one.skillId} ${Math.max(ABLE, one.level)}`));
  return [...asked].sort(compare).flatMap((key) => {
    const [skillId = '', level] = [key.split(' ')[0], Number(key.split(' ')[1])];
    const able = new Set(holders.filter((one) => one.skillId === skillId && one.level >= level).map((one) => one.personId));
    const [personId] = able;
    return able.size === 1 && personId ? [{ skillId, level, personId }] : [];
  });
}

export interface Post {
  readonly personId: string;
  /** The last day that is paid for. */
  readonly fundedUntil: string;
  readonly work: readonly { readonly actionId: string; readonly dueOn: string | null }[];
}

/** Posts whose money ends before their work is due, soonest first, with that work. */
export function endsBeforeWork(posts: readonly Post[]): readonly { readonly personId: string; readonly fundedUntil: string; readonly actionIds: readonly string[] }[] {
  return posts
    .flatMap(({ personId, fundedUntil, work }) => {
      const actionIds = [...new Set(work.filter((one) => one.dueOn !== null && one.dueOn > fundedUntil).map((one) => one.actionId))];
      return actionIds.length > 0 ? [{ personId, fundedUntil, actionIds }] : [];
    })
    .sort((a, b) => compare(a.fundedUntil, b.fundedUntil) || compare(a.personId, b.personId));
}

export interface TeamTime {
  readonly profession: string | null;
  /** From when they are there: in the team, and the post filled. */
  readonly from: string;
  readonly to: string | null;
}

/** Which of the wanted professions nobody of a team has today, and from when somebody will. Case and outer spaces do not matter. */
export function missingProfessions(wanted: readonly string[], members: readonly TeamTime[], today: string): readonly { readonly profession: string; readonly comesOn: string | null }[] {
  const plain = (one: string | null): string => (one ?? '').trim().toLowerCase();
  return wanted.flatMap((profession) => {
    const theirs = members.filter((one) => plain(one.profession) === plain(profession) && (one.to === null || one.to >= today) && (one.to === null || one.to >= one.from));
    if (theirs.some((one) => one.from <= today)) return [];
    return [{ profession, comesOn: theirs.map((one) => one.from).sort(compare)[0] ?? null }];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
