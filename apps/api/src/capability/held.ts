import type { LoadFacts, LoadLine, LoadWork, SkillHolder } from '@followthrough/domain';

/** A skill with who has it; see `skillsHeld`. */
export interface HeldSkills {
  readonly id: string;
  readonly name: string;
  readonly few: readonly string[];
  readonly holders: readonly { readonly personId: string; readonly level: number; readonly isSeen: boolean; readonly name: string; readonly organisationName: string | null }[];
}

/** What each can give by month. Of whom nobody has said anything, or not of the whole month, it is not known. */
export function holdersOf(skills: readonly HeldSkills[], { months, given }: LoadFacts): readonly SkillHolder[] {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const of = (personId: string): ReadonlyMap<string, number> => {
    const theirs = given(personId)?.months ?? [];
    return new Map(months.flatMap(({ month }, at) => (theirs[at]?.unknown === 0 ? [[month, theirs[at].minutes] as const] : [])));
  };
  return skills.flatMap(({ id, holders }) => holders.map(({ personId, level }) => {
    const theirs = known.get(personId) ?? of(personId);
    known.set(personId, theirs);
    return { personId, skillId: id, level, given: theirs };
  }));
}

/** When a line is due: with its milestone, else with its action. */
export const dueOf = ({ dueOn }: Pick<LoadWork, 'dueOn'>, { milestone }: Pick<LoadLine, 'milestone'>): string | null => milestone?.dueOn ?? dueOn;
