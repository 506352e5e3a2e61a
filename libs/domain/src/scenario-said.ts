import type { ScenarioFactsSaid } from '@followthrough/contracts';
import { daysBetween } from './calendar';
import type { ScenarioFacts } from './scenario';

type Given = readonly (number | null)[];
type Stretches = ScenarioFactsSaid['people'][number]['given'];

/** Facts as they travel: of days, those that are known, in stretches. */
export const factsSaid = ({ time: { usualLeave, training, administration, sickness, buffer }, ...facts }: ScenarioFacts): ScenarioFactsSaid => ({
  span: facts.span,
  time: { usualLeave, training, administration, sickness, buffer },
  work: facts.work.map(({ id, ref, title, status, startOn, dueOn, organisationId, left, spent, estimatedOn, milestones, lines }) => ({ id, ref, title, status, startOn, dueOn, organisationId, left, spent, estimatedOn, milestones: [...milestones], lines: lines.map((line) => ({ ...line, parts: [...line.parts] })) })),
  links: [...facts.links],
  people: facts.people.map((one) => ({ ...one, given: inStretches(one.given) })),
  organisations: facts.organisations.map((one) => ({ ...one, others: one.others && inStretches(one.others) })),
});

/** The same again where they arrived. */
export function factsHeard(said: ScenarioFactsSaid): ScenarioFacts {
  const count = daysBetween(said.span.from, said.span.to) + 1;
  return { ...said, people: said.people.map((one) => ({ ...one, given: inDays(one.given, count) })), organisations: said.organisations.map((one) => ({ ...one, others: one.others && inDays(one.others, count) })) };
}

function inStretches(given: Given): Stretches {
  const found: { at: number; minutes: number[] }[] = [];
  given.forEach((minutes, day) => {
    if (minutes === null) return;
    const last = found.at(-1);
    if (last && last.at + last.minutes.length === day) last.minutes.push(minutes);
    else found.push({ at: day, minutes: [minutes] });
  });
  return found;
}

function inDays(stretches: Stretches, count: number): Given {
  const days = new Array<number | null>(count).fill(null);
  for (const { at, minutes } of stretches) minutes.forEach((one, day) => (days[at + day] = one));
  return days;
}
