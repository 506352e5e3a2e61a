import { deliveryAspects, type DeliveryAspect, type Verdict, verdicts } from '@followthrough/contracts';
import { badness, worst } from './commitment';

/**
 * Whether something can be delivered: the worst of capacity, capability and commitment, with its reason. For many, counts:
 * an average would let three greens hide a red.
 */
export interface Read {
  readonly verdict: Verdict;
  /** One sentence with the fact. */
  readonly reason: string;
}

/** A fact whose sentence is made only where it decides: of 20,000 actions with their months most are never said. */
export interface Thought {
  readonly verdict: Verdict;
  readonly says: () => string;
}

/** The worst of some facts, put into words; without any, `none`. */
export function readOf(thoughts: readonly Thought[], none: string): Read {
  const found = worst(thoughts);
  return found ? { verdict: found.verdict, reason: found.says() } : { verdict: 'unknown', reason: none };
}

export interface AspectRead extends Read {
  readonly aspect: DeliveryAspect;
}

export interface Deliverability extends Read {
  /** The three, in their order. */
  readonly aspects: readonly AspectRead[];
}

/** The verdict of the worst aspect with its reason. Something is green only where all three are; what is not known is not green. */
export function deliverabilityOf(read: Readonly<Record<DeliveryAspect, Read>>): Deliverability {
  const aspects = deliveryAspects.map((aspect) => ({ aspect, ...read[aspect] }));
  const { verdict, reason } = worst(aspects) ?? NOTHING;
  return { verdict, reason, aspects };
}

const NOTHING: Read = { verdict: 'unknown', reason: 'No action is open' };

/** Several as one: of each aspect the worst, and how many are as bad. */
export function rolledUp(all: readonly Deliverability[]): Deliverability {
  const read = (aspect: DeliveryAspect): Read => {
    const theirs = all.map((one) => one.aspects.find((each) => each.aspect === aspect) ?? NOTHING);
    const found = worst(theirs);
    if (!found) return NOTHING;
    const many = theirs.filter((one) => one.verdict === found.verdict).length;
    return all.length === 1 || found.verdict === 'green' ? { verdict: found.verdict, reason: found.reason } : { verdict: found.verdict, reason: `${many} of ${all.length} actions, such as: ${found.reason}` };
  };
  return deliverabilityOf({ capacity: read('capacity'), capability: read('capability'), commitment: read('commitment') });
}

/** How many of each verdict. */
export function counted(all: readonly { readonly verdict: Verdict }[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { green: 0, amber: 0, red: 0, unknown: 0 };
  for (const { verdict } of all) counts[verdict] += 1;
  return counts;
}

export const worstFirst: readonly Verdict[] = verdicts.toSorted((a, b) => badness[b] - badness[a]);
