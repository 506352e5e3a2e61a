import { spoken } from './calendar';
import { ABLE, type SkillHolder, type SkillMonth, skillMonths, skillNeeds } from './capability';
import { type Read, readOf, type Thought } from './deliverability';
import { monthSpoken } from './delivery-capacity';
import { daysOf } from './demand';
import { type LoadPiece, type LoadWork, minutesBetween } from './load-pieces';
import type { LoadFacts, LoadMonth } from './loads';

/** A skill with its name, and the months in which what people give with it is not the asker's to see. */
export interface DeliverySkill {
  readonly id: string;
  readonly name: string;
  readonly few: readonly string[];
}

/** What the capability of any action is judged by. */
export interface SkillGround {
  readonly months: readonly LoadMonth[];
  readonly skills: ReadonlyMap<string, DeliverySkill>;
  /** People with a skill at a level or above. */
  readonly people: (skillId: string, level: number) => number;
  readonly gaps: ReadonlyMap<string, SkillMonth>;
  /** The last paid day of posts, of those whose figures the asker may see. */
  readonly posts: ReadonlyMap<string, string>;
}

export function skillGround({ pieces, months }: Pick<LoadFacts, 'pieces' | 'months'>, skills: readonly DeliverySkill[], holders: readonly SkillHolder[], posts: readonly { readonly personId: string; readonly fundedUntil: string }[]): SkillGround {
  const bySkill = Map.groupBy(holders, (one) => one.skillId);
  return {
    months,
    skills: new Map(skills.map((one) => [one.id, one])),
    people: (skillId, level) => new Set((bySkill.get(skillId) ?? []).filter((one) => one.level >= level).map((one) => one.personId)).size,
    gaps: new Map(skillMonths(skillNeeds(pieces, months), holders).map((one) => [`${one.skillId} ${one.level} ${one.month}`, one])),
    posts: new Map(posts.map((one) => [one.personId, one.fundedUntil])),
  };
}

const levels = ['', 'aware', 'with support', 'able', 'can teach'];

/** Whether the skills are there: nobody has one is red; one person alone, too few days in a month, or a post whose money ends is amber. */
export function capabilityRead({ dueOn, lines }: LoadWork, pieces: readonly LoadPiece[], ground: SkillGround): Read {
  const wanted = new Map(lines.flatMap(({ skillId, level }) => (skillId === null || !ground.skills.has(skillId) ? [] : [[`${skillId} ${level ?? ABLE}`, { skillId, level: level ?? ABLE }] as const])));
  const found: Thought[] = [...wanted.values()].flatMap((one) => skillThoughts(one, pieces, ground));
  for (const line of lines)
    for (const { personId } of line.parts) {
      const until = ground.posts.get(personId);
      const due = line.milestone?.dueOn ?? dueOn;
      if (until !== undefined && due !== null && until < due) found.push({ verdict: 'amber', says: () => `The money for a post that is down for it ends on ${spoken(until)}, before it is due` });
    }
  return readOf(found, 'No line of its effort says which skill it needs');
}

function skillThoughts({ skillId, level }: { readonly skillId: string; readonly level: number }, pieces: readonly LoadPiece[], { months, skills, people, gaps }: SkillGround): readonly Thought[] {
  const { name = '', few = [] } = skills.get(skillId) ?? {};
  const called = `${name} (${levels[level] ?? ''})`;
  const count = people(skillId, level);
  if (count === 0) return [{ verdict: 'red', says: () => `Nobody here has ${called}` }];
  // Below able nobody stands alone: whoever is with support has somebody beside them.
  const found: Thought[] = people(skillId, Math.max(ABLE, level)) === 1 ? [{ verdict: 'amber', says: () => `One person alone here has ${name} (${levels[Math.max(ABLE, level)] ?? ''})` }] : [];
  for (const { month, first, last } of months) {
    if (!pieces.some((one) => one.skillId === skillId && (one.level ?? ABLE) === level && minutesBetween(one, first, last) > 0)) continue;
    const gap = gaps.get(`${skillId} ${level} ${month}`)?.gap;
    if (few.includes(month)) found.push({ verdict: 'unknown', says: () => `Fewer than three people make up what can be given of ${called} in ${monthSpoken(month)}, so it is not shown to you` });
    else if (gap === null || gap === undefined) found.push({ verdict: 'unknown', says: () => `How many days people with ${called} can give in ${monthSpoken(month)} is not known` });
    else if (gap > 0) found.push({ verdict: 'amber', says: () => `${called} is short of ${daysOf(gap)} ${daysOf(gap) === 1 ? 'day' : 'days'} in ${monthSpoken(month)}` });
  }
  return [...found, { verdict: 'green', says: () => 'People here have each skill that it asks for' }];
}
