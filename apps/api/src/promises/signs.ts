import type { CommitmentLinesShown, CommitmentRow, OrganisationPromises, PromisePage, Verdict } from '@followthrough/contracts';
import { calibrationByQuarter, calibrationOf, type CommitmentFacts, commitmentOf, FEWEST_SHOWN, type Finished, type ProductiveTime, promisedMonths, promisedOf, quarterOf } from '@followthrough/domain';

interface FactItem {
  readonly organisationId: string;
  readonly name: string;
  readonly facts: CommitmentFacts;
  readonly finished: readonly (Finished & { readonly people: readonly string[] })[];
  readonly waiting: number;
}

interface Said {
  readonly today: string;
  readonly time: ProductiveTime;
  readonly lines: CommitmentLinesShown;
}

function rowOf({ organisationId, name, facts, finished, waiting }: FactItem, { today, time, lines }: Said): CommitmentRow {
  const { verdict, reason, signs } = commitmentOf(promisedOf(facts, time, today), lines);
  return { organisationId, name, verdict, reason, signs: [...signs], calibration: isFew(facts, finished) ? null : calibrationOf(finished), waiting };
}

/** Work that one or two people finished says how one of them works. */
function isFew({ isWhole }: CommitmentFacts, finished: FactItem['finished']): boolean {
  const people = new Set(finished.flatMap((one) => one.people)).size;
  return !isWhole && people > 0 && people < FEWEST_SHOWN;
}

const WORST_FIRST: readonly Verdict[] = ['red', 'amber', 'unknown', 'green'];

/** What the statement says of every organisation, judged: the worst first, and of equals as they were named. */
export function pageRead(text: string): string {
  const { items, ...said } = JSON.parse(text) as Said & { readonly items: readonly FactItem[] };
  const sorted = items.map((one) => rowOf(one, said)).sort((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
  const { today, lines } = said;
  return JSON.stringify({ today, lines, items: sorted } satisfies PromisePage);
}

/** The page of one organisation. */
export function organisationRead(text: string): string {
  const { item, time, lines, ...rest } = JSON.parse(text) as Said & Omit<OrganisationPromises, keyof CommitmentRow | 'months' | 'quarters' | 'isFewFinished'> & { readonly item: FactItem };
  const said = { time, lines, today: rest.today };
  const isFewFinished = isFew(item.facts, item.finished);
  // A quarter that one or two made up could be told from the others and the sum.
  const isFewInOne = [...Map.groupBy(item.finished, ({ endedOn }) => quarterOf(endedOn)).values()].some((all) => isFew(item.facts, all));
  return JSON.stringify({ ...rowOf(item, said), ...rest, months: [...promisedMonths(item.facts, time, rest.today)], quarters: isFewInOne ? [] : [...calibrationByQuarter(item.finished)], isFewFinished } satisfies OrganisationPromises);
}
