import type { ScenarioFacts, ScenarioPerson } from './scenario';
import { type Held, type OrganisationHere, organisationRow, personRow, type ScenarioRow, type Window, windowsOf } from './scenario-rows';

/**
 * Whether the plan of a scenario's facts can be done. Of a person: whether their parts fit into what they can give, proven and
 * not spread. Of an organisation: whether what nobody is down for fits beside what its people do of theirs. Only what is proven
 * is said: on a day of which it is not known what can be given, anything might be, and so it might after the last day.
 */
export interface ScenarioVerdict {
  readonly rows: readonly ScenarioRow[];
  /** Minutes over all rows that fit nowhere. */
  readonly excess: number;
  /** Rows with an overload. */
  readonly over: number;
  readonly late: readonly string[];
  /** Months of rows that are over, or have work and no days. */
  readonly monthsOver: number;
  readonly unknown: number;
}

export function scenarioVerdict(facts: ScenarioFacts): ScenarioVerdict {
  const known = new Set(facts.people.map((one) => one.id));
  const ofPeople = new Map<string, Window[]>();
  const ofNobody = new Map<string | null, Window[]>();
  const organisations = new Set(facts.organisations.map((one) => one.id));
  for (const work of facts.work)
    for (const piece of windowsOf(work, facts.span)) {
      const organisationId = piece.organisationId !== null && organisations.has(piece.organisationId) ? piece.organisationId : null;
      if (piece.personId !== null && known.has(piece.personId)) push(ofPeople, piece.personId, piece);
      else push(ofNobody, organisationId, piece);
    }
  const found: ScenarioRow[] = [];
  /** What people do of theirs, which their organisation has no room for twice. */
  const done = new Map<string, { readonly windows: Window[]; readonly pieces: Held[]; readonly people: ScenarioPerson[] }>();
  for (const person of facts.people) {
    const theirWork = ofPeople.get(person.id) ?? [];
    const { row, pieces } = personRow(person, theirWork, facts.span);
    if (theirWork.length > 0) found.push(row);
    if (person.organisationId === null) continue;
    const theirs = done.get(person.organisationId) ?? { windows: [], pieces: [], people: [] };
    done.set(person.organisationId, theirs);
    theirs.windows.push(...theirWork);
    theirs.pieces.push(...pieces);
    theirs.people.push(person);
  }
  for (const organisation of [...facts.organisations, NO_ORGANISATION]) {
    const theirs = done.get(organisation.id ?? '') ?? { windows: [], pieces: [], people: [] };
    const nobodys = ofNobody.get(organisation.id) ?? [];
    if (nobodys.length + theirs.windows.length > 0) found.push(organisationRow(organisation, nobodys, theirs, facts.span));
  }
  return verdictOfRows(found);
}

/** What rows come to together. */
export function verdictOfRows(found: readonly ScenarioRow[]): ScenarioVerdict {
  const sum = (of: (row: ScenarioRow) => number): number => found.reduce((all, one) => all + of(one), 0);
  return {
    rows: found,
    excess: sum((one) => one.excess),
    over: found.filter((one) => one.excess > 0).length,
    late: [...new Set(found.flatMap((one) => one.late))].sort(),
    monthsOver: sum((one) => one.months.filter(({ band }) => band === 'over' || band === 'unresourced').length),
    unknown: found.filter((one) => one.isUnknown).length,
  };
}

/** Rows that differ, the one most over before or after first. `before` null: it has no work yet. */
export function changedRows(before: ScenarioVerdict, after: ScenarioVerdict): readonly { readonly before: ScenarioRow | null; readonly after: ScenarioRow | null }[] {
  const keyOf = (row: ScenarioRow): string => `${row.kind} ${row.id}`;
  const [was, is] = [new Map(before.rows.map((one) => [keyOf(one), one])), new Map(after.rows.map((one) => [keyOf(one), one]))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((one) => one.before !== one.after && JSON.stringify(one.before) !== JSON.stringify(one.after))
    .sort((a, b) => most(b) - most(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
}
type Pair = ReturnType<typeof changedRows>[number];
const most = ({ before, after }: Pair): number => Math.max(before?.excess ?? 0, after?.excess ?? 0);
const nameOf = ({ before, after }: Pair): string => (after ?? before)?.name ?? '';

const NO_ORGANISATION: OrganisationHere = { id: null, name: 'No organisation yet', isNamed: false, others: null, unknown: 0 };

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}
