import type { ScenarioAnswerItem, ScenarioBeside, ScenarioChangeItem, ScenarioChoices, ScenarioItem } from '@followthrough/contracts';
import { confirmedDays, daysBetween, givenBy, type Leads, loadSpan, patternOn, type ScenarioFacts, type ScenarioLine, type ScenarioOrganisation, type ScenarioWork, spreadEffort, stretchesOf } from '@followthrough/domain';
import type { FactPerson, FactRow, LoadsAnswer } from '../loads/published';

/** A year is looked at, as on the heat map. */
export const MONTHS = 12;

/** What the statement answers. */
export interface OverPlan {
  /** The asker may write scenarios, and so reckons them. */
  readonly leads: boolean;
  /** Of its rows the organisations, and of its people what they give. */
  readonly loads: Pick<LoadsAnswer, 'today' | 'time' | 'people' | 'rows'>;
  readonly work: readonly ScenarioWork[];
  readonly links: readonly Leads[];
  readonly scenario: ScenarioItem;
  readonly did: readonly string[];
  readonly changes: readonly ScenarioChangeItem[];
  readonly answers: readonly ScenarioAnswerItem[];
  readonly choices: ScenarioChoices | null;
  readonly beside: ScenarioBeside | null;
}

/**
 * The facts of a scenario for somebody who may see the figures of those people who are `named`. What everybody else gives is
 * their organisation's, by month, spread over its working days, so that nobody's days off are told.
 */
export function factsFor({ loads, work, links }: OverPlan, isNamed: (person: FactPerson) => boolean): ScenarioFacts {
  const span = loadSpan(loads.today, MONTHS);
  const people = new Map(loads.people.map((one) => [one.id, one]));
  const given = (one: FactPerson): readonly (number | null)[] => givenBy(one, loads.time, span);
  const whose = new Map(loads.rows.flatMap(({ id, members }) => members.map(({ personId }) => [personId, id] as const)));
  const named = loads.people.filter(isNamed);
  const names = new Set(named.map(({ id }) => id));
  const organisation = (row: FactRow): ScenarioOrganisation[] => {
    if (row.id === null) return [];
    const others = row.members.flatMap(({ personId }) => (names.has(personId) ? [] : (people.get(personId) ?? []))).map(given);
    const told = row.members.length > 0 ? (others.length > 0 ? byMonth(others, span) : null) : row.confirmed.length > 0 ? confirmedDays(row.confirmed, span) : null;
    return [{ id: row.id, name: row.name, isNamed: row.members.length > 0, others: told, unknown: others.filter((one) => one.includes(null)).length }];
  };
  return {
    span,
    time: loads.time,
    work: work.map((one) => ({ ...one, lines: one.lines.map((line) => ({ ...line, parts: partsOf(line, names) })) })),
    links,
    people: named.map((one) => ({ id: one.id, name: one.name, organisationId: whose.get(one.id) ?? null, personDay: (patternOn(one.patterns, loads.today) ?? one.patterns.at(-1))?.fullTimeMinutes ?? 450, given: given(one) })),
    organisations: loads.rows.flatMap(organisation),
  };
}

/** Nobody is called by name but who may be: the parts of others are one of each organisation. */
function partsOf({ parts }: ScenarioLine, names: ReadonlySet<string>): ScenarioLine['parts'] {
  const others = Map.groupBy(parts.filter(({ personId }) => personId === null || !names.has(personId)), (one) => one.organisationId);
  return [...parts.filter(({ personId }) => personId !== null && names.has(personId)), ...[...others].map(([organisationId, all]) => ({ personId: null, organisationId, minutes: all.reduce((sum, one) => sum + one.minutes, 0) }))];
}

function byMonth(givers: readonly (readonly (number | null)[])[], span: ScenarioFacts['span']): readonly number[] {
  const days = new Array<number>(daysBetween(span.from, span.to) + 1).fill(0);
  for (const { from, to } of stretchesOf(span, 'month')) {
    const [first, last] = [daysBetween(span.from, from), daysBetween(span.from, to)];
    const minutes = givers.reduce((sum, one) => sum + one.slice(first, last + 1).reduce<number>((of, some) => of + (some ?? 0), 0), 0);
    for (const share of spreadEffort({ minutes, from, to, shape: 'even' })) days[daysBetween(span.from, share.day)] = share.minutes;
  }
  return days;
}
