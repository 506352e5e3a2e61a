import type { CapacityBand, Verdict } from '@followthrough/contracts';
import { dayAfter, spoken } from './calendar';
import { type Read, readOf, type Thought } from './deliverability';
import { daysOf } from './demand';
import { type LoadPart, type LoadPiece, type LoadSpan, type LoadWork, minutesBetween } from './load-pieces';
import { laidAtRows, loadFacts, type LoadFacts, type LoadRow, loadRow } from './loads';
import { proofOf } from './proof';
import type { Giver, ProductiveTime } from './supply';

/** An organisation, or a person whose figures the asker may see. `few`: months whose figures are not the asker's to see. */
export interface DeliveryRow extends LoadRow {
  readonly id: string;
  readonly name: string;
  readonly few: readonly string[];
}

export interface CarrierMonth {
  readonly month: string;
  readonly percent: number | null;
  readonly band: CapacityBand;
  readonly isFew: boolean;
}

/** Who has work, with how full their months are and what is proven not to fit, as far as the asker may see. */
export interface Carrier {
  readonly id: string;
  readonly name: string;
  readonly isPerson: boolean;
  readonly months: readonly CarrierMonth[];
  readonly overloads: readonly { readonly from: string; readonly to: string; readonly excess: number; readonly workIds: ReadonlySet<string> }[];
}

export interface CarrierGround {
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly people: ReadonlyMap<string, Giver>;
}

/** @param parts and pieces that lie at the row */
export function carrierOf(ground: CarrierGround, by: 'organisation' | 'person', row: DeliveryRow, parts: readonly LoadPart[], pieces: readonly LoadPiece[], facts: LoadFacts = loadFacts({ by, ...ground, pieces })): Carrier {
  const hidden = new Set(row.few);
  const months = loadRow({ ...facts, by }, row, laidAtRows({ by, span: ground.span, pieces }, [row]).get(row.id) ?? []).map(({ month, percent, band }): CarrierMonth => (hidden.has(month) ? { month, percent: null, band: 'unknown', isFew: true } : { month, percent, band, isFew: false }));
  const proof = proofOf({ by, ...ground, parts, pieces }, row);
  const day = (at: number): string => dayAfter(ground.span.from, at);
  const work = new Map(proof.pieces.map((one) => [one.id, one.workId]));
  const overloads = proof.overloads
    .map(({ from, to, excess, pieces: at }) => ({ from: day(from), to: day(to), excess, workIds: new Set(at.map(({ id }) => work.get(id) ?? '')) }))
    .filter(({ from, to }) => !row.few.some((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7)));
  return { id: row.id, name: row.name, isPerson: by === 'person', months, overloads };
}

/** What an action has at one carrier: the months in which it has work there. */
export interface Carried {
  readonly carrier: Carrier;
  readonly months: readonly CarrierMonth[];
}

export const carriedBy = (carrier: Carrier, pieces: readonly LoadPiece[], facts: Pick<LoadFacts, 'months'>): Carried => ({
  carrier,
  months: carrier.months.filter((_, at) => pieces.some((one) => minutesBetween(one, facts.months[at]?.first ?? 0, facts.months[at]?.last ?? -1) > 0)),
});

/**
 * Whether the days are there, from the months in which an action has work and from the proof: over by spreading is amber, since
 * work may be moved within its dates; proven over is red.
 * @param stray whose work nobody can be asked for: `nobody`, no organisation is named; `gone`, it is no partner any more
 */
export function capacityRead({ id, left, dueOn, lines }: LoadWork, today: string, carried: readonly Carried[], stray: 'nobody' | 'gone' | null): Read {
  if (left === null && lines.length === 0) return { verdict: 'unknown', reason: 'It has no estimate' };
  if (dueOn === null) return { verdict: 'unknown', reason: 'It has no due date' };
  if (left === 0 && carried.every(({ months }) => months.length === 0)) return { verdict: 'green', reason: 'Nothing is left to do' };
  const found: Thought[] = [];
  const add = (verdict: Thought['verdict'], says: Thought['says']) => void found.push({ verdict, says });
  if (dueOn < today) add('red', () => `It was due on ${spoken(dueOn)}${left === null ? '' : `, and ${inDays(left)} still to do`}`);
  for (const { carrier } of carried) for (const { from, to, excess, workIds } of carrier.overloads) if (workIds.has(id)) add('red', () => `${carrier.name} has ${daysOf(excess)} ${daysOf(excess) === 1 ? 'day' : 'days'} more work than fits ${from === to ? `on ${spoken(from)}` : `from ${spoken(from)} to ${spoken(to)}`}, whatever is moved within its dates`);
  if (stray !== null) add('red', () => (stray === 'nobody' ? 'Nobody has it: no organisation is accountable for it' : 'Nobody has it: its organisation is no partner any more'));
  for (const { carrier, months } of carried) for (const month of months) found.push(monthThought(carrier, month));
  if (left === null) add('unknown', () => 'What it takes to deliver has no estimate');
  return readOf(found, 'It begins after the months that are reckoned');
}

const OF_BAND: Readonly<Record<CapacityBand, Verdict>> = { spare: 'green', healthy: 'green', tight: 'amber', over: 'amber', unresourced: 'red', unknown: 'unknown' };

const monthThought = (carrier: Carrier, month: CarrierMonth): Thought => ({ verdict: OF_BAND[month.band], says: () => monthSays(carrier, month) });

function monthSays({ name }: Carrier, { month, percent, band, isFew }: CarrierMonth): string {
  const when = monthSpoken(month);
  if (isFew) return `Fewer than three people make up what ${name} gives in ${when}, so it is not shown to you`;
  if (band === 'unresourced') return `${name} has no days to give in ${when}`;
  if (band === 'over') return `${name} is asked for ${percent} % of its days in ${when}: it fits only if work is moved within its dates`;
  if (band === 'tight') return `${name} is asked for ${percent} % of its days in ${when}`;
  if (band === 'unknown') return `What ${name} can give in ${when} is not known`;
  return 'There is room for it in each of its months';
}

const inDays = (minutes: number): string => (daysOf(minutes) === 1 ? '1 day is' : `${daysOf(minutes)} days are`);
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthSpoken = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
