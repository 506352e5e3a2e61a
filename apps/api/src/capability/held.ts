import { type LoadFacts, type LoadLine, loadRow, type LoadWork, type SkillHolder } from '@followthrough/domain';

/** A skill with who has it; see `skillsHeld`. */
export interface HeldSkills {
  readonly id: string;
  readonly name: string;
  readonly few: readonly string[];
  readonly holders: readonly { readonly personId: string; readonly level: number; readonly isSeen: boolean; readonly name: string; readonly organisationName: string | null }[];
}

/** What each can give by month. Of whom nobody has said anything, or not of the whole month, it is not known. */
export function holdersOf(skills: readonly HeldSkills[], facts: LoadFacts): readonly SkillHolder[] {
  const given = new Map<string, ReadonlyMap<string, number>>();
  const months = (personId: string): ReadonlyMap<string, number> => {
    const known = given.get(personId);
    if (known) return known;
    const row = facts.people.has(personId) ? loadRow({ ...facts, by: 'person' }, { id: personId, members: [{ personId, from: null, to: null }], confirmed: [] }, []) : [];
    const made = new Map(row.flatMap((one) => (one.given === null || one.unknown > 0 ? [] : [[one.month, one.given] as const])));
    given.set(personId, made);
    return made;
  };
  return skills.flatMap(({ id, holders }) => holders.map(({ personId, level }) => ({ personId, skillId: id, level, given: months(personId) })));
}

/** When a line is due: with its milestone, else with its action. */
export const dueOf = ({ dueOn }: Pick<LoadWork, 'dueOn'>, { milestone }: Pick<LoadLine, 'milestone'>): string | null => milestone?.dueOn ?? dueOn;
