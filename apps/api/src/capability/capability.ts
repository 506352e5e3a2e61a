import { Injectable } from '@nestjs/common';
import type { CapabilityPage, capabilityRoutes, FundingEnd, SkillAction, SkillLine, SkillParts } from '@followthrough/contracts';
import { ABLE, endsBeforeWork, minutesBetween, missingProfessions, type SkillHolder, skillMonths, skillNeeds, type SkillNeed, singlePoints, type TeamTime } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { type LoadsAnswer, type LoadsSaid, reckoned } from '../loads/published';
import { capabilityFacts } from './capability.sql';
import { dueOf, type HeldSkills, holdersOf } from './held';

interface Answer {
  readonly loads: LoadsAnswer;
  readonly skills: readonly HeldSkills[];
  readonly posts: readonly { readonly personId: string; readonly personName: string; readonly fundedUntil: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly wanted: readonly string[]; readonly members: readonly TeamTime[] }[];
}

interface Said extends Omit<Answer, 'loads'> {
  readonly loads: LoadsSaid;
}

const MONTHS = 12;
const MOST_LISTED = 200;

/** Whether the skills are there: one statement reads the facts with what the asker may see of them, and the domain reckons. */
@Injectable()
export class Capability {
  constructor(private readonly reads: Reads) {}

  async page(asked: Asked<typeof capabilityRoutes.page>): Promise<string> {
    const { said, needs, holders } = await this.read(asked);
    const work = said.loads.work;
    return JSON.stringify({
      open: work.length,
      named: work.filter(({ lines }) => lines.some((one) => one.skillId !== null)).length,
      teamsAsked: said.teams.length,
      skills: linesOf(said, needs, holders),
      singlePoints: singlePoints(wantedOf(said), holders).flatMap(({ skillId, level, personId }) => {
        const skill = said.skills.find((one) => one.id === skillId);
        const person = skill?.holders.find((one) => one.personId === personId);
        return skill && person ? [{ skillId, level, personId, name: skill.name, personName: person.name, organisationName: person.organisationName, actions: asking(said, skillId, level).length }] : [];
      }),
      fundingEnds: fundingEnds(said),
      teams: said.teams.flatMap(({ id, name, wanted, members }) => {
        const missing = missingProfessions(wanted, members, said.loads.today);
        return missing.length > 0 ? [{ id, name, wanted: wanted.length, missing: [...missing] }] : [];
      }),
    } satisfies CapabilityPage);
  }

  async parts(asked: Asked<typeof capabilityRoutes.parts>): Promise<string> {
    const { skill: id, level, month } = asked.query;
    const { said, facts, holders } = await this.read(asked);
    const skill = said.skills.find((one) => one.id === id);
    if (!skill) throw new Refusal('not_found');
    const minutes = new Map<string, number>();
    for (const one of facts.pieces) {
      if (one.skillId !== id || (one.level ?? ABLE) < level) continue;
      for (const at of facts.months) {
        const some = !month || at.month === month ? minutesBetween(one, at.first, at.last) : 0;
        if (some > 0) minutes.set(one.workId, (minutes.get(one.workId) ?? 0) + some);
      }
    }
    const actions = asking(said, id, level)
      .map((one): SkillAction => ({ id: one.id, ref: one.ref, title: one.title, dueOn: one.dueOn, minutes: minutes.get(one.id) ?? null }))
      .filter((one) => !month || one.minutes !== null)
      .toSorted((a, b) => (b.minutes ?? -1) - (a.minutes ?? -1) || (a.ref < b.ref ? -1 : 1));
    const given = new Map(holders.filter((one) => one.skillId === id).map((one) => [one.personId, one.given]));
    const people = skill.holders.filter((one) => one.level >= level).map(({ personId, name, organisationName, level: theirs, isSeen }) => ({ id: personId, name, organisationName, level: theirs, given: isSeen && month ? (given.get(personId)?.get(month) ?? null) : null }));
    return JSON.stringify({ actions: actions.slice(0, MOST_LISTED), more: Math.max(0, actions.length - MOST_LISTED), people } satisfies SkillParts);
  }

  private async read(asked: Asked) {
    const answer = JSON.parse(await this.reads.answer(asked, capabilityFacts, [MONTHS, true])) as Answer;
    const { said: loads, facts } = reckoned(answer.loads, 'organisation', MONTHS);
    const said = { ...answer, loads };
    return { said, facts, needs: skillNeeds(facts.pieces, facts.months), holders: holdersOf(said.skills, facts) };
  }
}

/** A line for each skill and level that open work asks for, by name; also where none of it has a date or an estimate. */
function linesOf(said: Said, needs: readonly SkillNeed[], holders: readonly SkillHolder[]): SkillLine[] {
  const months = Map.groupBy(skillMonths(needs, holders), ({ skillId, level }) => `${skillId} ${level}`);
  const wanted = new Set(wantedOf(said).map(({ skillId, level }) => `${skillId} ${level}`));
  return said.skills.flatMap(({ id, name, few, holders: all }) =>
    [1, 2, 3, 4].filter((level) => wanted.has(`${id} ${level}`)).map((level) => ({
      skillId: id, name, level,
      people: all.filter((one) => one.level >= level).length,
      actions: asking(said, id, level).length,
      months: (months.get(`${id} ${level}`) ?? []).map(({ month, needed, held, gap }) => (few.includes(month) ? { month, needed, held: null, gap: null, isFew: true } : { month, needed, held, gap, isFew: false })),
    })),
  );
}

const wantedOf = ({ loads }: Said): readonly { readonly skillId: string; readonly level: number }[] =>
  loads.work.flatMap(({ lines }) => lines.flatMap(({ skillId, level }) => (skillId === null ? [] : [{ skillId, level: level ?? ABLE }])));

const asking = ({ loads }: Said, skillId: string, level: number): LoadsSaid['work'] => loads.work.filter(({ lines }) => lines.some((one) => one.skillId === skillId && (one.level ?? ABLE) >= level));

function fundingEnds({ loads, posts }: Said): FundingEnd[] {
  const byId = new Map(loads.work.map((one) => [one.id, one]));
  const of = (personId: string) => loads.work.flatMap((one) => one.lines.filter(({ parts }) => parts.some((part) => part.personId === personId)).map((line) => ({ actionId: one.id, dueOn: dueOf(one, line) })));
  return endsBeforeWork(posts.map((one) => ({ ...one, work: of(one.personId) }))).flatMap(({ personId, fundedUntil, actionIds }) => {
    const actions = actionIds.flatMap((id) => {
      const one = byId.get(id);
      return one ? [{ id, ref: one.ref, title: one.title, dueOn: one.dueOn ?? fundedUntil }] : [];
    });
    return [{ personId, fundedUntil, personName: posts.find((one) => one.personId === personId)?.personName ?? '', actions: actions.slice(0, MOST_LISTED) }];
  });
}
