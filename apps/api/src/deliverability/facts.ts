import { type CommitmentFacts, type CommitmentLines, commitmentOf, deliveriesOf, type Delivery, type DeliveryFacts, partsOf, promisedOf } from '@followthrough/domain';
import { type HeldSkills, holdersOf } from '../capability/published';
import { type LoadsAnswer, type LoadsSaid, reckoned } from '../loads/published';

/** How far ahead work is looked at, as the heat map and the proof do. */
export const MONTHS = 12;

/** As the statement answers. */
export interface Answer {
  readonly loads: LoadsAnswer;
  readonly skills: readonly HeldSkills[];
  readonly posts: DeliveryFacts['posts'];
  readonly commitment: readonly { readonly organisationId: string; readonly facts: CommitmentFacts }[];
  readonly lines: CommitmentLines;
  readonly chosen: readonly string[] | null;
}

export interface Delivered {
  readonly work: LoadsSaid['work'];
  readonly deliveries: readonly Delivery[];
  /** Organisations that are partners now, or have work. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The verdicts on what is asked for; they are made of all work.
 * @param namesPeople where not, somebody is not called by name: a dashboard is printed for a board
 */
export function delivered({ loads: answer, skills, posts, lines, ...said }: Answer, namesPeople: boolean): Delivered {
  const { said: loads, facts } = reckoned(answer, 'organisation', MONTHS);
  const chosen = said.chosen && new Set(said.chosen);
  const isChosen = ({ id }: { readonly id: string }): boolean => chosen === null || chosen.has(id);
  const work = loads.work.filter(isChosen);
  const deliveries = deliveriesOf({
    span: facts.span, time: loads.time, people: new Map(loads.people.map((one) => [one.id, one])),
    work, loads: facts, parts: partsOf(loads.work, loads.today),
    organisations: loads.rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])),
    seen: new Map(loads.people.filter((one) => one.isSeen).map((one) => [one.id, namesPeople ? one.name : 'Somebody who is down for it'])),
    skills, holders: holdersOf(skills, facts), posts,
    commitment: new Map(said.commitment.map((one) => [one.organisationId, commitmentOf(promisedOf(one.facts, loads.time, loads.today), lines)])),
  });
  return { work, deliveries, names: new Map(loads.rows.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const]))) };
}
