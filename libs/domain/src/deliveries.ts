import { capabilityRead, type DeliverySkill, skillGround } from './delivery-capability';
import type { SkillHolder } from './capability';
import { type Carried, carriedBy, type Carrier, carrierOf, type CarrierGround, capacityRead, type DeliveryRow } from './delivery-capacity';
import { type Deliverability, deliverabilityOf, type Read } from './deliverability';
import { worst } from './commitment';
import { type LoadPart, type LoadPiece, type LoadWork } from './load-pieces';
import type { LoadFacts } from './loads';

/** All that the verdicts on open actions are made of, with what the asker may see of it. */
export interface DeliveryFacts extends CarrierGround {
  readonly work: readonly LoadWork[];
  /** By organisation. */
  readonly loads: LoadFacts;
  readonly parts: readonly LoadPart[];
  readonly organisations: readonly DeliveryRow[];
  /** People whose figures the asker may see, by id. */
  readonly seen: ReadonlyMap<string, string>;
  readonly skills: readonly DeliverySkill[];
  readonly holders: readonly SkillHolder[];
  readonly posts: readonly { readonly personId: string; readonly fundedUntil: string }[];
  /** What each organisation's promises come to; without one, nothing is promised. */
  readonly commitment: ReadonlyMap<string, Read>;
}

export interface Delivery extends Deliverability {
  readonly workId: string;
  /** The accountable one. */
  readonly organisationId: string | null;
  readonly carried: readonly Carried[];
}

const NO_PROMISE: Read = { verdict: 'unknown', reason: 'No promise is recorded' };

/**
 * The verdict on each open action. Its work is judged where it lies: at the organisations that have it, and at the people who are
 * down for it as far as the asker may see their figures. So who sees more may read a worse verdict, and never one that tells of
 * somebody whose figures are not theirs.
 */
export function deliveriesOf(facts: DeliveryFacts): readonly Delivery[] {
  const { work, loads, organisations, seen, span } = facts;
  const pieces = Map.groupBy(loads.pieces, ({ workId }) => workId);
  const names = new Map(organisations.map((one) => [one.id, one.name]));
  const carriers = carriersOf(facts);
  const ground = skillGround(loads, facts.skills, facts.holders, facts.posts);
  return work.map((one) => {
    const own = pieces.get(one.id) ?? [];
    const at = (id: string | null, carrier: Carrier | undefined, key: 'personId' | 'organisationId'): readonly Carried[] => (id !== null && carrier ? [carriedBy(carrier, own.filter((piece) => piece[key] === id), loads)] : []);
    const carried = [
      ...[...new Set(own.map(({ organisationId }) => organisationId))].flatMap((id) => at(id, carriers.organisation(id), 'organisationId')),
      ...[...new Set(own.map(({ personId }) => personId))].flatMap((id) => at(id, id !== null && seen.has(id) ? carriers.person(id) : undefined, 'personId')),
    ];
    const stray = own.find((piece) => piece.personId === null && piece.minutes > 0 && (piece.organisationId === null || !names.has(piece.organisationId)));
    const concerned = [...new Set([one.organisationId, ...one.lines.map(({ organisationId }) => organisationId)])].flatMap((id) => (id === null ? [] : [id]));
    return {
      workId: one.id, organisationId: one.organisationId, carried,
      ...deliverabilityOf({
        capacity: capacityRead(one, span.from, carried, stray ? (stray.organisationId === null ? 'nobody' : 'gone') : null),
        capability: capabilityRead(one, own, ground),
        commitment: commitmentRead(concerned, names, facts.commitment),
      }),
    };
  });
}

function commitmentRead(ids: readonly string[], names: ReadonlyMap<string, string>, commitment: DeliveryFacts['commitment']): Read {
  if (ids.length === 0) return { verdict: 'unknown', reason: 'No organisation is accountable for it' };
  const read = ids.map((id) => {
    const one = commitment.get(id) ?? NO_PROMISE;
    return { verdict: one.verdict, reason: `${names.get(id) ?? 'An organisation that is no partner any more'}: ${one.reason}` };
  });
  return worst(read) ?? NO_PROMISE;
}

/** Each is reckoned once, when something lies there. */
function carriersOf({ span, time, people, loads, parts, organisations, seen }: DeliveryFacts) {
  const rows = new Map(organisations.map((one) => [one.id, one]));
  const find = (by: 'organisation' | 'person', key: 'organisationId' | 'personId', row: (id: string) => DeliveryRow | undefined) => {
    const [partsBy, piecesBy] = [Map.groupBy(parts, (one) => one[key]), Map.groupBy<string | null, LoadPiece>(loads.pieces, (one) => one[key])];
    const known = new Map<string, Carrier>();
    return (id: string | null): Carrier | undefined => {
      if (id === null || known.has(id)) return known.get(id ?? '');
      const there = row(id);
      if (!there) return undefined;
      const made = carrierOf({ span, time, people }, by, there, partsBy.get(id) ?? [], piecesBy.get(id) ?? [], loads);
      known.set(id, made);
      return made;
    };
  };
  return {
    organisation: find('organisation', 'organisationId', (id) => rows.get(id)),
    person: find('person', 'personId', (id) => (people.has(id) ? { id, name: seen.get(id) ?? '', few: [], members: [{ personId: id, from: null, to: null }], confirmed: [] } : undefined)),
  };
}
